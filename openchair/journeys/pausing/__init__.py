"""An emergency at a table: one person's posting is paused for a day, with what they said hidden; and
somebody independent looks at it (spec/model.md 5.6.7, docs/decisions/0076)."""
