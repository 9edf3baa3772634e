"""What a document says of itself, and what it knows as a whole: title, years, language."""
