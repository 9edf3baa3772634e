"""Reading councils, their members, and the parties their plans name. Always for a viewer."""
