"""Writing councils, the organisations around them, and parties."""

from tiltak.domain.organisations.operations.councils import (
    ImpossibleCouncil,
    NotOwnCouncil,
    council_changed,
    edit_council,
    set_labels,
    set_logo,
)
from tiltak.domain.organisations.operations.organisations import (
    ImpossibleOrganisation,
    create_organisation,
    identify_party,
    number_organisation,
)
from tiltak.domain.organisations.operations.parties import (
    CannotLink,
    CannotMerge,
    link_party,
    merge_parties,
    parties_by_label,
    separate_party,
    undo_merge,
    unlink_party,
)
from tiltak.domain.organisations.operations.slugs import free_slug, slug_of

__all__ = [
    "CannotLink",
    "CannotMerge",
    "ImpossibleCouncil",
    "ImpossibleOrganisation",
    "NotOwnCouncil",
    "council_changed",
    "create_organisation",
    "edit_council",
    "free_slug",
    "identify_party",
    "link_party",
    "merge_parties",
    "number_organisation",
    "parties_by_label",
    "separate_party",
    "set_labels",
    "set_logo",
    "slug_of",
    "undo_merge",
    "unlink_party",
]
