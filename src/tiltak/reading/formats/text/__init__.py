"""Plain text: lines, paragraphs and lists, and tables set with spaces or written cell by cell."""
