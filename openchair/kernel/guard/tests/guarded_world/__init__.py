"""A small world of guarded rows for the guard's own tests; it is no part of a house.

Somebody is what an account is elsewhere, a Reader is their person, a Place is where Sittings let
them read Leaves and Answers; Covers and Marks hang on leaves, Drafts are one's own, Posters hang in
the street.
"""
