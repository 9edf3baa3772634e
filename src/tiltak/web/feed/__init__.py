"""News of the council's plans for feed readers."""
