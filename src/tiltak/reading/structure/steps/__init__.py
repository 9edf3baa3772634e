"""The larger steps of `build`: tables read, rows given to measures, doubts and words collected."""
