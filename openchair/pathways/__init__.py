"""Ways from here to life outside, and in from outside: groups nearby, one small step, a line to the host.

Words: a *source* is a directory someone else keeps; an *entry* is one meeting in it; a *mark* is what
the source says about an entry in a code; a *need* is such a mark in a visitor's own words. What somebody
*told* the start path ends in a *step*; a *place* is the private page of a letter to the host.
"""
