"""The council's front page."""
