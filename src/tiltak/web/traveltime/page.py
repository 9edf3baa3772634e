"""The page of a run: what all its parts need, worked out once."""

from typing import Any

from django.conf import settings

from tiltak.domain.traveltime.queries.values import GoalView, RunView
from tiltak.web.traveltime.cells import drawing_of
from tiltak.web.traveltime.chart import chart
from tiltak.web.traveltime.classes import steps
from tiltak.web.traveltime.figures import Figures, limit_of
from tiltak.web.traveltime.picture import picture
from tiltak.wording import Words


def run_context(goal: GoalView, run: RunView, said: Words) -> dict[str, Any]:
    """What the page of today and that of a scenario share."""
    figures, limit, result = Figures(said), limit_of(run), run.result
    drawing = drawing_of(run.id)
    classes = steps(limit, said)
    region = result.region
    return {
        "goal": goal,
        "run": run,
        "version": goal.version,
        "limit": figures.decimal(limit),
        "limit_number": f"{limit:g}",
        "region": figures.line(region, said.gettext("Heile regionen")),
        "is_certain": region.share_slow == region.share_fast,
        "slow": figures.share(region.share_slow),
        "fast": figures.share(region.share_fast),
        "within": figures.people(region.within),
        "no_way": round(region.unreachable),
        "municipalities": figures.lines(result.municipalities),
        "steps": classes,
        "picture": picture(drawing, classes, limit),
        "places": drawing.places,
        "chart": chart(result.by_minutes, limit, said),
        "assumptions": [figures.sentence(one) for one in result.assumptions],
        "warnings": [figures.sentence(one) for one in result.warnings],
        "program": " · ".join(f"{name} {value}" for name, value in result.program.items()),
        "background": settings.MAP_BACKGROUND,
        "background_credit": settings.MAP_CREDIT,
    }
