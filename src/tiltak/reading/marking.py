"""The mark on the reader's sentences: see `tiltak.planfile.marking`."""

from tiltak.planfile.marking import gettext_noop, with_values

__all__ = ["gettext_noop", "with_values"]
