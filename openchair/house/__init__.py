"""The installation people gather in: how it is set up and opened, who does what for it, its help lines.

Its words: house, steward, host, ear (on pages: independent listener), duty, hand-over (asking one
person), desk, event (that something happened), key sheet, help line.
"""
