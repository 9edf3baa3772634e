"""Formats: each turns bytes into a `BlockDocument`. What the blocks mean is not asked here."""
