"""Being with someone now: who may be asked, a call for company while it lasts, worry, and how people are.

Its words: readiness ("ask me when someone needs company"), wake me, ring me (a telephone number shown to
chosen people), call (asking for company), asked (who was asked, and whether they came), lamp, worry
("I'm worried about you", and what the writer answered), also (whom they would ask to look in), check-in
(how someone said they are, for whom they chose), kept page (of one's own), waiting
(words that nobody answered yet), asked to answer.
"""
