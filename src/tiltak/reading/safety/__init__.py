"""Files from outside are read in a process of their own.

`read_all_safely` and `read_safely` (a plan) and `see_page_safely` (a page to look at) start it,
hear how far it is, wait no longer than it may take and end it; `child` is what runs there;
`confinement` is what it gives up before it sees a byte of the files.
"""

from tiltak.reading.safety.parent import read_all_safely, read_safely, see_page_safely

__all__ = ["read_all_safely", "read_safely", "see_page_safely"]
