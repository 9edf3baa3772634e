"""The municipalities of the council, through time."""
