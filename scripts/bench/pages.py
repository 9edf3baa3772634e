"""Pages, API and papers of plans of 40, 400 and 2 000 measures, each beside its floor."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http import HTTPStatus

from django.test import Client
from django.utils import timezone

from bench import floors
from bench.measuring import Figure, measure_pair
from tiltak.domain.followup.models import StatusUpdate
from tiltak.domain.plans.models import Element, PlanVersion
from tiltak.web.pagecache import pages

SIZES = (40, 400, 2000)
# CPU in ms, on a machine with two cores
GOALS = {
    ("table", 40): 30,
    ("table", 400): 150,
    ("table", 2000): 600,
    ("measure", 40): 12,
    ("measure", 400): 12,
    ("measure", 2000): 12,
    ("api", 400): 40,
    ("api", 2000): 40,
    ("xlsx", 2000): 1500,
}
MOST_STATEMENTS = 12
MOST_RATIO = {"table": 2.0, "text": 2.0}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what, how large, the figure, its floor, the ratio."""

    what: str
    measures: int
    figure: Figure
    floor: Figure | None = None
    ratio: float | None = None
    goal_ms: int | None = None

    @property
    def is_kept(self) -> bool:
        """Whether the number of statements and the ratio are what they must be."""
        most = MOST_RATIO.get(self.what)
        in_ratio = most is None or self.ratio is None or self.ratio <= most
        return self.figure.statements <= MOST_STATEMENTS and in_ratio


def give_statuses(version: PlanVersion) -> None:
    """A status on every measure, written at once: the log is not what is measured."""
    found = Element.objects.filter(version=version, kind="measure", parent__kind="theme")
    lights = StatusUpdate.Light.values
    StatusUpdate.objects.bulk_create(
        StatusUpdate(
            council_id=version.plan.council_id,
            initiative_id=initiative_id,
            lifecycle="in_progress",
            light=lights[i % len(lights)],
            sentence="Arbeidet går som det skal, og neste steg er møtet med kommunane.",
            said_by="Dagleg leiar",
            said_at=timezone.now(),
        )
        for i, initiative_id in enumerate(found.values_list("initiative_id", flat=True))
    )


def measure_pages(host: str, version: PlanVersion, size: int) -> Iterator[Line]:
    client = Client(headers={"host": host})
    slug = version.plan.slug
    code = Element.objects.filter(
        version=version, kind="measure", parent__kind="theme"
    ).values_list("initiative__code", flat=True)[0]

    def get(path: str) -> Callable[[], bytes]:
        def call() -> bytes:
            pages.clear()
            answer = client.get(path)
            if answer.status_code != HTTPStatus.OK:
                raise SystemExit(f"{path}: {answer.status_code}")
            return bytes(answer.content)

        return call

    pk = version.pk
    calls: dict[str, tuple[Callable[[], bytes], Callable[[], bytes]]] = {
        "table": (get(f"/plan/{slug}/tabell/"), lambda: floors.table(pk)),
        "text": (get(f"/plan/{slug}/tekst/"), lambda: floors.text(pk)),
        "measure": (get(f"/p/{code}/"), lambda: floors.one_measure(pk)),
        "party": (get("/part/visit-fjorden/"), lambda: floors.table(pk)),
        "api": (
            get(f"/api/v1/plans/{slug}/measures?limit=200"),
            lambda: floors.measures(pk, 200),
        ),
        "xlsx": (get(f"/plan/{slug}/last-ned/xlsx/"), lambda: floors.workbook(pk)),
    }
    for what, (call, floor) in calls.items():
        runs = 3 if size == SIZES[-1] else 5
        figure, low, ratio = measure_pair(call, floor, runs=runs)
        yield Line(what, size, figure, low, ratio, GOALS.get((what, size)))
