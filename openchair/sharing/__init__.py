"""What people say to each other at a table, and what comes back: words, "I see you", kind words.

Its words: share (on pages: words), need (what would help), audience, witness (I see you), answer.
"""
