"""How many measures a party has a role in, in words."""

from collections.abc import Mapping

from tiltak.wording import Words


def role_counts(roles: Mapping[str, int], said: Words) -> str:
    """`ansvarleg for 12, partnar i 2`; only the word where there is one role."""
    if len(roles) == 1:
        return said.role(next(iter(roles)))
    return ", ".join(_count(role, count, said) for role, count in roles.items())


def part_sentence(measures: int, roles: Mapping[str, int], said: Words) -> str:
    """`Er ansvarleg for 6 tiltak.`, or of several roles `Er med i 14 tiltak: ansvarleg for 12, …`.

    `measures` is how many there are in all: a party may have two roles in one.
    """
    if len(roles) == 1:
        role, count = next(iter(roles.items()))
        return _only(role, count, said)
    sentence = said.ngettext(
        "Er med i %(measures)s tiltak: %(roles)s.",
        "Er med i %(measures)s tiltak: %(roles)s.",
        measures,
    )
    return sentence % {"measures": said.number(measures), "roles": role_counts(roles, said)}


def _only(role: str, count: int, said: Words) -> str:
    ngettext = said.ngettext
    sentence = {
        "owner": ngettext(
            "Er prosjekteigar for %(count)s tiltak.",
            "Er prosjekteigar for %(count)s tiltak.",
            count,
        ),
        "responsible": ngettext(
            "Er ansvarleg for %(count)s tiltak.", "Er ansvarleg for %(count)s tiltak.", count
        ),
        "partner": ngettext(
            "Er partnar i %(count)s tiltak.", "Er partnar i %(count)s tiltak.", count
        ),
        "funder": ngettext(
            "Er finansiør i %(count)s tiltak.", "Er finansiør i %(count)s tiltak.", count
        ),
    }[role]
    return sentence % {"count": said.number(count)}


def _count(role: str, count: int, said: Words) -> str:
    _ = said.gettext
    sentence = {
        "owner": _("prosjekteigar for %(count)s"),
        "responsible": _("ansvarleg for %(count)s"),
        "partner": _("partnar i %(count)s"),
        "funder": _("finansiør i %(count)s"),
    }[role]
    return sentence % {"count": count}
