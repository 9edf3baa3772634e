"""Reading how it goes. Always for a viewer."""
