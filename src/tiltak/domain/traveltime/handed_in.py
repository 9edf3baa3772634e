"""Files for a travel-time goal, on their way to be read in the background."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Initiative


class HandedIn(models.Model):
    """Files that together are to be a data set, and what else was said of the goal.

    waiting → reading → done or refused. `said` holds the name, the sources and the goal's figures
    as they were typed; `problem` is [message id, {values}] of why it came to nothing. The files
    are deleted when they have become a data set, or when nothing comes of them.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        READING = "reading"
        DONE = "done"
        REFUSED = "refused"

    council = models.ForeignKey(RegionalCouncil, on_delete=models.CASCADE, related_name="+")
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    step = models.CharField(max_length=20, blank=True)
    starts = models.PositiveSmallIntegerField(default=0)
    said = models.JSONField()
    problem = models.JSONField(null=True)
    run = models.ForeignKey(
        "traveltime.TravelRun", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    finished_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "traveltime"
        constraints = [
            models.CheckConstraint(
                name="travel_handed_in_is_what_it_says",
                condition=Q(
                    state__in=["waiting", "reading"],
                    finished_at__isnull=True,
                    problem__isnull=True,
                )
                | Q(state="done", finished_at__isnull=False, problem__isnull=True)
                | Q(state="refused", finished_at__isnull=False, problem__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"


class HandedInFile(models.Model):
    """One of them; one for each role."""

    handed_in = models.ForeignKey(HandedIn, on_delete=models.CASCADE, related_name="files")
    role = models.CharField(max_length=15)
    filename = models.CharField(max_length=300)
    data = models.BinaryField()

    class Meta:
        app_label = "traveltime"
        constraints = [
            models.UniqueConstraint(
                name="travel_handed_in_role_once", fields=["handed_in", "role"]
            ),
        ]

    def __str__(self) -> str:
        return self.filename
