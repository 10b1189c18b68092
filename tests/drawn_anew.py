"""For machines: each program of Hypothesis is drawn anew.

By itself it makes five programs of six by doubling a piece of the one before, and begins with the smallest:
good for finding a number at an edge, bad for whatever needs several different acts in a row. Its draws stay
the same, and so does the seed.
"""

from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS

ANEW = "drawn-anew"
AVAILABLE_PROVIDERS[ANEW] = "hypothesis.internal.conjecture.providers.HypothesisProvider"
