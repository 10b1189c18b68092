"""Letters: what leaves the house for a person, when, and in which neutral words.

This room knows accounts, not what letters are about. Its words: *letter* (one thing someone should
hear of, a row written with the act itself), *mail* (what one or more letters look like on their way
out), *question* (may this person still hear of this?, asked again at the door).
"""
