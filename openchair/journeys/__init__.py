"""What spans rooms: arriving through a letter, leaving a table, taking one's words along, being forgotten.

Its words: journey (a path through several rooms), erasing (a person's words going, row by row), copy
(of all of one's own, to take along), private page (own words that no table shows any more), passage
(the part of someone's words that tells of another). The rooms below know nothing of them.
"""
