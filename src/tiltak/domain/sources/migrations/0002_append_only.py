"""A document stays as it came in: what a plan was read from can always be looked at again."""

from django.db import migrations

KEPT = ["council_id", "sha256", "text_sha256", "filename", "media_type", "method", "text"]
MESSAGE = "a source document never changes"


def sqlite():
    changed = " OR ".join(f"NEW.{c} IS NOT OLD.{c}" for c in KEPT)
    yield f"""CREATE TRIGGER sources_document_kept BEFORE UPDATE ON sources_sourcedocument
    WHEN {changed} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END;"""
    yield f"""CREATE TRIGGER sources_content_kept BEFORE UPDATE ON sources_sourcecontent
    BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END;"""


def postgresql():
    changed = " OR ".join(f"NEW.{c} IS DISTINCT FROM OLD.{c}" for c in KEPT)
    yield f"""CREATE FUNCTION sources_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation'; END $$;"""
    yield f"""CREATE TRIGGER sources_document_kept BEFORE UPDATE ON sources_sourcedocument
    FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION sources_kept();"""
    yield """CREATE TRIGGER sources_content_kept BEFORE UPDATE ON sources_sourcecontent
    FOR EACH ROW EXECUTE FUNCTION sources_kept();"""


def create_triggers(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in sqlite() if vendor == "sqlite" else postgresql():
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("sources", "0001_initial")]
    operations = [migrations.RunPython(create_triggers, migrations.RunPython.noop)]
