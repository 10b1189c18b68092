"""Ways to ask the database for more than one may see, generated from what Django offers.

Every public method of a queryset, a relation and a row, from every kind of start, along every
relation two steps deep, in every way of evaluating. Each runs in two worlds that differ only in rows
that Ama may not see: what she is answered must be the same in both.
"""
