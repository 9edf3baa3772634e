"""Those the plans name: who they are and what they are in."""
