"""`tiltak demo`: the program with a real plan in it."""

import click

from tiltak.cli.installation import apply_migrations, start_django
from tiltak.cli.static_files import collect_static_files


@click.command("demo")
@click.option("--serve", is_flag=True, help="Start nettenaren etterpå.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="Porten til tenaren.",
)
def command(*, serve: bool, port: int) -> None:
    """Lag eit regionråd som døme, med planar og status.

    Det heiter «Sogn regionråd (døme)». Finst det frå før, skjer ingenting.
    """
    start_django()
    from django.utils import timezone

    from tiltak.cli.demo.load import load_demo

    apply_migrations()
    collect_static_files()
    is_new = load_demo(timezone.now())
    click.echo("Dømet er lagt inn." if is_new else "Dømet var lagt inn frå før.")
    if serve:
        from tiltak.cli.serve import run_server

        run_server(host="127.0.0.1", port=port, workers=2, threads=4)
