"""Where allauth meets our house: its codes go through the outbox, and it never speaks by itself."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.kernel import drafts
from openchair.people import signing_in
from openchair.people.marks import writer
from openchair.people.models import Account


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": _(
            "A few codes are on their way already. Wait a minute, then try again."
        )
    }

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Only the sign-in code leaves here; every other template of allauth is silent."""
        account = Account.objects.filter(email__iexact=email).first()
        if "code" in context and account is not None:
            with transaction.atomic():
                letters.write(account, Kind.SIGN_IN_CODE, at=timezone.now(), secret=context["code"])

    def add_message(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """No floating messages: pages say what happened."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def post_login(self, request: HttpRequest, user: Account, **kwargs: Any) -> HttpResponse:
        """What they wrote while their sign-in had ended, on this device, is taken up."""
        own_device = signing_in.said_own(request.POST.get(signing_in.FIELD))
        signing_in.note(request, own_device=own_device, at=timezone.now())
        drafts.take_up(request, user, timezone.now(), by=writer(user.pk))
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response
