"""The shapes of the API. Amounts are whole units of `currency`; a missing amount is null, never 0."""

import datetime as dt
from datetime import date, datetime

from ninja import Schema
from pydantic import Field

LARGEST_PAGE = 200


class Council(Schema):
    name: str
    short_name: str
    language: str
    email: str
    website: str
    is_example: bool
    changed_at: datetime | None


class Version(Schema):
    ref: str
    number: int
    state: str
    title: str
    years: list[int]
    published_at: datetime | None
    decided_date: date | None
    decided_body: str
    decided_case: str
    content_hash: str


class PlanSummary(Schema):
    slug: str
    title: str
    kind: str
    parent: str | None
    period_from: int | None
    period_to: int | None
    url: str
    shown: Version
    versions: list[Version]


class Place(Schema):
    code: str
    kind: str
    number: str | None
    title: str


class Party(Schema):
    role: str
    label: str
    name: str
    slug: str


class Time(Schema):
    raw: str | None
    years: list[int]
    ongoing: bool


class Money(Schema):
    raw: str | None
    amount: int | None
    least: int | None
    most: int | None
    currency: str | None
    per_year: dict[str, int]
    basis: str
    per: str | None
    funder: str | None
    shared_cell: str | None


class Status(Schema):
    lifecycle: str
    light: str
    sentence: str
    said_by: str
    said_at: datetime
    is_example: bool


class Row(Schema):
    key: str
    number: str | None
    text: str
    area: str | None
    time: Time | None
    budgets: list[Money]
    parties: list[Party]
    measures: list[str]


class Part(Schema):
    """A part of a measure; its own address has the rest."""

    code: str
    number: str | None
    text: str
    status: Status | None
    parts: list["Part"]


class Element(Schema):
    code: str
    kind: str
    key: str
    number: str | None
    text: str
    short_title: str
    url: str
    places: list[Place]
    time: Time | None
    budgets: list[Money]
    parties: list[Party]
    rows: list[Row]
    serves: list[str]
    status: Status | None
    parts: list[Part]


class ElementWithHistory(Element):
    statuses: list[Status]


class Paging(Schema):
    """Which part of a list: `limit` items from `offset`."""

    offset: int = Field(0, ge=0)
    limit: int = Field(100, ge=1, le=LARGEST_PAGE)


class Asked(Schema):
    q: str = Field("", max_length=200)
    page: int = Field(1, ge=1)


class Page(Schema):
    """A page of a list. `next` is the address of the next page, null on the last one."""

    count: int
    offset: int
    limit: int
    next: str | None


class MeasurePage(Page):
    items: list[Element]


class RowPage(Page):
    items: list[Row]


class Sum(Schema):
    """`total` is null when no line has an amount."""

    name: str | None
    total: int | None
    with_amount: int
    without_amount: int


class YearAmount(Schema):
    """`year` is null for what the plan gives for several years without a split."""

    year: int | None
    amount: int


class Budget(Schema):
    total: Sum
    by_area: list[Sum]
    by_funder: list[Sum]
    by_year: list[YearAmount]


class PartySummary(Schema):
    """`measures`: in how many measures of the plans in force the party has a role."""

    label: str
    slug: str
    aliases: list[str]
    measures: int
    url: str


class Involvement(Schema):
    """A party's part in one measure, or in rows that stand for no measure of the text."""

    roles: list[str]
    measure: Element | None
    rows: list[Row]


class PartyInPlan(Schema):
    plan: str
    involvements: list[Involvement]


class PartyWork(Schema):
    label: str
    slug: str
    aliases: list[str]
    url: str
    plans: list[PartyInPlan]


class Span(Schema):
    """From a day up to, not including, another; null: no known beginning or end."""

    valid_from: date | None
    valid_to: date | None


class Number(Span):
    value: str


class Change(Schema):
    """All (merged, renamed) or a part (part_moved) went from or to another municipality."""

    kind: str
    date: dt.date
    name: str
    number: str
    note: str


class Municipality(Schema):
    """`number` is the newest municipality number."""

    name: str
    number: str
    numbers: list[Number]
    memberships: list[Span]
    came_from: list[Change]
    went_to: list[Change]


class Hit(Schema):
    """`row` is the key of a table row that stands for no measure of the text; then no code."""

    kind: str
    code: str
    row: str
    title: str
    snippet: str
    plan: str
    url: str


class SearchPage(Schema):
    query: str
    total: int
    page: int
    pages: int
    items: list[Hit]
