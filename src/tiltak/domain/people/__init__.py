"""Those who log in. One administrator for now; roles per council come here."""
