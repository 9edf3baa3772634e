"""The demo council: nine municipalities, four plans, a few invented statuses.

Its plans are documents that are read, as anybody's: the demo shows what the reader can do.
"""
