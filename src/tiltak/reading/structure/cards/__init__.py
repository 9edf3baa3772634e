"""Facts about one measure as names and values: cards, laid or upright, and lines of two."""
