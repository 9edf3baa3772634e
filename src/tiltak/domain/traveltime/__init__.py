"""Who reaches the regional centre in time: a goal of the plan with data, runs and scenarios."""
