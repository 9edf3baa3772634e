"""Damaged files for the reader, by the thousand (`make fuzz`)."""
