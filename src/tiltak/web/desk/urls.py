"""Addresses under /arbeid/."""

from django.urls import path

from tiltak.web.desk.views import (
    corrections,
    council,
    imports,
    overview,
    parties,
    status,
    upload,
    versions,
)

urlpatterns = [
    path("", overview.desk, name="desk"),
    path("logg/", overview.log, name="desk_log"),
    path("angre/<int:pk>/", corrections.undo, name="undo"),
    path("last-opp/", upload.upload, name="upload"),
    path("last-opp/<int:pk>/", upload.progress, name="upload_progress"),
    path("last-opp/<int:pk>/framdrift/", upload.progress_part, name="upload_progress_part"),
    path("last-opp/<int:pk>/avbryt/", upload.cancel, name="upload_cancel"),
    path("import/<int:pk>/ta-over/", imports.take_over_page, name="import_take_over"),
    path("import/<int:pk>/forkast/", imports.discard, name="import_discard"),
    path("import/<int:pk>/angre/", imports.undo, name="import_undo"),
    path("plan/<str:ref>/", versions.version_page, name="version"),
    path("plan/<str:ref>/tittel/", versions.title, name="version_title"),
    path("plan/<str:ref>/legg-ut/", versions.publish, name="version_publish"),
    path("plan/<str:ref>/ta-bort/", versions.withdraw, name="version_withdraw"),
    path("plan/<str:ref>/tilstand/", versions.state, name="version_state"),
    path("plan/<str:ref>/vedta/", versions.adopt, name="version_adopt"),
    path("plan/<str:ref>/innstillingar/", versions.edit, name="version_edit"),
    path("status/", status.statuses, name="statuses"),
    path("p/<slug:code>/", corrections.correct_page, name="correct"),
    path("p/<slug:code>/kort-tittel/", corrections.short_title, name="correct_short_title"),
    path("p/<slug:code>/status/", status.status_page, name="status"),
    path("radet/", council.council_page, name="desk_council"),
    path("radet/logo/", council.logo_form, name="desk_logo"),
    path("logo/", council.council_logo, name="council_logo"),
    path("nivanamn/", council.levels_page, name="desk_levels"),
    path("partar/", parties.parties_page, name="desk_parties"),
    path("partar/<int:pk>/", parties.party_page, name="desk_party"),
    path("partar/<int:pk>/sla-saman/", parties.merge, name="desk_merge"),
    path("partar/<int:pk>/skil/", parties.separate, name="desk_separate"),
    path("partar/kopling/<int:pk>/", parties.unlink, name="desk_unlink"),
]
