"""The ways a letter takes. *Inside* needs no sending: Today shows its row (`queries.inside`)."""
