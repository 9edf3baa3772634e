"""How it goes: status on everything that has a permanent identity."""
