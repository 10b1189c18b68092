"""What every page tells the browser is as good as it can be: the quick cut of `bin/bench headers`."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bench.headers.rules import HOST, Answer, judge, score

ROOT = Path(__file__).resolve().parents[2]
POLICY = "default-src 'none'; script-src 'self'; form-action 'self'; frame-ancestors 'none'"
COOKIE = "__Host-seat=x; HttpOnly; Max-Age=9; Path=/; SameSite=Lax; Secure"
GOOD = {
    "content-security-policy": POLICY,
    "content-type": "text/html",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "set-cookie": COOKIE,
    "strict-transport-security": "max-age=63072000",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
PAGE = '<script src="/static/leave.js"></script>'


def answer(body: str = PAGE, **headers: str) -> Answer:
    said = GOOD | {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(200, tuple(said.items()), body, f"https://{HOST}/")


def test_every_page_and_every_error_reaches_the_goal() -> None:
    command = [sys.executable, "-P", "-m", "bench.headers", "--quick"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    print(run.stdout.splitlines()[-1] if run.stdout else run.stderr)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_best_there_is() -> None:
    assert score(answer()) == 135


@pytest.mark.parametrize(
    ("header", "value", "points"),
    [
        ("content-security-policy", "", 75),
        ("content-security-policy", "default-src 'none'; script-src 'unsafe-inline'", 80),
        ("content-security-policy", "default-src 'none'; script-src http://a.example", 80),
        ("content-security-policy", POLICY + "; img-src http:", 115),
        ("content-security-policy", POLICY + "; style-src 'unsafe-eval'", 115),
        ("content-security-policy", POLICY + "; style-src 'unsafe-inline'", 125),
        ("content-security-policy", POLICY.replace("form-action 'self'", ""), 130),
        (
            "content-security-policy",
            POLICY.replace("default-src 'none'", "default-src 'self'"),
            130,
        ),
        ("cross-origin-resource-policy", "cross-origin", 125),
        ("cross-origin-resource-policy", "everywhere", 120),
        ("referrer-policy", "", 130),
        ("referrer-policy", "no-referrer, unsafe-url", 125),
        ("referrer-policy", "whatever", 125),
        ("set-cookie", "light=dark; SameSite=Lax", 125),
        ("set-cookie", "light=dark; Secure", 130),
        ("set-cookie", COOKIE.replace("Lax", "None"), 80),
        ("set-cookie", COOKIE.replace("HttpOnly; ", ""), 70),
        ("set-cookie", COOKIE.replace("; Secure", ""), 120),
        ("set-cookie", "form=x; Secure", 80),
        ("set-cookie", "__Host-seat=; Max-Age=0; Secure", 130),
        ("strict-transport-security", "", 80),
        ("strict-transport-security", "max-age=600", 125),
        ("x-content-type-options", "", 130),
    ],
)
def test_what_is_missing_costs_points(header: str, value: str, points: int) -> None:
    assert score(answer(**{header: value})) == points


def test_a_page_that_may_stand_in_a_frame_costs_points() -> None:
    open_policy = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
    assert score(answer(content_security_policy=open_policy)) == 130
    bare = answer(content_security_policy=open_policy, x_frame_options="")
    assert score(bare) == 80


def test_a_cookie_without_tls_is_worse_still() -> None:
    plain = answer(set_cookie=COOKIE.replace("; Secure", ""), strict_transport_security="max-age=1")
    assert score(plain) == 100 - 10 - 40


def test_sharing_with_everyone_costs_points() -> None:
    shared = {"access_control_allow_origin": "*", "access_control_allow_credentials": "true"}
    assert score(answer(**shared)) == 50


@pytest.mark.parametrize(
    ("leads_to", "points"),
    [("", -20), ("http://house.example/", -20), ("https://elsewhere.example/", -5)],
)
def test_an_address_without_tls_must_lead_to_the_same_one_with_it(
    leads_to: str, points: int
) -> None:
    found = {p.test: p.points for p in judge(replace(answer(), without_tls=leads_to))}
    assert found["redirection"] == points


@pytest.mark.parametrize(
    ("script", "points"),
    [
        ('<script src="/a.js" integrity="sha384-x"></script>', 5),
        ('<script src="https://cdn.example/a.js" integrity="sha384-x"></script>', 5),
        ('<script src="https://cdn.example/a.js"></script>', -5),
        ('<script src="http://cdn.example/a.js" integrity="sha384-x"></script>', -20),
        ('<script src="//cdn.example/a.js"></script>', -50),
        ("", 0),
    ],
)
def test_scripts_from_elsewhere_cost_points(script: str, points: int) -> None:
    found = {p.test: p.points for p in judge(answer(script))}
    assert found["subresource integrity"] == points
