from django.db import models
from django.db.models import F, Q


class RegionalCouncil(models.Model):
    """A regional council: the tenant. Everything else belongs to one."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=5, default="nn")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    address = models.TextField(blank=True)
    website = models.URLField(blank=True)
    about = models.TextField(blank=True)
    logo = models.BinaryField(null=True)
    logo_type = models.CharField(max_length=40, blank=True)
    # the council's own words for the levels of its plans: {"sub_goal": {"nn": "Delmål"}, …}
    labels = models.JSONField(default=dict, blank=True)
    is_example = models.BooleanField(default=False)
    # counts up at every change that the public can see; cached pages of older counts are dead
    generation = models.BigIntegerField(default=1)
    changed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class CouncilHost(models.Model):
    """A host name that shows the council."""

    council = models.ForeignKey(RegionalCouncil, on_delete=models.CASCADE, related_name="hosts")
    host = models.CharField(max_length=253, unique=True)

    def __str__(self) -> str:
        return self.host


class Organisation(models.Model):
    """Something real that councils deal with: a municipality, a county, a company. Public facts,
    shared by all councils of an installation."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality"
        COUNTY = "county"
        COUNCIL = "council"
        COMPANY = "company"
        STATE = "state"
        ASSOCIATION = "association"
        OTHER = "other"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=200)
    website = models.URLField(blank=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="organisation_valid_order",
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gt=F("valid_from")),
            )
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationNumber(models.Model):
    """A number an organisation has for a time: municipality number, organisation number.

    `valid_to` is the first day it is no longer valid.
    """

    class Scheme(models.TextChoices):
        MUNICIPALITY = "municipality"
        COUNTY = "county"
        ENTITY = "entity"  # the Norwegian register of legal entities

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="numbers")
    scheme = models.CharField(max_length=20, choices=Scheme.choices)
    value = models.CharField(max_length=20)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        ordering = ["valid_from"]
        constraints = [
            models.UniqueConstraint(
                name="number_once_at_a_time", fields=["scheme", "value", "valid_from"]
            ),
            models.CheckConstraint(
                name="number_valid_order",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class OrganisationChange(models.Model):
    """All or a part of one organisation went to another: a merger, a split, a new number."""

    class Kind(models.TextChoices):
        MERGED = "merged"
        PART_MOVED = "part_moved"
        RENAMED = "renamed"

    predecessor = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="successions"
    )
    successor = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="predecessions"
    )
    kind = models.CharField(max_length=20, choices=Kind.choices)
    date = models.DateField()
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["date"]
        constraints = [
            models.UniqueConstraint(
                name="change_once", fields=["predecessor", "successor", "date"]
            ),
            models.CheckConstraint(
                name="change_between_two", condition=~Q(predecessor=F("successor"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor} {self.date}"


class Membership(models.Model):
    """An organisation is a member of a council for a time."""

    council = models.ForeignKey(
        RegionalCouncil, on_delete=models.CASCADE, related_name="memberships"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships"
    )
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="membership_once", fields=["council", "organisation", "valid_from"]
            ),
            models.UniqueConstraint(
                name="membership_once_since_ever",
                fields=["council", "organisation"],
                condition=Q(valid_from__isnull=True),
            ),
            models.CheckConstraint(
                name="membership_valid_order",
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gt=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} i {self.council}"


class Party(models.Model):
    """A name a council's plans use for somebody responsible ("SR", "partnarane").

    The label is kept as written. `merged_into` says that two labels mean the same party.
    """

    council = models.ForeignKey(RegionalCouncil, on_delete=models.CASCADE, related_name="parties")
    label = models.CharField(max_length=300)
    slug = models.SlugField(max_length=80)
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="aliases"
    )

    class Meta:
        ordering = ["label"]
        constraints = [
            models.UniqueConstraint(name="party_label_once", fields=["council", "label"]),
            models.UniqueConstraint(name="party_slug_once", fields=["council", "slug"]),
            models.CheckConstraint(name="party_not_into_itself", condition=~Q(merged_into=F("id"))),
        ]

    def __str__(self) -> str:
        return self.label


class PartyLink(models.Model):
    """A party is this organisation, for a time."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="links")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="party_links"
    )
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="party_link_once", fields=["party", "organisation", "valid_from"]
            ),
            models.UniqueConstraint(
                name="party_link_once_since_ever",
                fields=["party", "organisation"],
                condition=Q(valid_from__isnull=True),
            ),
            models.CheckConstraint(
                name="party_link_valid_order",
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gt=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} = {self.organisation}"
