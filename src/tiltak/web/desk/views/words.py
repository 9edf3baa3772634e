"""The council's own words: what its documents call a level, or write above a column."""

from contextlib import suppress

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from tiltak.domain.plans.errors import NoLongerThere
from tiltak.domain.plans.operations.words import (
    ImpossibleWord,
    forget_word,
    learn_words,
    plain_word,
)
from tiltak.domain.plans.queries.words import word_by_id
from tiltak.tenancy import CouncilRequest
from tiltak.web.desk import words
from tiltak.web.desk.access import secretary


@secretary("GET", "POST")
def words_page(request: CouncilRequest) -> HttpResponse:
    """All words by level and column, and a new one."""
    if request.method == "GET":
        return _page(request, words.WordForm())
    form = words.WordForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    try:
        made = learn_words(
            by=request.viewer, words=[form.told], learned_from=None, now=timezone.now()
        )
    except ImpossibleWord as error:
        form.refuse(error)
        return _page(request, form, status=400)
    told = {"word": plain_word(form.told.word)}
    said = _("Lagt til: «%(word)s».") if made else _("«%(word)s» stod her frå før.")
    messages.success(request, said % told)
    return redirect("desk_words")


@secretary("POST")
def forget(request: CouncilRequest, pk: int) -> HttpResponse:
    """Take a word away."""
    word = word_by_id(request.viewer, pk)
    with suppress(NoLongerThere):  # somebody else was quicker
        forget_word(by=request.viewer, word=word, now=timezone.now())
    messages.success(request, _("Gløymt: «%(word)s».") % {"word": word.word})
    return redirect("desk_words")


def _page(request: CouncilRequest, form: words.WordForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "levels": words.levels(request.viewer),
        "columns": words.columns(request.viewer),
    }
    return render(request, "desk/words.html", context, status=status)
