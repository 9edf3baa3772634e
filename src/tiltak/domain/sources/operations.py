"""Keeping documents."""

import hashlib
from datetime import datetime

from tiltak.domain.sources.models import SourceContent, SourceDocument
from tiltak.domain.viewer import Viewer
from tiltak.planfile.model import Source


def keep_document(
    *, by: Viewer, source: Source, data: bytes | None, now: datetime
) -> SourceDocument:
    """Store a document with its text, once per council and content.

    `data` is None for a document that is only known from inside a plan file.
    """
    document, is_new = SourceDocument.objects.get_or_create(
        council_id=by.council_id,
        sha256=source.sha256,
        text_sha256=hashlib.sha256(source.text.encode()).hexdigest(),
        defaults={
            "text": source.text,
            "filename": source.name[:300],
            "media_type": source.media_type[:120],
            "size": len(data) if data is not None else 0,
            "method": source.method,
            "uploaded_at": now,
            "uploaded_by_id": by.user_id,
        },
    )
    if data is not None and (is_new or not SourceContent.objects.filter(pk=document.pk).exists()):
        SourceContent.objects.create(document=document, data=data)
    return document
