"""Someone lost their mailbox, and a host who knows them helps: what the host writes down.

The host learns nothing, not even whether the lost address was anybody's here: the page answers alike,
and after the same time. What comes of it is in `people.actions.mending`.
"""
