"""The documents that came in, byte for byte, with the text that was read from them."""
