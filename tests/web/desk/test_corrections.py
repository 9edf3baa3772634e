"""Correcting beside the text, with or without a script, and undoing it."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.councils import editor_of
from tests.web.page_text import lines_of
from tiltak.domain.audit.models import Event
from tiltak.domain.plans.models import Element, Initiative, PlanVersion, TableRow
from tiltak.domain.plans.operations import adopt_version, correct
from tiltak.domain.plans.operations.correctable import budgets_of, party_labels

FIELD = re.compile(r'<(?:input|textarea|select)[^>]*? name="([^"]+)"[^>]*?>(?:([^<]*)</textarea>)?')


def address(version: PlanVersion, key: str) -> str:
    code = Initiative.objects.get(elements__version=version, elements__key=key).code
    return f"/arbeid/p/{code}/"


def form_of(browser: Client, target: str) -> dict[str, str]:
    """What the browser would send if nothing was touched."""
    html = browser.get(target).content.decode().split('class="form"', 1)[1].split("</form>")[0]
    fields = {}
    for match in FIELD.finditer(html):
        value = re.search(r' value="([^"]*)"', match[0])
        text = match[2].removeprefix("\n") if match[2] is not None else None
        fields[match[1]] = unescape(text if text is not None else value[1] if value else "")
    fields |= re.findall(
        r'<select name="([^"]+)".*?<option value="([^"]*)" selected', html, re.DOTALL
    )
    fields.pop("csrfmiddlewaretoken", None)
    return fields


def row(version: PlanVersion, key: str) -> TableRow:
    return TableRow.objects.get(version=version, key=key)


def test_nothing_touched_is_nothing_changed(secretary: Client, draft: PlanVersion) -> None:
    for key in ("1", "1.1", "1.1.s1", "1.d1", "1.1.m1", "1.1.m2", "2.1.m1", "2.2.m1"):
        target = address(draft, key)
        response = secretary.post(target, form_of(secretary, target), follow=True)
        assert "Ingenting er endra." in response.content.decode(), key
    assert not Event.objects.filter(verb="correct").exists()


def test_a_text_is_corrected_and_undone(secretary: Client, draft: PlanVersion) -> None:
    target = address(draft, "1.1.m2")
    fields = form_of(secretary, target) | {"tekst-text": "Ein ny\r\ntekst."}
    response = secretary.post(target, fields, follow=True)
    assert response.redirect_chain == [(target.replace("/arbeid", ""), 302)]
    assert Element.objects.get(key="1.1.m2").text == "Ein ny\ntekst."
    event = Event.objects.get(verb="correct")
    assert (event.actor, event.summary) == ("Kari Nes", "text")
    html = response.content.decode()
    assert f'action="/arbeid/angre/{event.pk}/"' in html
    back = {"back": target.replace("/arbeid", "")}
    undone = secretary.post(f"/arbeid/angre/{event.pk}/", back, follow=True)
    assert undone.redirect_chain == [(back["back"], 302)]
    assert Element.objects.get(key="1.1.m2").text.startswith("Halda kontakt")


def test_everything_of_a_row(secretary: Client, draft: PlanVersion) -> None:
    target, one = address(draft, "1.1.m1"), row(draft, "T.1.1")
    name = f"rad{one.pk}-"
    fields = form_of(secretary, target) | {
        f"{name}text": "Laga ei oversikt",
        f"{name}number": "1a",
        f"{name}time": "2026-2028",
        f"{name}amount0": "1 140 000",
        f"{name}per0": "total",
        f"{name}funder0": "Fylkeskommunen",
        f"{name}amount1": "innanfor ramma",
        f"{name}parties:responsible": "Nordvik kommune\n\n  YFR \nYFR",
    }
    secretary.post(target, fields)
    one = row(draft, "T.1.1")
    assert (one.text, one.number, one.time) == (
        "Laga ei oversikt",
        "1a",
        {"raw": "2026-2028", "years": [2026, 2027, 2028]},
    )
    assert [(b.raw, b.amount, b.basis, b.per, b.funder) for b in budgets_of(one)] == [
        ("1 140 000", 1_140_000, "amount", "total", "Fylkeskommunen"),
        ("innanfor ramma", None, "within_frame", None, None),
    ]
    assert party_labels(one, "responsible") == ["Nordvik kommune", "YFR"]
    assert sorted(Event.objects.filter(verb="correct").values_list("summary", flat=True)) == [
        "budgets",
        "number",
        "parties:responsible",
        "text",
        "time",
    ]


def test_emptied_is_not_said(secretary: Client, draft: PlanVersion) -> None:
    target, one = address(draft, "1.1.m1"), row(draft, "T.1.1")
    name = f"rad{one.pk}-"
    fields = form_of(secretary, target)
    fields |= {f"{name}time": "", f"{name}amount0": "", f"{name}parties:responsible": ""}
    secretary.post(target, fields)
    one = row(draft, "T.1.1")
    assert (one.time, [b.amount for b in budgets_of(one)], party_labels(one, "responsible")) == (
        None,
        [None],
        [],
    )


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("time", "20", "Skriv året med fire siffer: 2018, 2018–2019 eller løpande."),
        ("amount0", "12 34 56", "Skriv eitt beløp, til dømes 1 140 000 eller 0,5 mill."),
    ],
)
def test_what_cannot_be_understood_is_asked(
    secretary: Client, draft: PlanVersion, field: str, value: str, said: str
) -> None:
    target, one = address(draft, "1.1.m1"), row(draft, "T.1.1")
    fields = form_of(secretary, target) | {f"rad{one.pk}-{field}": value}
    response = secretary.post(target, fields)
    assert response.status_code == 400
    html = response.content.decode()
    assert said in html
    assert f'value="{value}"' in html
    assert not Event.objects.filter(verb="correct").exists()


def test_an_empty_text_is_asked(secretary: Client, draft: PlanVersion) -> None:
    target = address(draft, "1.1.m2")
    response = secretary.post(target, form_of(secretary, target) | {"tekst-text": "  "})
    assert response.status_code == 400
    assert "Teksten kan ikkje vera tom." in response.content.decode()


def test_two_people_on_one_text(secretary: Client, draft: PlanVersion) -> None:
    target = address(draft, "1.1.m2")
    fields = form_of(secretary, target) | {"tekst-text": "Det Ola skreiv"}
    element = Element.objects.get(key="1.1.m2")
    correct(
        by=editor_of(draft.plan.council),
        subject=element,
        field="text",
        value="Det Kari skreiv",
        seen=element.text,
        now=timezone.now(),
    )
    response = secretary.post(target, fields)
    assert response.status_code == 409
    html = response.content.decode()
    assert "Det Kari skreiv" in " ".join(lines_of(html))
    assert "Det Ola skreiv</textarea>" in html
    assert Element.objects.get(key="1.1.m2").text == "Det Kari skreiv"
    # sent again, in the knowledge of the other text
    seen = re.search(r'name="tekst-seen-text" value="([^"]*)"', html)
    assert seen is not None
    secretary.post(target, fields | {"tekst-seen-text": unescape(seen[1])})
    assert Element.objects.get(key="1.1.m2").text == "Det Ola skreiv"


def test_no_field_is_lost_when_others_took_away_what_it_held(
    secretary: Client, draft: PlanVersion
) -> None:
    """Two amounts were before the editor; meanwhile somebody took both away."""
    one, by, now = row(draft, "T.1.1"), editor_of(draft.plan.council), timezone.now()
    two = [{"amount": 1, "basis": "amount"}, {"amount": 2, "basis": "amount"}]
    seen = budgets_of(one)
    correct(by=by, subject=one, field="budgets", value=two, seen=seen, now=now)
    target = address(draft, "1.1.m1")
    fields = form_of(secretary, target) | {f"rad{one.pk}-amount2": "3 000"}
    correct(by=by, subject=row(draft, "T.1.1"), field="budgets", value=[], seen=two, now=now)
    response = secretary.post(target, fields)
    assert response.status_code == 409
    html = response.content.decode()
    assert [f'name="rad{one.pk}-amount{i}" value="{v}"' in html for i, v in enumerate((1, 2))] == [
        True,
        True,
    ]
    assert 'value="3 000"' in html


@pytest.mark.parametrize("seen", ["", "{", "null", "3", '["x"]', "\0"])
def test_a_hidden_field_somebody_tampered_with(
    secretary: Client, draft: PlanVersion, seen: str
) -> None:
    target = address(draft, "1.1.m2")
    names = ("text", "time", "budgets", "parties:responsible")
    for name in names:
        fields = form_of(secretary, target) | {f"tekst-seen-{name}": seen}
        assert secretary.post(target, fields).status_code in {302, 400, 409}, name
    assert Element.objects.get(key="1.1.m2").text.startswith("Halda kontakt")


def test_in_place_by_htmx(secretary: Client, draft: PlanVersion) -> None:
    target, headers = address(draft, "1.1.m2"), {"HX-Request": "true"}
    shown = secretary.get(target, headers=headers).content.decode()
    assert "<html" not in shown
    assert f'hx-post="{target}"' in shown
    fields: dict[str, Any] = form_of(secretary, target) | {"tekst-text": "Ny"}
    done = secretary.post(target, fields, headers=headers)
    assert (done.status_code, done["HX-Refresh"]) == (200, "true")
    refused = secretary.post(target, fields | {"tekst-text": ""}, headers=headers)
    assert refused.status_code == 400
    assert "<html" not in refused.content.decode()


def test_an_adopted_text_never_changes_but_has_a_short_title(
    secretary: Client, draft: PlanVersion
) -> None:
    adopt_version(
        by=editor_of(draft.plan.council),
        version=draft,
        decided=timezone.localdate(),
        body="",
        case_number="",
        now=timezone.now(),
    )
    target = address(draft, "1.2.m2")
    html = secretary.get(target).content.decode()
    assert "Ein vedteken tekst blir aldri endra." in html
    assert "tekst-text" not in html
    secretary.post(target, {"tekst-text": "Ny"})
    assert Element.objects.get(key="1.2.m2").text.startswith("Prøva")
    saved = secretary.post(
        target + "kort-tittel/", {"title": "Heilårsbåt", "seen": ""}, follow=True
    )
    assert "Heilårsbåt" in lines_of(saved.content.decode())
    late = secretary.post(target + "kort-tittel/", {"title": "Båt", "seen": ""}, follow=True)
    assert "Nokon andre har skrive «Heilårsbåt» medan du skreiv «Båt»" in unescape(
        late.content.decode()
    )
    long = secretary.post(target + "kort-tittel/", {"title": "x" * 201}, follow=True)
    assert "høgst 200 teikn" in long.content.decode()


def test_what_cannot_be_undone_says_so(secretary: Client, draft: PlanVersion) -> None:
    event = Event.objects.get(verb="import")
    response = secretary.post(f"/arbeid/angre/{event.pk}/", follow=True)
    assert "Dette kan ikkje angrast lenger." in response.content.decode()
    assert secretary.post("/arbeid/angre/999999/").status_code == 404


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_the_way_back_stays_with_us(secretary: Client, draft: PlanVersion, back: str) -> None:
    event = Event.objects.get(verb="import")
    response = secretary.post(f"/arbeid/angre/{event.pk}/", {"back": back})
    assert response["Location"] == "/arbeid/"


def test_no_such_element(secretary: Client, draft: PlanVersion) -> None:
    for target in ("/arbeid/p/zzzzzzzz/", "/arbeid/p/zzzzzzzz/status/"):
        assert secretary.get(target).status_code == 404
