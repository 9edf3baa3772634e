"""Files from outside are read in a process of their own.

`read_safely` (a plan) and `see_page_safely` (a page to look at) start it, wait no longer than it
may take and end it; `child` is what runs there; `confinement` is what it gives up before it sees
a byte of the file.
"""

from tiltak.reading.safety.parent import read_safely, see_page_safely

__all__ = ["read_safely", "see_page_safely"]
