"""Blocks → structure: headings, level words, lists and tables become areas, goals and measures."""
