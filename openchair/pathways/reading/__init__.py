"""Reads public meeting directories, Meeting Guide feeds and BMLT exports, into entries. Knows no database.

Liberal where the meaning is certain; where it is not, the row is left out with a sentence that says why.
"""
