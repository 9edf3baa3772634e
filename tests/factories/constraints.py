"""The truths the database holds: their names, and an attempt that must be refused by one of them."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction


def constraints_of(*labels: str) -> set[str]:
    """The names of all constraints of these apps."""
    return {
        constraint.name
        for label in labels
        for model in apps.get_app_config(label).get_models()
        for constraint in model._meta.constraints
    }


@contextmanager
def refused_by(name: str) -> Iterator[None]:
    """What is done inside must break this constraint."""
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        yield
    # SQLite names the columns of a unique constraint, not the constraint
    assert name in str(refused.value) or "UNIQUE constraint failed" in str(refused.value)
