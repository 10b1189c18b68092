"""The house as it would be if no form were answered only once. For the control run of `bin/bench kill`."""

from openchair import settings as whole

globals().update({name: said for name, said in vars(whole).items() if name.isupper()})
MIDDLEWARE = [*whole.MIDDLEWARE, "bench.kill.forgetting.ForgetTokens"]
