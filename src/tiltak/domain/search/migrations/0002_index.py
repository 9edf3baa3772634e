"""The full text index, and the triggers that tell an old index from a fresh one.

Why triggers and not signals: docs/decisions/, "Search".
"""

from django.db import migrations

# what a version's entries are made of; the columns whose change matters, all where none is named
TEXTS = ["plans_element", "plans_tablerow", "plans_rowlink", "plans_partyrole"]
CHANGED = "UPDATE search_indexstate SET changes = changes + 1 WHERE version_id"
BORN = "INSERT INTO search_indexstate (version_id, changes) VALUES (NEW.id, 0)"
EXISTING = "INSERT INTO search_indexstate (version_id, changes) SELECT id, 0 FROM plans_planversion"
RENAMED = f"{CHANGED} IN (SELECT version_id FROM plans_element WHERE initiative_id = NEW.id)"


def sqlite():
    # no accents folded: å is a letter of its own; foreign marks are off already
    yield """CREATE VIRTUAL TABLE search_index USING fts5(stems, content='search_searchentry',
    content_rowid='id', detail=none, tokenize="unicode61 remove_diacritics 0")"""
    gone = "INSERT INTO search_index(search_index, rowid, stems) VALUES ('delete', OLD.id, OLD.stems);"
    come = "INSERT INTO search_index(rowid, stems) VALUES (NEW.id, NEW.stems);"
    for what, does in (("INSERT", come), ("DELETE", gone), ("UPDATE OF stems", gone + come)):
        yield f"""CREATE TRIGGER search_entry_{what.split()[0].lower()} AFTER {what}
        ON search_searchentry BEGIN {does} END;"""
    for table in TEXTS:
        for what, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            yield f"""CREATE TRIGGER search_{table}_{what.lower()} AFTER {what} ON {table}
            BEGIN {CHANGED} = {row}.version_id; END;"""
    yield f"""CREATE TRIGGER search_initiative_renamed AFTER UPDATE OF short_title
    ON plans_initiative BEGIN {RENAMED}; END;"""
    yield f"""CREATE TRIGGER search_version_born AFTER INSERT ON plans_planversion
    BEGIN {BORN}; END;"""


def postgresql():
    yield """CREATE INDEX search_index ON search_searchentry
    USING gin (to_tsvector('simple', stems))"""
    for name, rows in (("come", "new_rows"), ("gone", "old_rows")):
        # once a statement, not once a row: a new plan has thousands of rows
        yield f"""CREATE FUNCTION search_text_{name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN {CHANGED} IN (SELECT DISTINCT version_id FROM {rows}); RETURN NULL; END $$;"""
    for table in TEXTS:
        for what, name, rows in (
            ("INSERT", "come", "NEW TABLE AS new_rows"),
            ("UPDATE", "come", "NEW TABLE AS new_rows"),
            ("DELETE", "gone", "OLD TABLE AS old_rows"),
        ):
            yield f"""CREATE TRIGGER search_{table}_{what.lower()} AFTER {what} ON {table}
            REFERENCING {rows} FOR EACH STATEMENT EXECUTE FUNCTION search_text_{name}();"""
    yield f"""CREATE FUNCTION search_initiative_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN {RENAMED}; RETURN NULL; END $$;"""
    yield """CREATE TRIGGER search_initiative_renamed AFTER UPDATE OF short_title
    ON plans_initiative FOR EACH ROW EXECUTE FUNCTION search_initiative_renamed();"""
    yield f"""CREATE FUNCTION search_version_born() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN {BORN}; RETURN NULL; END $$;"""
    yield """CREATE TRIGGER search_version_born AFTER INSERT ON plans_planversion
    FOR EACH ROW EXECUTE FUNCTION search_version_born();"""


def create_index(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in sqlite() if vendor == "sqlite" else postgresql():
        schema_editor.execute(statement)
    schema_editor.execute(EXISTING)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial"), ("plans", "0002_frozen_versions")]
    operations = [migrations.RunPython(create_index, migrations.RunPython.noop)]
