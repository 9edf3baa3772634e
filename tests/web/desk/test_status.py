"""Saying how it goes."""

import re

import pytest
from django.test import Client

from tests.web.page_text import lines_of, part_of
from tiltak.domain.followup.models import StatusUpdate
from tiltak.domain.plans.models import Initiative, PlanVersion

GIVEN = {"lifecycle": "in_progress", "light": "at_risk", "sentence": "Ventar.", "said_by": "Ola"}


def address(version: PlanVersion, key: str) -> str:
    code = Initiative.objects.get(elements__version=version, elements__key=key).code
    return f"/arbeid/p/{code}/status/"


@pytest.mark.parametrize("key", ["1.1.m1", "1.1.s1", "1.d1", "1"])
def test_given_to_everything_that_can_be_followed(
    secretary: Client, draft: PlanVersion, key: str
) -> None:
    response = secretary.post(address(draft, key), GIVEN)
    code = Initiative.objects.get(elements__key=key).code
    assert response["Location"] == f"/p/{code}/"
    status = StatusUpdate.objects.get()
    assert (status.initiative.code, status.light, status.sentence, status.said_by) == (
        code,
        "at_risk",
        "Ventar.",
        "Ola",
    )


def test_earlier_ones_are_listed_and_the_next_starts_from_the_last(
    secretary: Client, draft: PlanVersion
) -> None:
    target = address(draft, "1.1.m1")
    html = secretary.get(target).content.decode()
    assert part_of(html, "tidlegare") == ["Sagt før", "Ingen status er meld enno."]
    assert 'name="said_by" value="Kari Nes"' in html
    secretary.post(target, GIVEN)
    secretary.post(target, {**GIVEN, "lifecycle": "completed", "light": "", "sentence": "Ferdig."})
    html = secretary.get(target).content.decode()
    told = part_of(html, "tidlegare")
    assert [line for line in told if line in {"Ferdig.", "Ventar."}] == ["Ferdig.", "Ventar."]
    assert re.search(r'<input[^>]* value="completed"[^>]* checked', html)
    assert StatusUpdate.objects.count() == 2


@pytest.mark.parametrize(
    "wrong",
    [{"lifecycle": ""}, {"light": "green"}, {"said_by": " "}, {"sentence": "x" * 1001}],
    ids=str,
)
def test_a_status_that_cannot_be(
    secretary: Client, draft: PlanVersion, wrong: dict[str, str]
) -> None:
    response = secretary.post(address(draft, "1.1.m1"), {**GIVEN, **wrong})
    assert response.status_code == 400
    assert "ds-validation-message" in response.content.decode()
    assert not StatusUpdate.objects.exists()


def test_the_list_has_those_without_a_status_first(secretary: Client, draft: PlanVersion) -> None:
    secretary.post(address(draft, "1.1.m1"), GIVEN)
    lines = lines_of(secretary.get("/arbeid/status/").content.decode())
    texts = [line for line in lines if line.startswith(("Laga ei felles", "Halda kontakt"))]
    assert [text[:12] for text in texts] == ["Halda kontak", "Laga ei fell"]


def test_without_a_plan_there_is_nothing_to_list(secretary: Client) -> None:
    assert secretary.get("/arbeid/status/")["Location"] == "/arbeid/"
