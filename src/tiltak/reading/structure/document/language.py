"""The language of a text: nn, nb, sv, da or en, by its most common words."""

import re
from collections import Counter

from tiltak.reading.vocabulary import Vocabulary

LANGUAGES = ("nn", "nb", "sv", "da", "en")
_SAMPLE = 40_000
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 3
# Letters one language has and its neighbours lack count as much as words.
_LETTERS = {"sv": "äö", "nn": "", "nb": "", "da": "", "en": ""}
# Endings that divide the two Norwegian forms: "kommunar" and "kommuner", "-leg" and "-lig".
_ENDINGS = {
    "nn": re.compile(r"(?:ane|ar|leg|lege|heit|leik|ast|inga)$"),
    # "felles" is the same in both
    "nb": re.compile(r"(?<!^fell)(?:ene|erne|er|lig|lige|het|es|ingen)$"),
    "da": re.compile(r"(?:erne|er|lig|lige|hed|es|ingen)$"),
}


def detect_language(text: str, vocabulary: Vocabulary) -> str | None:
    """The language with most of its own words in the text; None when too few are known."""
    words = Counter(word.casefold() for word in _WORD.findall(text[:_SAMPLE]))
    scores = {language: _score(words, language, vocabulary) for language in LANGUAGES}
    best = max(LANGUAGES, key=lambda language: scores[language])
    return best if scores[best] >= _LEAST_WORDS else None


def _score(words: Counter[str], language: str, vocabulary: Vocabulary) -> float:
    score = float(sum(words[word] for word in vocabulary.list_of("languages", language)))
    letters = _LETTERS[language]
    if letters:
        score += sum(n for word, n in words.items() if any(letter in word for letter in letters))
    if pattern := _ENDINGS.get(language):
        score += 0.5 * sum(n for word, n in words.items() if len(word) > 5 and pattern.search(word))
    return score


def has_lost_letters(text: str) -> bool:
    """Whether a common letter is missing altogether: a font without its map loses some.

    In text of some length each of these letters occurs in every language we read.
    """
    letters = [letter for letter in text[:_SAMPLE].casefold() if letter.isalpha()]
    return len(letters) > 400 and any(letter not in letters for letter in "aeinorst")
