"""Searching the plans."""
