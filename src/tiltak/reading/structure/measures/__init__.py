"""What is said of one measure: who, when, what it costs, from its text or a value apart."""
