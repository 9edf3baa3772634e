"""The currency of a plan."""

import pytest

from tiltak.reading.structure.document.currency import currency_of


@pytest.mark.parametrize(
    ("text", "language", "currency"),
    [
        ("Kostnad 400 000", "nn", "NOK"),
        ("Kostnad 400 000", "sv", "SEK"),
        ("Udgift 400.000", "da", "DKK"),
        ("Kostnad (1000 kr): 400, 250. Interreg: € 20 000 og € 30 000", "nn", "NOK"),
        ("Kostnad 2 mnok, av dette £ 20 000 frå partnaren", "nb", "NOK"),
        ("Kostnad: 400 tkr, EU-medel €10 000", "sv", "SEK"),
        ("Kostnad: 10 000 €, 20 000 €", "sv", "EUR"),
        ("Cost: £5,000. Grant: €6,000. Cost: £7,000", "en", "GBP"),
        ("Cost: €5,000. Fee to Belfast: £600. Cost: €7,000", "en", "EUR"),
        ("Cost: NOK 5 million, NOK 2 million, EU €20,000", "en", "NOK"),
        ("Cost: SEK 5 million", "en", "SEK"),
        ("Cost: DKK 5 million and SEK 2 million", "en", "DKK"),
        ("Cost: 5,000", "en", None),
    ],
)
def test_the_plan_counts_in_what_it_writes(text: str, language: str, currency: str | None) -> None:
    assert currency_of(text, language) == currency
