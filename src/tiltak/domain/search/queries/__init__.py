"""Searching what the viewer may see: elements, or everything, or a municipality by its name."""
