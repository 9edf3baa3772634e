"""A council's profile: what its own documents call things.

`vocabulary_for` gives the words its next document is read with; `proposals` what a person's
corrections of one document could add to them. Only here do the reader, which knows no council, and
the domain, which knows no reader, meet over words.
"""

from tiltak.profile.proposed import Proposal, proposals
from tiltak.profile.vocabulary import vocabulary_for

__all__ = ["Proposal", "proposals", "vocabulary_for"]
