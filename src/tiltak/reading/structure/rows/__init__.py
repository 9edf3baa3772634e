"""The rows of a table of measures: where one ends, what its cells say, what they belong to."""
