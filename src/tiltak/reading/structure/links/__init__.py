"""Which row of a table is which measure of the text."""
