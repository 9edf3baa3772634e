"""The mark on the reader's sentences: see `tiltak.planfile.marking`."""

from tiltak.planfile.marking import gettext_noop as gettext_noop
