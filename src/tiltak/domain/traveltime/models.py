"""What is stored of travel time.

Files and data sets never change, and neither does a run that is done: with its parameters and the
files it names it can be made again, to the digit. What a run is about is told by three hashes:
`base_sha256` of the files and parameters, `definition_sha256` of the scenario, `sha256` of each
file that came out.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Initiative
from tiltak.domain.sources.models import Visibility
from tiltak.domain.traveltime.handed_in import HandedIn, HandedInFile

HASH = 64
# Django looks for all models here
__all__ = [
    "DataContent",
    "DataFile",
    "DataSet",
    "DataSetFile",
    "HandedIn",
    "HandedInFile",
    "TravelGoal",
    "TravelRun",
    "TravelRunFile",
    "TravelScenario",
]


class DataFile(models.Model):
    """A file that an analysis reads: what it is for, where it is from, on which terms."""

    class Role(models.TextChoices):
        ROADS = "roads"
        POPULATION = "population"
        MUNICIPALITIES = "municipalities"
        TOTALS = "totals"
        SPEEDS = "speeds"
        PLACES = "places"

    council = models.ForeignKey(
        RegionalCouncil, on_delete=models.CASCADE, related_name="travel_files"
    )
    role = models.CharField(max_length=15, choices=Role.choices)
    sha256 = models.CharField(max_length=HASH)
    filename = models.CharField(max_length=300)
    size = models.PositiveBigIntegerField()
    source = models.CharField(max_length=300)
    licence = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=500, blank=True)
    as_of = models.DateField(null=True)
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="travel_file_once",
                fields=["council", "role", "sha256", "filename", "source", "licence", "address"],
            ),
            models.CheckConstraint(
                name="travel_file_role",
                condition=Q(
                    role__in=[
                        "roads",
                        "population",
                        "municipalities",
                        "totals",
                        "speeds",
                        "places",
                    ]
                ),
            ),
            models.CheckConstraint(name="travel_file_has_source", condition=~Q(source="")),
        ]

    def __str__(self) -> str:
        return self.filename


class DataContent(models.Model):
    """The bytes, in a table of their own, so that no list ever fetches them."""

    file = models.OneToOneField(
        DataFile, on_delete=models.CASCADE, related_name="content", primary_key=True
    )
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.file_id}"


class DataSet(models.Model):
    """Files that belong together: the roads, the people, the municipalities of a region."""

    council = models.ForeignKey(
        RegionalCouncil, on_delete=models.CASCADE, related_name="travel_data_sets"
    )
    name = models.CharField(max_length=200)
    # the attribute that holds a municipality's number, where it is not one of the usual
    municipality_field = models.CharField(max_length=60, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="travel_data_set_has_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


class DataSetFile(models.Model):
    """A file of a data set; one for each role."""

    data_set = models.ForeignKey(DataSet, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(DataFile, on_delete=models.CASCADE, related_name="uses")
    role = models.CharField(max_length=15, choices=DataFile.Role.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="travel_role_once", fields=["data_set", "role"]),
        ]

    def __str__(self) -> str:
        return f"{self.data_set_id} {self.role}"


class TravelGoal(models.Model):
    """The goal of the plan that is a travel time. It hangs on the goal's permanent identity, so
    that it follows through all versions."""

    council = models.ForeignKey(
        RegionalCouncil, on_delete=models.CASCADE, related_name="travel_goals"
    )
    initiative = models.OneToOneField(
        Initiative, on_delete=models.CASCADE, related_name="travel_goal"
    )
    data_set = models.ForeignKey(DataSet, on_delete=models.CASCADE, related_name="goals")
    # what the headline calls the centre, or all of them
    destination = models.CharField(max_length=100)
    # [{"name": …, "lat": …, "lon": …}]
    centres = models.JSONField()
    limit_minutes = models.FloatField()
    ferry_wait_minutes = models.FloatField()
    is_example = models.BooleanField(default=False)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="travel_limit", condition=Q(limit_minutes__gt=0, limit_minutes__lte=1440)
            ),
            models.CheckConstraint(
                name="travel_ferry_wait",
                condition=Q(ferry_wait_minutes__gte=0, ferry_wait_minutes__lte=1440),
            ),
            models.CheckConstraint(
                name="travel_destination_has_name", condition=~Q(destination="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} {self.destination}"


class TravelScenario(models.Model):
    """What a measure would change. `definition`: name and changes as the analysis reads them."""

    council = models.ForeignKey(
        RegionalCouncil, on_delete=models.CASCADE, related_name="travel_scenarios"
    )
    goal = models.ForeignKey(TravelGoal, on_delete=models.CASCADE, related_name="scenarios")
    measure = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="travel_scenarios"
    )
    name = models.CharField(max_length=200)
    definition = models.JSONField()
    definition_sha256 = models.CharField(max_length=HASH)
    visibility = models.CharField(
        max_length=10, choices=Visibility.choices, default=Visibility.INTERNAL
    )
    is_example = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    # runs stay, so that what was shown once can still be made again
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                name="travel_scenario_name_once",
                fields=["goal", "name"],
                condition=Q(removed_at__isnull=True),
            ),
            models.CheckConstraint(name="travel_scenario_has_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="travel_scenario_visibility",
                condition=Q(visibility__in=["internal", "public"]),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class TravelRun(models.Model):
    """One calculation: today (`definition` is empty) or a scenario.

    `parameters` and `definition` are copies: what the goal or the scenario says later does not
    change them. `result` is what pages show; the whole result lies in the files.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        REFUSED = "refused"

    council = models.ForeignKey(
        RegionalCouncil, on_delete=models.CASCADE, related_name="travel_runs"
    )
    goal = models.ForeignKey(TravelGoal, on_delete=models.CASCADE, related_name="runs")
    scenario = models.ForeignKey(
        TravelScenario, null=True, on_delete=models.CASCADE, related_name="runs"
    )
    data_set = models.ForeignKey(DataSet, on_delete=models.CASCADE, related_name="runs")
    parameters = models.JSONField()
    definition = models.JSONField(null=True)
    base_sha256 = models.CharField(max_length=HASH)
    definition_sha256 = models.CharField(max_length=HASH, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    step = models.CharField(max_length=20, blank=True)
    starts = models.PositiveSmallIntegerField(default=0)
    # [message id, {values}] of why it came to nothing
    problem = models.JSONField(null=True)
    result = models.JSONField(null=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(name="travel_runs_of_goal", fields=["goal", "state", "scenario"])]
        constraints = [
            models.CheckConstraint(
                name="travel_run_is_what_it_says",
                condition=Q(
                    state__in=["waiting", "running"],
                    finished_at__isnull=True,
                    result__isnull=True,
                    problem__isnull=True,
                )
                | Q(
                    state="done",
                    finished_at__isnull=False,
                    result__isnull=False,
                    problem__isnull=True,
                )
                | Q(
                    state="refused",
                    finished_at__isnull=False,
                    result__isnull=True,
                    problem__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="travel_run_of_scenario_has_definition",
                condition=Q(scenario__isnull=True, definition__isnull=True, definition_sha256="")
                | Q(scenario__isnull=False, definition__isnull=False) & ~Q(definition_sha256=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"


class TravelRunFile(models.Model):
    """A file that came out of a run, packed with gzip; `sha256` and `size` are of the unpacked."""

    run = models.ForeignKey(TravelRun, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=60)
    sha256 = models.CharField(max_length=HASH)
    size = models.PositiveBigIntegerField()
    packed = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="travel_run_file_once", fields=["run", "name"]),
        ]

    def __str__(self) -> str:
        return self.name
