"""The outline walked in order: headings with goals, strategies, measures and their parts."""
