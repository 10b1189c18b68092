from openchair.people.forms import ArrivingForm


class FirstLinkForm(ArrivingForm):
    """There is no table yet, and so no agreement."""

    agreement = None  # type: ignore[assignment]  # Django's own way to leave the field out
