"""Where the desk sends its reader next."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from tiltak.domain.plans.models import PlanVersion


def version_address(version: PlanVersion) -> str:
    """The page on which a version is looked after."""
    return reverse("version", args=[f"{version.plan.slug}@{version.number}"])


def way_back(request: HttpRequest, otherwise: str) -> str:
    """The page of ours a form was sent from, as its field `back` says."""
    wish = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(
        wish, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wish if wish and safe else otherwise


def element_address(code: str) -> str:
    """The public page of an element."""
    return reverse("element", args=[code])
