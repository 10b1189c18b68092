"""When something hurt: letters to the independent listener, whom those who look after tables cannot reach into.

Its words: report (on pages: letter to the listener), passage (what either wrote in it), set down, kept.
"""
