"""AS-12: five people are glad with Chiara. She reads five names, no figure; nobody else reads a sum."""

import re

from openchair.testing.scenes import Scene
from tests.guest import Guest

GLAD = ("Ama", "Bert", "Els", "Lin", "Dev")


def test_as_12_joy_without_envy(scene: Scene) -> None:
    table = f"/tables/{scene.tables['Tuesday'].pk}/"
    chiara = Guest(scene.people["Chiara"])
    chiara.fill(table, table, words="I slept at my own house.", kind="joy")
    joy = re.findall(r'id="said-([0-9a-f-]+)"', chiara.get(table).text)[0]
    others = {name: Guest(scene.people[name]) for name in GLAD}
    order = re.findall(r'id="said-([0-9a-f-]+)"', others["Bert"].get(table).text)
    for name in GLAD:
        others[name].fill(table, f"/words/{joy}/seen/", short="glad")
    page = chiara.get(table).text
    article = page.partition(f'id="said-{joy}"')[2].partition("</article>")[0]
    assert re.findall(r"<b>(\w+)</b> <span class=\"words\">Glad with you", article) == list(GLAD)
    assert not re.search(r">[^<]*\d[^<]*<", article.partition("share-said")[2])
    assert re.findall(r'id="said-([0-9a-f-]+)"', others["Bert"].get(table).text) == order
    for name in ("Bert", "Els"):
        text = others[name].get(table).text.partition(f'id="said-{joy}"')[2].partition("</article>")
        assert not any(other in text[0] for other in GLAD if other != name)
