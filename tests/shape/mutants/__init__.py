"""Takes the access code apart, one condition at a time, and asks whether anybody notices.

`conditions` finds what can be taken away; `doors` takes doors off views; `trying` runs the tests
against each in a fork of one warm process.
"""
