"""The documents the plans were read from."""
