"""Databases of a test's own on the PostgreSQL server CI has started."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import LiteralString
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
from psycopg import sql

SERVER = os.environ.get("TILTAK_TEST_DATABASE_URL", "")
NO_SERVER = "no PostgreSQL: TILTAK_TEST_DATABASE_URL is not set"


class Database:
    """A database on the server; asked beside the program."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.url = urlsplit(SERVER)._replace(path=f"/{name}").geturl()

    def ask(self, query: LiteralString | sql.Composed) -> list[tuple[object, ...]]:
        with psycopg.connect(self.url) as opened:
            return opened.execute(query).fetchall()

    def tell(self, statement: LiteralString) -> None:
        with psycopg.connect(self.url) as opened:
            opened.execute(statement)

    def content(self) -> dict[str, list[tuple[object, ...]]]:
        """Every table with its rows as text, in an order of their own."""
        tables = self.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        rows = sql.SQL("SELECT one::text FROM {} AS one ORDER BY 1")
        return {str(name): self.ask(rows.format(sql.Identifier(str(name)))) for (name,) in tables}


@contextmanager
def new_database() -> Iterator[Database]:
    """One with nothing in it, gone afterwards."""
    name = f"tiltak_test_{uuid4().hex[:12]}"
    _on_server("CREATE DATABASE {}", name)
    try:
        yield Database(name)
    finally:
        _on_server("DROP DATABASE {} WITH (FORCE)", name)


def _on_server(statement: LiteralString, name: str) -> None:
    with psycopg.connect(SERVER, autocommit=True) as opened:
        opened.execute(sql.SQL(statement).format(sql.Identifier(name)))
