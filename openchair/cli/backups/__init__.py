"""Backups of a whole house, putting them back, bringing a house forward, and moving it elsewhere.

A backup is two files. One holds all rows, as they lie: words and names are sealed in it. The other
holds the keys of the words, wrapped with the house key, and what was erased. Only the newest two
files of keys are kept, so that a key that was destroyed is soon in no backup: docs/decisions/0061.
"""
