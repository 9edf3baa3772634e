"""About the plan and its figures, contact, and the accessibility statement."""
