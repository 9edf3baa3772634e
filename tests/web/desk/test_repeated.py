"""A file that was taken over before: nobody looks it over anew without having been told."""

from django.test import Client

from tests.factories.planfiles import sample_plan
from tests.web.desk.conftest import Upload
from tests.web.page_text import get, lines_of
from tiltak.domain.plans.models import Import

SAID = "Denne fila er alt teken over. Tek du henne over ein gong til, endrar det ingenting."


def waiting() -> str:
    return f"/arbeid/import/{Import.objects.get(state=Import.State.PENDING).pk}/"


def test_the_review_begins_with_it(secretary: Client, upload: Upload) -> None:
    upload(sample_plan())
    first = waiting()
    assert SAID not in lines_of(get(secretary, first))
    secretary.post(f"{first}ta-over/", {"plan": "", "seen": "0", "draft": "1"})
    upload(sample_plan())
    again = waiting()
    assert SAID in lines_of(get(secretary, again))
    assert SAID in lines_of(get(secretary, f"{again}ta-over/"))
