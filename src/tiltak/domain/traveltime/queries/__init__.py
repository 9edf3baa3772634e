"""Reading travel time. Always for a viewer."""
