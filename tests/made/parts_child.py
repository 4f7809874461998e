"""A process that reads in parts until it is killed: ``python parts_child.py IN OUT WORKERS``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from made_parts import ORDER, SIZE

from legation import scale


def main() -> None:
    source, out, workers = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    scale.read([source], out, ORDER, scale.local(workers), size=SIZE)


if __name__ == "__main__":
    main()
