"""Who may do what with plans."""

import rules
from django.db import models

from tiltak.domain.people.models import User


@rules.predicate
def is_administrator(user: User, _council: models.Model | None = None) -> bool:
    """The administrator of the installation. Roles per council will narrow this."""
    return user.is_active and user.is_staff


rules.add_perm("plans.edit_plans", is_administrator)
