"""Workbooks: what all have in common, and Excel (.xlsx)."""
