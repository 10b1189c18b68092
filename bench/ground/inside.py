"""Does one thing inside a house: `python -m bench.ground.inside package.module.function '{"asked": …}'`.

The function gets what was asked by name; what it returns is printed as JSON.
"""

import json
import sys

import django
from django.utils.module_loading import import_string

if __name__ == "__main__":
    django.setup()
    print(json.dumps(import_string(sys.argv[1])(**json.loads(sys.argv[2]))))
