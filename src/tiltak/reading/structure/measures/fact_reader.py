"""Facts about a measure: those its own text says, and those that lines or cards say of it."""

import re
from dataclasses import dataclass

from msgspec.structs import replace

from tiltak.reading.structure.drafts import DraftMeasure
from tiltak.reading.structure.measures.closing_facts import last_facts
from tiltak.reading.structure.measures.role_sentences import roles_in
from tiltak.reading.structure.measures.value_reader import ValueReader
from tiltak.reading.values.amounts import unit_factor
from tiltak.reading.values.who_and_when import who_and_when
from tiltak.reading.vocabulary import Fact

_OF_MEASURES = {"responsible", "time", "end", "start", "budget"}
_FEWEST_FACTS = 2
# "Kostnad – 300 000", "Ansvar = Rektor": the sign parts the name from its value, and is no minus
_SIGN_FIRST = re.compile(r"^[-–—=]\s+(?=\S)")
_WHO_AND_WHEN = ("responsible", "time")


@dataclass
class FactReader(ValueReader):
    """Reads values and gives measures the facts said of them."""

    def set_fact(self, measure: DraftMeasure, fact: Fact) -> None:
        """Give a measure a fact of running text; one name may say both who and when."""
        if fact.also is None or fact.also == fact.role:
            self.set_value(measure, fact.role, fact.value, name=fact.remark)
            return
        for role, value in zip(
            _WHO_AND_WHEN, who_and_when(fact.value, self.vocabulary), strict=True
        ):
            if value:
                self.set_value(measure, role, value)

    def set_value(self, measure: DraftMeasure, role: str, raw: str, *, name: str = "") -> None:
        """Give a measure the value of a fact line or card row. `name`: what the value is called,
        where that may say a unit."""
        warnings: list[str] = []
        raw = _SIGN_FIRST.sub("", raw)
        if role == "responsible":
            measure.responsible, warnings = self.parties(raw)
        elif role == "partners":
            measure.partners, warnings = self.parties(raw)
        elif role in ("time", "end", "start"):
            begun = measure.time.years if measure.time and role == "end" else ()
            measure.time, warnings = self.time(raw)
            if begun and measure.time.years:
                years = tuple(range(begun[0], max(begun[0], measure.time.years[-1]) + 1))
                measure.time = replace(measure.time, years=years)
        elif role == "budget":
            unit = unit_factor(name, self.vocabulary)
            (measure.budget, *more), warnings = self.budgets(raw, unit)
            measure.more_budgets = tuple(more)
        elif role == "funder" and measure.budget is None:
            # "Finansiering: 400 000 kr" says what it costs, "Finansiering: Fylket" who pays
            budget, warnings = self.budget(raw)
            measure.budget = budget if budget.basis != "unknown" else None
        elif role == "state":
            measure.state = raw
        measure.warnings += warnings

    def take_from_text(self, measure: DraftMeasure) -> None:
        """Take the facts a measure's own text ends in or says in a sentence."""
        said, end = last_facts(measure.text, self)
        for fact in said:
            self.set_fact(measure, fact)
        left = measure.text[:end].rstrip()
        measure.text = left.rstrip(" –—|·") if end < len(measure.text) else left
        measure.roles = roles_in(measure.text, self)

    def ends_in_facts(self, text: str) -> bool:
        """Whether a text says what is to be done and ends in who, when or what it costs."""
        said, begin = last_facts(text, self)
        roles = {fact.role for fact in said} & _OF_MEASURES
        return begin > 0 and len(roles) >= _FEWEST_FACTS
