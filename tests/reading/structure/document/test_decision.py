"""Which body decided."""

import pytest

from tiltak.reading import Vocabulary
from tiltak.reading.structure.document.decision import body_named


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("av styret i Helse Fjellet RHF 18. desember 2024", "styret i Helse Fjellet RHF"),
        ("av styret ved Høgskulen i Nord 3. mai 2025", "styret ved Høgskulen i Nord"),
        ("av styret for Ytre Hamn IKS, sak 3/25", "styret for Ytre Hamn IKS"),
        ("av kommunestyret i Åsvik kommune i møte 3.5.2025", "kommunestyret i Åsvik kommune"),
        ("av årsmøtet i Dal og Fjell Friluftsråd 3.5.2025", "årsmøtet i Dal og Fjell Friluftsråd"),
        ("av kommunfullmäktige i Ådals kommun 2025-03-04", "kommunfullmäktige i Ådals kommun"),
        ("by the Board of the Northdale NHS Trust on 3 May", "Board of the Northdale NHS Trust"),
        ("Representantskapet i Ytre Hamn 3.5.2025", "Representantskapet i Ytre Hamn"),
        # who hands the draft in, and the month behind the name
        ("frå styret for Samlinga i Ytre Vik, september 2026", "styret for Samlinga i Ytre Vik"),
        ("fra styret for Samlingen i Ytre Vik, mai 2026", "styret for Samlingen i Ytre Vik"),
        ("från styrelsen för Samlingen i Yttervik, maj 2026", "styrelsen för Samlingen i Yttervik"),
        ("fra bestyrelsen for Samlingen i Vig, marts 2026", "bestyrelsen for Samlingen i Vig"),
        ("from the Board of the Outer Bay Trust, May 2026", "Board of the Outer Bay Trust"),
        ("fra utvalg for kultur, idrett og miljø, mai 2026", "utvalg for kultur, idrett og miljø"),
        ("fra styringsgruppa, mai 2026", "styringsgruppa"),
        # what else may stand behind the body
        ("av kommunestyret i møte 12.12.2024", "kommunestyret"),
        ("av kommunestyret i Sak 12/24", "kommunestyret"),
        ("by the Board in December 2024", "Board"),
        ("i kommunestyret i Desember 2024", "kommunestyret"),
        ("av hovudutval for kultur og miljø 3. mai", "hovudutval for kultur og miljø"),
    ],
)
def test_a_body_of_somebody_has_that_name_too(text: str, body: str) -> None:
    assert body_named(text, Vocabulary.default()) == body
