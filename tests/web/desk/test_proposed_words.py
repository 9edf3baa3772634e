"""Words that corrections taught: asked about where the document is taken over, then read with."""

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.factories.councils import NOW, editor_of, make_council
from tests.factories.own_words import (
    COLUMN,
    CORRECTIONS,
    LEVEL,
    NEXT_YEAR,
    THIS_YEAR,
    kinds_of,
    measures_of,
    responsible_in,
)
from tests.web.desk.conftest import Upload
from tests.web.page_text import lines_of, part_of
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.errors import NoLongerThere
from tiltak.domain.plans.models import CouncilWord, Import, Plan
from tiltak.domain.plans.operations.reviewing import review, undo_review_step
from tiltak.domain.plans.operations.words import Word, learn_words
from tiltak.domain.plans.queries.words import CouncilWords, council_words
from tiltak.domain.viewer import Viewer
from tiltak.planfile.editing import Exclude
from tiltak.web.desk.views import imports

BOTH = CouncilWords(
    levels={"measure": ("storverk",)}, columns={"responsible": ("utførande eining",)}
)


@pytest.fixture
def by(council: RegionalCouncil) -> Viewer:
    return editor_of(council)


@pytest.fixture
def corrected(by: Viewer, upload: Upload) -> Import:
    """The document of this year, read wrongly and corrected."""
    upload(THIS_YEAR.encode(), "plan.txt")
    received = Import.objects.get()
    review(by=by, received=received, edits=CORRECTIONS, seen=0, now=NOW)
    return received


def address(received: Import) -> str:
    return f"/arbeid/import/{received.pk}/ta-over/"


def shown(browser: Client, received: Import) -> str:
    response = browser.get(address(received))
    assert response.status_code == 200
    return response.content.decode()


def send(browser: Client, received: Import, *words: str, seen: int = 1) -> HttpResponse:
    fields = {"plan": "", "draft": "1", "word": words, "seen": str(seen)}
    response = browser.post(address(received), fields, follow=True)
    assert isinstance(response, HttpResponse)
    return response


def test_what_was_corrected_alike_is_asked_about(secretary: Client, corrected: Import) -> None:
    html = shown(secretary, corrected)
    assert part_of(html, "ord") == [
        "Skal programmet lesa det slik neste gong?",
        "Dette retta de likt fleire gonger. Kryss av det som gjeld for dokumenta dykkar. Ingen andre råd får orda, og de kan gløyma dei att under Ord.",
        "Les ordet «storverk» som nivået «Tiltak»",
        "De retta 3 tekstar med dette ordet til «Tiltak».",
        "Les kolonnen «utførande eining» som «Ansvarleg»",
        "De skreiv inn som «Ansvarleg» det som står i 2 celler i kolonnen.",
    ]
    assert " checked" not in html.split('id="ord"')[1].split("</section>")[0]


def test_nothing_is_asked_where_nothing_was_corrected(secretary: Client, upload: Upload) -> None:
    upload(THIS_YEAR.encode(), "plan.txt")
    assert 'id="ord"' not in shown(secretary, Import.objects.get())


def test_what_is_ticked_is_learnt(secretary: Client, corrected: Import, by: Viewer) -> None:
    response = send(secretary, corrected, LEVEL, COLUMN)
    assert response.redirect_chain == [("/arbeid/plan/handlingsplan-2026@1/", 302)]
    said = "Neste dokument blir lese med «storverk», «utførande eining»."
    assert said in response.content.decode()
    assert council_words(by) == BOTH
    assert "lært av plan.txt" in secretary.get("/arbeid/ord/").content.decode()
    log = lines_of(secretary.get("/arbeid/logg/").content.decode())
    assert [line for line in log if line.endswith("Kari Nes")][:2] == [
        "La til ord frå dokumenta: storverk, utførande eining Kari Nes",
        "Tok over eit dokument som utkast: plan.txt Kari Nes",
    ]


def test_only_what_is_ticked(secretary: Client, corrected: Import, by: Viewer) -> None:
    send(secretary, corrected, COLUMN, "level:strategy:storverk", "level:measure:bru", "x", "")
    assert council_words(by) == CouncilWords(columns=BOTH.columns)
    assert Plan.objects.count() == 1


def test_nothing_ticked_nothing_learnt(secretary: Client, corrected: Import) -> None:
    response = send(secretary, corrected)
    assert "Neste dokument" not in response.content.decode()
    assert (CouncilWord.objects.count(), Plan.objects.count()) == (0, 1)


def test_a_word_with_another_meaning_at_the_council(
    secretary: Client, corrected: Import, by: Viewer
) -> None:
    learn_words(by=by, words=[Word("level", "theme", "Storverk")], learned_from=None, now=NOW)
    html = shown(secretary, corrected)
    assert part_of(html, "ord")[2:4] == [
        "«storverk» betyr «Tema» hjå dykk no",
        "De retta 3 tekstar med dette ordet til «Tiltak». Gløym ordet under «Ord» før de gjev det ei anna meining.",
    ]
    assert (LEVEL in html, COLUMN in html) == (False, True)


def test_somebody_gave_the_word_another_meaning_meanwhile(
    secretary: Client, corrected: Import, by: Viewer
) -> None:
    learn_words(by=by, words=[Word("level", "theme", "Storverk")], learned_from=None, now=NOW)
    response = send(secretary, corrected, LEVEL, COLUMN)
    html = response.content.decode()
    assert response.status_code == 400
    assert "«storverk» betyr alt «Tema» hjå dykk." in html
    assert f'value="{COLUMN}"' in html
    assert html.split(f'value="{COLUMN}"')[1].split(">")[0].endswith("checked")
    assert (Plan.objects.count(), CouncilWord.objects.count()) == (0, 1)


def test_steps_of_somebody_else_are_shown_first(
    secretary: Client, corrected: Import, by: Viewer
) -> None:
    assert 'name="seen" value="1"' in shown(secretary, corrected)
    corrected.refresh_from_db()
    review(by=by, received=corrected, edits=[Exclude("2.d1")], seen=1, now=NOW)
    response = send(secretary, corrected, LEVEL)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Nokon har gjort noko her sidan du opna sida." in html
    assert 'name="seen" value="2"' in html
    assert html.split(f'value="{LEVEL}"')[1].split(">")[0].endswith("checked")
    assert (Plan.objects.count(), CouncilWord.objects.count()) == (0, 0)
    send(secretary, corrected, LEVEL, seen=2)
    assert (Plan.objects.count(), CouncilWord.objects.count()) == (1, 1)


@pytest.mark.parametrize("seen", ["", "x", "²", "9" * 40, "-1", "1.0"])
def test_a_number_of_steps_that_is_none(secretary: Client, corrected: Import, seen: str) -> None:
    response = secretary.post(address(corrected), {"draft": "1", "seen": seen})
    assert (response.status_code, Plan.objects.count()) == (409, 0)


def test_a_step_taken_back_teaches_nothing(
    secretary: Client, corrected: Import, by: Viewer
) -> None:
    undo_review_step(by=by, received=corrected, seen=1, now=NOW)
    assert 'id="ord"' not in shown(secretary, corrected)
    send(secretary, corrected, LEVEL, seen=0)
    assert (Plan.objects.count(), CouncilWord.objects.count()) == (1, 0)


def test_the_words_stay_when_the_import_is_undone(
    secretary: Client, corrected: Import, by: Viewer
) -> None:
    send(secretary, corrected, LEVEL)
    secretary.post(f"/arbeid/import/{corrected.pk}/angre/")
    assert not Plan.objects.exists()
    assert council_words(by).levels == BOTH.levels


def test_a_document_thrown_away_meanwhile(
    secretary: Client, corrected: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(**_: object) -> None:
        raise NoLongerThere

    monkeypatch.setattr(imports, "apply_import", gone)
    response = send(secretary, corrected, LEVEL)
    assert "Dokumentet ventar ikkje lenger: det er teke over eller forkasta." in (
        response.content.decode()
    )


def move(browser: Client, received: Import, key: str, parent: str, seen: int) -> None:
    """What the form of the review sends when an element is made a measure."""
    fields = {"element": key, "do": "move", "kind": "measure", "parent": parent, "before": ""}
    response = browser.post(f"/arbeid/import/{received.pk}/steg/", {**fields, "seen": str(seen)})
    assert response.status_code == 302


def test_the_whole_chain(secretary: Client, upload: Upload, by: Viewer) -> None:
    """Read wrongly, corrected, learnt, read rightly; another council's reading is as before."""
    upload(THIS_YEAR.encode(), "plan.txt")
    first = Import.objects.get()
    assert "Byggja gangveg til skulen." not in measures_of(first)
    for seen, (key, parent) in enumerate([("1.d3", "1"), ("1.d4", "1"), ("2.d3", "2")]):
        move(secretary, first, key, parent, seen)
    assert f'value="{LEVEL}"' in shown(secretary, first)
    send(secretary, first, LEVEL, seen=3)

    upload(NEXT_YEAR.encode(), "plan2027.txt")
    right = Import.objects.get(state="pending")
    assert measures_of(right) == ["Skipa til ein songfest.", "Kjøpa inn notehefte."]
    assert responsible_in(right) == [(), ()]

    make_council("Naborådet", host="nabo.example")
    secretary.defaults["SERVER_NAME"] = "nabo.example"
    upload(NEXT_YEAR.encode(), "plan2027.txt")
    theirs = Import.objects.exclude(council_id=by.council_id).get()
    assert measures_of(theirs) == ["Skipa til ein songfest", "Kjøpa inn notehefte"]
    assert kinds_of(theirs)["Skipa til ein songfest."] == "sub_goal"
