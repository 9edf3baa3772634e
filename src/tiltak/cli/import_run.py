"""One import from the command line, in one transaction."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import click
from django.db import transaction
from django.utils import timezone

from tiltak.cli.difference_text import difference_lines, question_lines
from tiltak.cli.errors import Refused
from tiltak.cli.intake import operator, read_files, receive_files
from tiltak.cli.where import council_named, plan_named
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans import errors
from tiltak.domain.plans.models import Plan, PlanVersion
from tiltak.domain.plans.operations import Authority, NewPlan, apply_import
from tiltak.domain.plans.queries.intake import Preview, preview
from tiltak.domain.viewer import Viewer
from tiltak.planfile import walk
from tiltak.planfile.difference import NOTHING
from tiltak.planfile.matching import Answer, InvalidAnswer
from tiltak.planfile.model import Plan as PlanFile

NEW = "ny"


def answers_from(given: Iterable[str]) -> dict[str, Answer]:
    """`1.2.m3=1.2.m1`, `1.2.m3=ny`, `1.2.m3=1.2.m1+1.2.m2` as answers. Raises Refused."""
    answers: dict[str, Answer] = {}
    for one in given:
        new, equals, old = one.partition("=")
        if not (new and equals and old):
            raise Refused(f"--answer {one}: skriv NY=GAMAL, NY=GAMAL1+GAMAL2 eller NY={NEW}.")
        parts = tuple(old.split("+"))
        answers[new] = None if old == NEW else parts if len(parts) > 1 else old
    return answers


@dataclass(frozen=True, slots=True)
class ImportRun:
    """What the command was asked: files, a council, and on what authority.

    `files` are name and bytes of each; together they are one plan.
    """

    council: str
    files: tuple[tuple[str, bytes], ...]
    answers: dict[str, Answer]
    decided: date | None
    body: str
    case_number: str
    publish: bool

    def create(self, *, kind: str, parent: str) -> None:
        """A new plan of the council."""
        council, by, plan_file = self._read()
        above = plan_named(by, parent) if parent else None
        version = self._take_over(by, plan_file, NewPlan(kind=kind, parent=above))
        if version is not None:
            _warn_of_namesake(version)
            _tell(version, plan_file, council)

    def change(self, slug: str) -> None:
        """A plan that is there becomes the document."""
        council, by, plan_file = self._read()
        version = self._take_over(by, plan_file, plan_named(by, slug))
        if version is not None:
            _tell(version, plan_file, council)

    def show_difference(self, slug: str) -> None:
        """What would be changed. Nothing is stored."""
        _council, by, plan_file = self._read()
        plan = plan_named(by, slug)
        with _said_in_one_line(), transaction.atomic():
            received = receive_files(by, plan_file, self.files, timezone.now())
            found = preview(by, received, plan, self.answers)
            transaction.set_rollback(True)
        self._refuse_answers_that_do_not_fit(found)
        if found.is_repeated or found.difference == NOTHING:
            click.echo("Ingen endring.")
            return
        _show(found)
        click.echo(f"Ingenting er lagra. Gjer endringane med: --plan {slug} --apply")

    def _read(self) -> tuple[RegionalCouncil, Viewer, PlanFile]:
        council = council_named(self.council)
        by = operator(council)
        plan_file = read_files(self.files, by)
        for warning in plan_file.warnings:
            click.echo(warning, err=True)
        return council, by, plan_file

    def _take_over(
        self, by: Viewer, plan_file: PlanFile, into: Plan | NewPlan
    ) -> PlanVersion | None:
        now = timezone.now()
        try:
            with _said_in_one_line(), transaction.atomic():
                received = receive_files(by, plan_file, self.files, now)
                return apply_import(
                    by=by,
                    received=received,
                    now=now,
                    into=into,
                    answers=self.answers,
                    adopted=self._authority(plan_file),
                    publish=self.publish,
                )
        except errors.NothingChanged:
            click.echo("Ingen endring: denne fila er lagd inn frå før.")
        except errors.DoubtfulMatches:
            assert isinstance(into, Plan)  # noqa: S101  a new plan has nothing to be matched with
            self._ask(by, plan_file, into)
        return None

    def _authority(self, plan_file: PlanFile) -> Authority | None:
        if self.decided is None:
            return None
        body = self.body or plan_file.document.body or ""
        return Authority(self.decided, body=body, case_number=self.case_number)

    def _ask(self, by: Viewer, plan_file: PlanFile, plan: Plan) -> None:
        with transaction.atomic():
            received = receive_files(by, plan_file, self.files, timezone.now())
            found = preview(by, received, plan, self.answers)
            transaction.set_rollback(True)
        for line in _questions(found):
            click.echo(line)
        raise Refused("Svar på spørsmåla over med --answer. Ingenting er lagra.")

    def _refuse_answers_that_do_not_fit(self, found: Preview) -> None:
        answered = found.matching.answered if found.matching else {}
        wrong = [new for new in self.answers if new not in answered]
        if wrong:
            raise Refused(f"--answer {wrong[0]}=…: svaret passar ikkje til planane.")


@contextmanager
def _said_in_one_line() -> Iterator[None]:
    """Refusals of the domain as one line for the terminal."""
    try:
        yield
    except errors.UnstorableText:
        raise Refused("Planen har teikn eller tal som ikkje kan lagrast.") from None
    except errors.CannotAdopt:
        raise Refused(
            "Planen kan ikkje lagrast som vedteken: han er tom, eller datoen er ikkje komen."
        ) from None
    except InvalidAnswer as error:
        raise Refused(f"Eit svar passar ikkje til planane: {error}") from None


def _show(found: Preview) -> None:
    if found.before is not None:
        for line in difference_lines(found.difference, found.before, found.content):
            click.echo(line)
    for line in _questions(found):
        click.echo(line)


def _questions(found: Preview) -> Iterator[str]:
    if found.before is not None and found.matching is not None:
        yield from question_lines(found.matching, found.before, found.content)


def _warn_of_namesake(version: PlanVersion) -> None:
    plan = version.plan
    same = Plan.objects.filter(council_id=plan.council_id, title=plan.title).exclude(pk=plan.pk)
    if other := same.first():
        click.echo(
            f"Merk: rådet hadde alt ein plan som heiter det same ({other.slug}). "
            f"Skulle han endrast, bruk --plan {other.slug}.",
            err=True,
        )


def _tell(version: PlanVersion, plan_file: PlanFile, council: RegionalCouncil) -> None:
    state = {"adopted": "vedteken", "proposal": "framlegg", "consultation": "høyringsframlegg"}
    shown = "synleg for alle" if version.published_at else "berre synleg for den som er logga inn"
    click.echo(f"{version.title}: {version.plan.slug}@{version.number} i {council.name}")
    click.echo(f"  {state.get(version.state, 'utkast')}, {shown}")
    measures = sum(1 for _ in walk.all_measures(plan_file))
    rows = sum(1 for _ in walk.rows(plan_file))
    areas = len(plan_file.focus_areas)
    click.echo(f"  {areas} satsingsområde, {measures} tiltak, {rows} rader i tabellen")
    if plan_file.unplaced:
        count = len(plan_file.unplaced)
        texts = "éin tekst" if count == 1 else f"{count} tekstar"
        click.echo(f"  {texts} fann ingen plass. Sjå på arbeidsbordet.")
