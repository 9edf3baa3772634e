"""A process that writes through the program until it is stopped: one council and its event at a
time, in one transaction, and its number on stdout when it is stored."""

import itertools
import os
import sys


def write() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tiltak.config.settings")
    import django

    django.setup()
    from django.utils import timezone

    from tiltak.domain.organisations.operations.register import create_council

    for number in itertools.count(1):
        create_council(slug=f"rad-{number}", name="x" * 200, now=timezone.now())
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    write()
