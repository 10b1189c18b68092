"""The `openchair` command: starts a house, tends it, and says in plain words what is wrong with it.

Sentences here go through `openchair/cli/words.py`, which needs neither settings nor a house
(docs/decisions/0066).
"""
