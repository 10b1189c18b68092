"""Tables and who sits at them: seats, chairs set out, invitations, the agreement, who looks after it.

Its words: circle (on pages: table), seat, open chair, invitation, agreement, keeper.
"""
