"""Moved to tiltak.tenancy."""

from tiltak.tenancy import CouncilRequest, TenancyMiddleware, council, viewer_of

__all__ = ["CouncilRequest", "TenancyMiddleware", "council", "viewer_of"]
