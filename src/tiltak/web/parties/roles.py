"""How many measures a party has a role in, in words."""

from collections.abc import Mapping

from tiltak.wording import Words


def role_counts(roles: Mapping[str, int], said: Words) -> str:
    """`ansvarleg for 12, partnar i 2`; only the word where there is one role."""
    if len(roles) == 1:
        return said.role(next(iter(roles)))
    return ", ".join(_count(role, count, said) for role, count in roles.items())


def _count(role: str, count: int, said: Words) -> str:
    _ = said.gettext
    sentence = {
        "owner": _("prosjekteigar for %(count)s"),
        "responsible": _("ansvarleg for %(count)s"),
        "partner": _("partnar i %(count)s"),
        "funder": _("finansiør i %(count)s"),
    }[role]
    return sentence % {"count": count}
