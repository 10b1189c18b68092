"""The shell around every room: base page, Today, front page, help page, errors, and how things look.

Its words: strip (the bar above), cloth, sheet, hem, drawing; see docs/words.md.
"""
