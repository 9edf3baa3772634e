"""Which headings are areas and themes in the end, and which area everything belongs to."""
