"""The word that a version's text or visibility changed, for rooms above that keep an index of it."""

from django.dispatch import Signal

# sent inside the transaction of the operation, with `version` and `now`
version_changed = Signal()
# sent before a draft is taken away, with `version`
version_removed = Signal()
