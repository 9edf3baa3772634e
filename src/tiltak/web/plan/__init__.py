"""One plan: its overview, as a text, as the council's table, as timeline and budget."""
