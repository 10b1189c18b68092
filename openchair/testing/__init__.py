"""Standing people and their tables, for the demo and for tests: always the same, laid by the real actions.

Its words: scene (a house with people in it), standing people (who they are: spec scenarios).
"""
