"""Who sees what, at every address: the standing people, what they have, and an oracle of its own.

`world` lays the scene and plants canaries in it. `sight` and `routes` are the oracle, written by hand
from spec/model.md 5.2 and 5.8 and never from the code. `asking` sends requests; `cells` compares.
"""
