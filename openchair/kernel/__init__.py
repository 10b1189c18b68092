"""The ground: who may see a row, words sealed on disk, forms answered once, drafts, safe text, doors.

It knows no circle. Its words: viewer (who asks), guarded, sealed, key store, door, refusal.
"""
