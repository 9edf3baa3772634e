"""The rules of the field. Every room: models, operations (writes), queries (reads), rules (who may)."""
