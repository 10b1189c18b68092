"""What a browser is told with every page, scored by the rules of Mozilla's HTTP Observatory.

The rules are those published for the Observatory (developer.mozilla.org/observatory, "tests and
scoring"): 100 points; what is wrong takes some away, and what is better than asked adds some where 90
were reached without. `rules` is written from that text; `asking` is a TLS proxy on the same machine.
"""
