"""Where a visitor's form comes from: what the browser says itself, and who is at its other end."""

from ipaddress import ip_address, ip_network

from django.http import HttpRequest

OURS = ("same-origin", "none")
ONE_HOME = {4: 32, 6: 64}
"""How much of an address is one home's: of the newer kind, a home has the last half to itself."""


def came_from_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that another site filled this in. Old browsers say nothing."""
    return request.headers.get("Sec-Fetch-Site", "none") not in OURS


def home_of(request: HttpRequest) -> str:
    """The network a form comes from; blank where it is this machine, or cannot be known."""
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return ""
    if address.is_loopback:
        return ""
    return str(ip_network(f"{address}/{ONE_HOME[address.version]}", strict=False))
