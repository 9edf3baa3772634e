"""Reading plans: which versions somebody may see, and a version as a tree of plain values.

`versions` says what there is, `tree` loads it, `money` adds it up.
"""
