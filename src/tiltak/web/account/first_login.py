"""The link that is printed at first start: its bearer becomes administrator."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tiltak.domain.people.operations import (
    InvalidLoginLink,
    NameTaken,
    find_login_link,
    use_login_link,
)
from tiltak.web.account.forms import FirstLoginForm

BACKEND = "django.contrib.auth.backends.ModelBackend"


@never_cache
@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "POST"])
def first_login(request: HttpRequest, token: str) -> HttpResponse:
    """Choose name, e-mail and password; the link is used up when they are saved."""
    now = timezone.now()
    try:
        link = find_login_link(token=token, now=now)
    except InvalidLoginLink:
        return render(request, "account/link_invalid.html", status=410)
    known = {"name": link.user.first_name, "email": link.user.email} if link.user else None
    form = FirstLoginForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        answer = _let_in(request, form, token)
        if answer is not None:
            return answer
    return render(
        request,
        "account/first_login.html",
        {"form": form, "known_user": link.user},
        status=422 if form.is_bound else 200,
    )


def _let_in(request: HttpRequest, form: FirstLoginForm, token: str) -> HttpResponse | None:
    chosen = form.cleaned_data
    try:
        user = use_login_link(
            token=token,
            name=chosen["name"],
            email=chosen["email"],
            password=chosen["password1"],
            now=timezone.now(),
        )
    except InvalidLoginLink:
        return render(request, "account/link_invalid.html", status=410)
    except NameTaken:
        form.add_error("email", _("Nokon annan har denne e-postadressa."))
        return None
    login(request, user, backend=BACKEND)
    return redirect("front")
