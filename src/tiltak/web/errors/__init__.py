"""What a reader meets when something is not there or goes wrong."""
