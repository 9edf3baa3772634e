"""Plans, their versions, and every element with its permanent identity."""
