"""Councils, the organisations around them, and the parties a plan names."""
