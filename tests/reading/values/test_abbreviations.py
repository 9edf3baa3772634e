"""Where plans tell what letters stand for."""

import pytest

from tiltak.reading import read_document
from tiltak.reading.values.abbreviations import abbreviations_of


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["Forkortingar", "DFK: Dalane fylkeskommune", "SF: Statsforvaltaren", "1 Mål"],
            {"DFK": "Dalane fylkeskommune", "SF": "Statsforvaltaren"},
            id="a list below its heading",
        ),
        pytest.param(
            ["Förkortningar", "LS Länsstyrelsen", "RD Region Dalby", "1 Vatten"],
            {"LS": "Länsstyrelsen", "RD": "Region Dalby"},
            id="a table whose rows are read as lines",
        ),
        pytest.param(
            ["Abbreviations", "DCC", "Dale County Council", "SP", "Skills Partnership", "Theme 1"],
            {"DCC": "Dale County Council", "SP": "Skills Partnership"},
            id="a table of two columns",
        ),
        pytest.param(
            ["How to read", "HB: Health Board", "DC: Dale Council", "Priority 1: Start well"],
            {"HB": "Health Board", "DC": "Dale Council"},
            id="lines in a row without a heading",
        ),
        pytest.param(
            ["Forkortingar i teksten: FK (fylkeskommunen), KD (Klimanettverket i dalane)."],
            {"FK": "fylkeskommunen", "KD": "Klimanettverket i dalane"},
            id="the name in brackets",
        ),
        pytest.param(
            [
                "Me skriv USS om Utviklingssenter for sjuke og PPT om pedagogisk-psykologisk teneste."
            ],
            {"USS": "Utviklingssenter for sjuke", "PPT": "pedagogisk-psykologisk teneste"},
            id="letters used about",
        ),
        pytest.param(
            ["Planen gjeld øyane. YR er Ytre regionråd, og HF er Helseføretaket. YR møtest."],
            {"YR": "Ytre regionråd", "HF": "Helseføretaket"},
            id="letters are",
        ),
        pytest.param(
            [
                "Solvik sykehus (SS) og kulturrådet (KR) er med. I Kommunane og kraftlaget (KL) er ingen."
            ],
            {"SS": "Solvik sykehus", "KR": "kulturrådet", "KL": "kraftlaget"},
            id="a name whose last word has the letters too",
        ),
        pytest.param(
            ["I planen står SF for Sydøernes Fællesråd og UCS for Uddannelsescenter Syd."],
            {"SF": "Sydøernes Fællesråd", "UCS": "Uddannelsescenter Syd"},
            id="letters stand for",
        ),
        pytest.param(
            ["Forkortelser", "DIKT = Dalen IKT DEK = Dalen eiendom KF", "Om planen"],
            {"DIKT": "Dalen IKT", "DEK": "Dalen eiendom KF"},
            id="two in a cell",
        ),
        *(
            pytest.param([line], {"DR": "Dalen regionråd"}, id=line)
            for line in (
                "Dalen regionråd (heretter kalla DR) er eit samarbeid.",
                "Dalen regionråd, heretter DR, er eit samarbeid.",
                "Dalen regionråd (forkorta DR) er eit samarbeid.",
                "Dalen regionråd (herefter DR) er et samarbejde.",
                "The plan is that of Dalen regionråd (hereafter DR).",
                "* DR: Dalen regionråd",
                "Tiltaka er dei som DR (Dalen regionråd) har prioritert.",
            )
        ),
        *(
            pytest.param(
                lines, {"DR": "Dalen regionråd", "VK": "Vika kommune"}, id=" / ".join(lines)
            )
            for lines in (
                ["DR – Dalen regionråd, VK – Vika kommune"],
                ["Forkortingar: DR: Dalen regionråd, VK: Vika kommune."],
                ["Forkortingar: DR – Dalen regionråd; VK – Vika kommune"],
                ["* DR = Dalen regionråd ** VK = Vika kommune"],
                ["DR – Dalen regionråd", "VK – Vika kommune"],
                ["DR\tDalen regionråd", "VK\tVika kommune"],
            )
        ),
        pytest.param(
            ["Älvdalens utvecklingsråd (ÄUR) och Överförmyndarnämnden (ÖFN)"],
            {"ÄUR": "Älvdalens utvecklingsråd", "ÖFN": "Överförmyndarnämnden"},
            id="letters of Swedish",
        ),
        pytest.param(
            ["Forsking og utvikling (FoU)"],
            {"FoU": "Forsking og utvikling"},
            id="a small letter among them",
        ),
        pytest.param(
            ["DR – Rydda veg", "VK – Merka sti", "DR (Dalen)", "VK (Rektor Vik)", "DR: Dalen"],
            {},
            id="what stands beside letters and is no name of theirs",
        ),
        pytest.param(
            [
                "SR er styrkt med to rådgjevarar.",
                "KD er eit godt døme.",
                "OBS: alle er velkomne",
                "NAV for alle som treng det",
                "IKT Samordna innkjøp",
                "Tiltak",
                "FK",
                "Fylkesvegar",
            ],
            {},
            id="sentences that only begin with letters",
        ),
    ],
)
def test_told(lines: list[str], expected: dict[str, str]) -> None:
    assert abbreviations_of(lines) == expected


def test_parties_given_by_letters_are_told_by_their_name() -> None:
    plan = read_document(
        b"Folkehelseplan for Dalen kommune 2026-2029\n\nForkortingar\nSF: Statsforvaltaren\n"
        b"DNT: Dalen turlag\n\n1 Aktivitet\n\nTiltak\n- Merka turstiar (DNT og SF, 2027)\n"
        b"- Skipa turdagar (DNT, 2028)\n",
        "plan.txt",
    )
    measures = [measure for area in plan.focus_areas for measure in area.measures]
    assert [one.responsible.parties if one.responsible else None for one in measures] == [
        ("Dalen turlag", "Statsforvaltaren"),
        ("Dalen turlag",),
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "Der Innovasjon Norge (IN) er nemnd, er det søkt. Når Voss Røde Kors (RK) er med, hjelper dei.",
            {"IN": "Innovasjon Norge", "RK": "Voss Røde Kors"},
        ),
        (
            "Glen Arrach Community Council (CC) works with Highlands and Islands Enterprise (HIE).",
            {"CC": "Glen Arrach Community Council", "HIE": "Highlands and Islands Enterprise"},
        ),
        ("The Upper Dale Community Trust (UDCT)", {"UDCT": "Upper Dale Community Trust"}),
        ("It is for the Town Centre Team (TCT).", {"TCT": "Town Centre Team"}),
        ("Vi følgjer Ytre Vik Sanitetslag (VS).", {"VS": "Ytre Vik Sanitetslag"}),
        ("Vår partner är Norra Dalens Idrottsråd (DI).", {"DI": "Norra Dalens Idrottsråd"}),
    ],
)
def test_letters_that_begin_the_last_words_of_a_name(line: str, found: dict[str, str]) -> None:
    assert abbreviations_of([line]) == found


def test_a_heading_above_a_name_is_no_part_of_it() -> None:
    lines = ["Forord", "Destination Vestkysten (DV) udgiver planen."]
    assert abbreviations_of(lines) == {"DV": "Destination Vestkysten"}
