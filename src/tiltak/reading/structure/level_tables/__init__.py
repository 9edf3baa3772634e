"""Tables that are a piece of the plan's tree themselves: goals, areas, or every level."""
