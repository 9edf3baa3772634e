"""`tiltak import`: a document becomes a plan, or changes one."""

from collections.abc import Iterable
from datetime import date, datetime

import click

from tiltak.cli.errors import Refused
from tiltak.cli.installation import open_database
from tiltak.cli.read import contents_of

KINDS = ["regional_plan", "action_plan", "programme", "sub_plan", "strategy"]


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--council", default="", help="Kortnamnet til regionrådet.")
@click.option(
    "--plan", default="", help="Kortnamnet til ein plan som finst: vis kva som blir endra."
)
@click.option("--apply", "is_applied", is_flag=True, help="Med --plan: gjer endringane.")
@click.option("--as", "state", type=click.Choice(["adopted"]), help="Planen er alt vedteken.")
@click.option(
    "--decided",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="ÅÅÅÅ-MM-DD",
    help="Med --as adopted: dato for vedtaket.",
)
@click.option(
    "--case", "case_number", default="", help="Med --as adopted: saksnummer, til dømes 45/17."
)
@click.option("--body", default="", help="Med --as adopted: kven som vedtok.")
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="action_plan",
    show_default=True,
    help="Kva slag plan det er.",
)
@click.option("--parent", default="", help="Kortnamnet til planen denne høyrer under.")
@click.option("--publish", is_flag=True, help="Vis planen for alle med ein gong.")
@click.option(
    "--answer", "answers", multiple=True, metavar="NY=GAMAL", help="Svar på eit spørsmål."
)
def command(
    *,
    files: tuple[str, ...],
    council: str,
    plan: str,
    is_applied: bool,
    state: str | None,
    decided: datetime | None,
    case_number: str,
    body: str,
    kind: str,
    parent: str,
    publish: bool,
    answers: tuple[str, ...],
) -> None:
    """Les dokumentet FILE inn som utkast til ein plan.

    Med --plan er det ei endring av ein plan som finst. Fleire filer er saman éin plan, til dømes teksten i Word og budsjettet i Excel. Same filer to
    gonger endrar ingenting. Går noko gale, er ingenting lagra.
    """
    decision = _decision(state, decided)
    _refuse_odd_mixture(plan=plan, is_applied=is_applied, answers=answers, parent=parent)
    contents = _contents_once(files)
    open_database()
    from tiltak.cli.import_run import ImportRun, answers_from

    run = ImportRun(
        council=council,
        files=tuple((name, data) for data, name in contents.items()),
        answers=answers_from(answers),
        decided=decision,
        body=body,
        case_number=case_number,
        publish=publish,
    )
    if plan and not is_applied:
        run.show_difference(plan)
    elif plan:
        run.change(plan)
    else:
        run.create(kind=kind, parent=parent)


def _contents_once(files: Iterable[str]) -> dict[bytes, str]:
    """Bytes → name, in the order given: the same bytes twice are one file. Raises Refused."""
    once: dict[bytes, str] = {}
    for file in files:
        data, name = contents_of(file)
        once.setdefault(data, name)
    return once


def _decision(state: str | None, decided: datetime | None) -> date | None:
    if state is None and decided is not None:
        raise Refused("--decided høyrer saman med --as adopted.")
    if state is not None and decided is None:
        raise Refused("--as adopted krev datoen for vedtaket: --decided ÅÅÅÅ-MM-DD")
    return decided.date() if decided else None


def _refuse_odd_mixture(
    *, plan: str, is_applied: bool, answers: tuple[str, ...], parent: str
) -> None:
    if not plan and (is_applied or answers):
        raise Refused("--apply og --answer høyrer saman med --plan: kva plan skal endrast?")
    if plan and parent:
        raise Refused("--parent gjeld berre nye planar.")
