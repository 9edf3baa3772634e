"""`{% load tiltak %}`."""

from tiltak.web.ui.tags import register

__all__ = ["register"]
