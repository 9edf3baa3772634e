"""`{% load desk %}`."""

from tiltak.web.desk.tags import register

__all__ = ["register"]
