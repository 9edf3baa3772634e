"""Who reaches the centre in time: a page of the goal, and one of each scenario."""
