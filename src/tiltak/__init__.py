"""Tiltak: the action plan of a regional council, from document to follow-up."""

__version__ = "0.1.0"
