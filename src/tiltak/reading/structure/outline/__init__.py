"""What each block is: heading (and how deep), level word, fact, item of a list, prose."""
