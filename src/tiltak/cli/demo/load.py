"""The whole demo council, or nothing of it."""

import tomllib
from datetime import datetime, timedelta
from importlib.resources import files

from django.db import transaction

from tiltak.cli.demo.council import make_council
from tiltak.cli.demo.plans import give_short_titles, make_plans, name_parties
from tiltak.cli.demo.statuses import give_statuses
from tiltak.cli.demo.travel_time import make_travel_time
from tiltak.cli.intake import operator
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.organisations.operations import council_changed

ACTION_PLAN = "handlingsplan-2018"
# the plans were there before the first status was given
SINCE = timedelta(days=60)
AUTHOR = "Døme"


def load_demo(now: datetime) -> bool:
    """Make the demo council; False when it was there already."""
    facts = tomllib.loads(files(__package__).joinpath("demo.toml").read_text(encoding="utf-8"))
    if RegionalCouncil.objects.filter(slug=facts["council"]["slug"]).exists():
        return False
    with transaction.atomic():
        begun = now - SINCE
        council = make_council(facts, begun)
        by = operator(council, AUTHOR)
        versions = make_plans(facts, by, begun)
        name_parties(facts, council, by, begun)
        give_short_titles(facts["short_title"], versions[ACTION_PLAN], by, begun)
        give_statuses(facts["status"], versions[ACTION_PLAN], by, now)
        make_travel_time(versions, by, begun)
        council_changed(council_id=council.pk, now=now)
    return True
