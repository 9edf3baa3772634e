"""`tiltak work`: the worker, which reads what is uploaded."""

import click

from tiltak.cli.installation import in_use, open_database, start_django


@click.command("work")
@click.option("--beside", type=int, hidden=True, help="Nummeret til tenaren som starta arbeidaren.")
def command(*, beside: int | None) -> None:
    """Les opplasta filer i bakgrunnen.

    «tiltak serve» startar ein arbeidar sjølv. Fleire kan gå samstundes, òg på fleire maskiner.
    """
    if beside is not None and not _goes_with(beside):
        return
    start_django()
    from tiltak.jobs.worker import work

    with in_use():
        open_database()
        if beside is None:
            click.echo("Arbeidaren er i gang. Stopp med Ctrl+C.")
        work()


def _goes_with(server: int) -> bool:
    """End with the server, however it ends. False when it is gone already."""
    import os

    from tiltak.reading.safety.confinement import end_with_parent

    end_with_parent()
    return os.getppid() == server
