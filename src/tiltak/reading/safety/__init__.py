"""Files from outside are read in a process of their own.

`read_safely` starts it, waits no longer than it may take and ends it; `child` is what runs there;
`confinement` is what it gives up before it sees a byte of the file.
"""

from tiltak.reading.safety.parent import read_safely

__all__ = ["read_safely"]
