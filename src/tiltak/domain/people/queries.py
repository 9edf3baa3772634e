"""Reading people."""

from django.db.models import QuerySet

from tiltak.domain.people.models import User


def administrators() -> QuerySet[User]:
    """Those who may edit, by name."""
    return User.objects.filter(is_active=True, is_staff=True).order_by("username")
