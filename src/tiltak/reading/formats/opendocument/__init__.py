"""OpenDocument texts and workbooks (.odt, .ods)."""
