"""The log is append-only, also for raw SQL."""

from django.db import migrations

SQLITE = [
    f"""CREATE TRIGGER audit_event_no_{what} BEFORE {what} ON audit_event
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;"""
    for what in ("update", "delete")
]
POSTGRESQL = [
    """CREATE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'restrict_violation'; END $$;""",
    """CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_event_refuse();""",
]


def create_triggers(apps, schema_editor):
    statements = SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_initial")]
    operations = [migrations.RunPython(create_triggers, migrations.RunPython.noop)]
