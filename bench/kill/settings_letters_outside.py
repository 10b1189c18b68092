"""The house as it would be if letters were written after their act. For the control run of `bin/bench kill`."""

from openchair import settings as whole

globals().update({name: said for name, said in vars(whole).items() if name.isupper()})
LETTERS_OUTSIDE_THE_TRANSACTION = True
