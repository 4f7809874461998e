"""A process that reads in parts by Spark: ``python spark_child.py IN OUT MASTER``. Spark holds a
Java process, hence a process of its own.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from made_parts import ORDER, SIZE

from legation import scale
from legation.scale import spark


def main() -> None:
    source, out, master = sys.argv[1:]
    scale.read([source], Path(out), ORDER, spark.engine(master), size=SIZE)


if __name__ == "__main__":
    main()
