"""The permanent page of an element: a measure, a goal, a strategy, an area, a theme."""
