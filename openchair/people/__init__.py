"""Who is here: the account, the person with a name, signing in and out, and the safety block.

Its words: account (a small row without content), person (name and preferences), block, viewer.
"""
