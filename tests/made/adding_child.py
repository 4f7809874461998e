"""A process that adds ledgers until it is killed: ``python adding_child.py FILE COUNT SEED``."""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from made_ledgers import Simple, several

from legation import store


def main() -> None:
    path, count, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    held = several(count)
    random.Random(seed).shuffle(held)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    with store.writing(path, Simple()) as account:
        for one in held:
            account.save(one)


if __name__ == "__main__":
    main()
