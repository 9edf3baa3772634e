"""Two columns of running text on the same lines."""

from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.text.plain_text import blocks_of_text
from tiltak.reading.vocabulary import Vocabulary

TWO = """Kulturpolitikk 2026–2029

Fellesskap for alle                          • Vi set opp tre scener i
                                               byrommet
I kommunen er det kort frå tanke til hand-   • Vi gir alle klassar ei kultur-
ling, og mange friviljuge gir ei hand med      oppleving i året
kvar veke.
                                             Natur og rørsle
Dette vil vi                                 I kommunen er det mykje natur
• Alle skal vera med i eit                   og fine stiar.
  fellesskap
"""


def read(text: str) -> tuple[list[str], int]:
    document = blocks_of_text(text, Vocabulary.default())
    tables = sum(isinstance(block, TableBlock) for block in document.blocks)
    return [block.text for block in document.texts()], tables


def test_the_left_column_is_read_before_the_right_one() -> None:
    assert read(TWO) == (
        [
            "Kulturpolitikk 2026–2029",
            "Fellesskap for alle",
            "I kommunen er det kort frå tanke til handling, og mange friviljuge gir ei hand med kvar veke.",
            "Dette vil vi",
            "Alle skal vera med i eit fellesskap",
            "Vi set opp tre scener i byrommet",
            "Vi gir alle klassar ei kulturoppleving i året",
            "Natur og rørsle",
            "I kommunen er det mykje natur og fine stiar.",
        ],
        0,
    )


def test_a_full_line_comes_after_both() -> None:
    after = "Planen vert rullert kvart fjerde år, og kommunestyret får ei melding kvar haust.\n"
    texts, _ = read(TWO + "\n" + after)
    assert texts[-1] == after.strip()


def test_a_table_of_phrases_is_no_two_columns() -> None:
    rows = "".join(
        f"Alle skal få eit tilbod nummer {n}       Vi byggjer ein ny hall i bygd nummer {n}\n"
        for n in range(6)
    )
    texts, tables = read(f"Mål                                   Tiltak\n{rows}")
    assert (texts, tables) == ([], 1)


def test_facts_beside_their_names_stay_there() -> None:
    rows = "".join(
        f"{name:<40}{value}\n"
        for name, value in (
            ("Ansvarleg", "Teknisk etat i kommunen"),
            ("Frist", "Innan utgangen av 2026"),
            ("Kostnad", "om lag 100 000 kr"),
            ("Status", "Arbeidet er i gang"),
        )
    )
    _, tables = read(f"Byggja bru\n\n{rows}")
    assert tables == 1


FURTHER_IN = """\
Barnehagen er ein stad der alle                Rydda skulegarden kvar vår
barn i bygda møtest kvar dag, og               Planta ti store tre
kommunen eig huset.                            Setja opp gjerde mot
Tiltak                                         elva
   Måla veggene ute og inne                 Ansvar: Rektor ved skulen
   Byggja leikehus av tre                   Idretten  har    mange    lag
   Kjøpa bøker på fleire                    og alle vil trena samstundes.
   språk                                    Tiltak i idretten
Ansvar: Styraren                               Byggja ny hall for alle
Skulen får nye elevar kvart                    Leiga ut bana om kvelden
år, og klasseromma er for små                  Skipa kurs for dommarar
til dei som kjem.                           Ansvar: Idrettsrådet
"""


def test_items_without_a_sign_stand_further_in_than_the_right_column_and_words_may_be_spread() -> (
    None
):
    texts, tables = read(FURTHER_IN)
    assert tables == 0
    last_left, first_right = "til dei som kjem.", "Rydda skulegarden kvar vår"
    joined = " ".join(texts)
    assert joined.index("Ansvar: Styraren") < joined.index(last_left) < joined.index(first_right)
    assert joined.index(first_right) < joined.index("Byggja ny hall")
    assert "Ansvar: Rektor ved skulen" in texts
