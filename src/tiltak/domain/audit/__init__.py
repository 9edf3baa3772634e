"""The one append-only log: who did what, when, to what."""
