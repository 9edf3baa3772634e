"""The API: whole answers, each checked against the schema it declares."""

from collections.abc import Callable, Iterator
from typing import Any

import jsonschema
import pytest
from django.test import Client

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.large_plans import large_plan
from tests.factories.planfiles import sample_plan
from tiltak.domain.followup.operations import give_status
from tiltak.domain.plans.models import Element, Initiative, PlanVersion
from tiltak.planfile import codec
from tiltak.web.pagecache import pages

pytestmark = pytest.mark.django_db
Get = Callable[[str], Any]


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    pages.clear()
    yield
    pages.clear()


@pytest.fixture
def get(client: Client) -> Get:
    """Fetch a public address below /api/v1/; the answer must have the shape the API declares."""

    def fetch(path: str, *, status: int = 200) -> Any:
        described = client.get("/api/v1/openapi.json").json()
        answer = client.get(f"/api/v1/{path}")
        assert answer.status_code == status, answer.content
        body = answer.json()
        if status == 200:
            _check(described, f"/api/v1/{path}", body)
        return body

    return fetch


def _check(described: dict[str, Any], path: str, body: Any) -> None:
    operation = _operation(described, path.partition("?")[0])
    content = operation["responses"]["200"].get("content")
    if content:
        schema = content["application/json"]["schema"]
        jsonschema.validate(body, {**schema, "components": described["components"]})


def _operation(described: dict[str, Any], path: str) -> dict[str, Any]:
    parts = path.split("/")
    for template, operations in described["paths"].items():
        pattern = template.split("/")
        same = (a == b or b.startswith("{") for a, b in zip(parts, pattern, strict=False))
        if len(parts) == len(pattern) and all(same):
            found: dict[str, Any] = operations["get"]
            return found
    raise AssertionError(path)


@pytest.fixture
def version() -> PlanVersion:
    return import_plan(make_council(), sample_plan())


def test_council(get: Get, version: PlanVersion) -> None:
    body = get("council")
    assert body == {
        "name": "Fjordrådet",
        "short_name": "",
        "language": "nn",
        "email": "",
        "website": "",
        "is_example": False,
        "changed_at": body["changed_at"],
    }


def test_plans_name_the_version_in_force(get: Get, version: PlanVersion) -> None:
    (plan,) = get("plans/")
    assert plan["slug"] == version.plan.slug
    assert plan["shown"]["ref"] == f"{version.plan.slug}@1"
    assert get(f"plans/{version.plan.slug}") == plan


def test_measures_with_rows_parties_money_and_status(get: Get, version: PlanVersion) -> None:
    council = version.plan.council
    tops = Element.objects.filter(version=version, kind="measure").exclude(parent__kind="measure")
    first = tops.order_by("position")[0]
    give_status(
        by=editor_of(council),
        initiative=first.initiative,
        lifecycle="in_progress",
        light="at_risk",
        sentence="Ventar på svar.",
        said_by="Sekretæren",
        now=NOW,
    )
    body = get(f"plans/{version.plan.slug}/measures")
    assert [item["text"] for item in body["items"]] == list(
        tops.order_by("position").values_list("text", flat=True)
    )
    assert (body["count"], body["offset"], body["limit"], body["next"]) == (
        tops.count(),
        0,
        100,
        None,
    )
    item = body["items"][0]
    assert item["status"] == {
        "lifecycle": "in_progress",
        "light": "at_risk",
        "sentence": "Ventar på svar.",
        "said_by": "Sekretæren",
        "said_at": "2018-06-12T10:00:00Z",
        "is_example": False,
    }
    assert get(f"elements/{item['code']}") == {**item, "statuses": [item["status"]]}


def test_pages_of_measures_together_are_all_of_them(get: Get) -> None:
    version = import_plan(make_council(), large_plan(23))
    whole = get(f"plans/{version.plan.slug}/measures?limit=200")["items"]
    assert len(whole) == 23
    path, found = f"plans/{version.plan.slug}/measures?limit=5", []
    while path:
        body = get(path)
        found += body["items"]
        path = (body["next"] or "").partition("/api/v1/")[2]
    assert found == whole
    assert get(f"plans/{version.plan.slug}/measures?offset=23")["items"] == []


def test_too_large_a_page_is_refused(client: Client, version: PlanVersion) -> None:
    answer = client.get(f"/api/v1/plans/{version.plan.slug}/measures?limit=201")
    assert answer.status_code == 422


@pytest.mark.parametrize("measures", [1, 30])
def test_a_page_of_measures_costs_the_same_number_of_statements(
    client: Client, django_assert_num_queries: Any, measures: int
) -> None:
    version = import_plan(make_council(), large_plan(measures))
    path = f"/api/v1/plans/{version.plan.slug}/measures?limit=200"
    client.get("/api/v1/council")
    with django_assert_num_queries(10):
        client.get(path)


def test_rows_and_budget_have_the_sums_of_the_plan(get: Get, version: PlanVersion) -> None:
    plan = sample_plan()
    assert [row["text"] for row in get(f"plans/{version.plan.slug}/rows")["items"]] == [
        row.text for table in plan.tables for row in table.rows
    ]
    budget = get(f"plans/{version.plan.slug}/budget")
    derived = codec.plan_budget(plan)
    assert budget["total"]["total"] == derived["total"]
    assert sum(year["amount"] for year in budget["by_year"]) == derived["total"]


def test_the_whole_plan_is_plan_1(client: Client, version: PlanVersion) -> None:
    body = client.get(f"/api/v1/plans/{version.plan.slug}/file").content
    assert [area.title for area in codec.decode(body).focus_areas] == [
        area.title for area in sample_plan().focus_areas
    ]


def test_parties_and_what_one_is_in(get: Get, version: PlanVersion) -> None:
    listed = get("parties")
    labels = set(version.party_roles.values_list("label", flat=True))
    assert {party["label"] for party in listed} == labels
    most = max(listed, key=lambda party: party["measures"])
    work = get(f"parties/{most['slug']}")
    assert work["label"] == most["label"]
    assert sum(len(plan["involvements"]) for plan in work["plans"]) == most["measures"]


def test_search_finds_another_form_of_the_word(get: Get) -> None:
    import_plan(make_council(), large_plan(10))
    found = get("search/?q=lærlingordning")
    assert found["total"] == 8
    assert all("lærlingordninga" in hit["title"] for hit in found["items"])


def test_what_is_a_draft_is_nowhere(get: Get, client: Client) -> None:
    draft = import_plan(make_council(), sample_plan(), publish=False)
    code = Initiative.objects.filter(elements__version=draft)[0].code
    assert get("plans/") == []
    for path in ("", "/measures", "/rows", "/budget", "/file"):
        assert get(f"plans/{draft.plan.slug}{path}", status=404) == {"detail": "Fann ikkje dette."}
        get(f"plans/{draft.plan.slug}@1{path}", status=404)
    get(f"elements/{code}", status=404)
    assert get("parties") == []
    assert get("search/?q=kommunane")["total"] == 0


def test_two_councils_with_the_same_words_do_not_meet(client: Client) -> None:
    one = import_plan(make_council("Fjordrådet", host="fjord.example"), sample_plan())
    two = import_plan(make_council("Fjellrådet", host="fjell.example"), sample_plan())
    assert one.plan.slug == two.plan.slug
    codes = {
        host: {
            item["code"]
            for item in client.get(
                f"/api/v1/plans/{one.plan.slug}/measures", headers={"host": host}
            ).json()["items"]
        }
        for host in ("fjord.example", "fjell.example")
    }
    assert all(codes.values())
    assert codes["fjord.example"].isdisjoint(codes["fjell.example"])
    for code in codes["fjell.example"]:
        answer = client.get(f"/api/v1/elements/{code}", headers={"host": "fjord.example"})
        assert answer.status_code == 404


def test_answers_are_kept_until_the_council_changes(client: Client, version: PlanVersion) -> None:
    path = f"/api/v1/plans/{version.plan.slug}/measures"
    first = client.get(path)
    assert first.headers["Cache-Control"] == "public, no-cache"
    again = client.get(path, headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    initiative = Element.objects.filter(version=version, kind="measure")[0].initiative
    give_status(
        by=editor_of(version.plan.council),
        initiative=initiative,
        lifecycle="completed",
        said_by="Sekretæren",
        now=NOW,
    )
    changed = client.get(path, headers={"if-none-match": first.headers["ETag"]})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != first.headers["ETag"]


def test_openapi_is_3_1(client: Client, version: PlanVersion) -> None:
    assert client.get("/api/v1/openapi.json").json()["openapi"].startswith("3.1")
