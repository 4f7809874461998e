"""Apache Spark as the engine: it carries parts, not texts. A task reads its part, puts it in place
whole and says so, hence one that is killed, repeated or run twice at once does no harm.

Input and folder must be seen under the same paths by every machine, and Legation be installed on
each. Found with Spark 4.3: what a worker prints goes nowhere that matters, and `collect` keeps the
tasks parallel where `toLocalIterator` runs them one by one.
"""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from legation.model import PartsError
from legation.scale.parts import Order, Part
from legation.scale.reading import Engine
from legation.scale.workers import ONE_THREAD, Answer, Task, done

if TYPE_CHECKING:
    from pyspark import SparkContext

LOCAL = "local"
SETTINGS = {
    "spark.app.name": "legation read",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
HOME = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
"""Of a master on this machine: nothing of it listens to the network."""


def engine(master: str | None) -> Engine:
    """Spark under a master; without one that which its own settings name, else this machine.

    Raises:
        PartsError: pyspark or a Java runtime is not installed.
    """
    try:
        import pyspark  # noqa: F401
    except ImportError as error:
        raise PartsError(
            "Spark is not installed; install it with: pip install 'legation[spark]'"
        ) from error
    if not _java():
        raise PartsError(
            "Spark needs a Java runtime of 17 or newer, and there is none; install one (on Debian: "
            "apt-get install openjdk-17-jre-headless) or let JAVA_HOME name it"
        )
    return lambda parts, order, folder: _answers(parts, order, folder, master or f"{LOCAL}[*]")


def _java() -> bool:
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=str(Path(home) / "bin")) if home else None
    return bool(found or shutil.which("java"))


def _answers(parts: Sequence[Part], order: Order, folder: Path, master: str) -> Iterator[Answer]:
    at_home = master.startswith(LOCAL)
    if not at_home:
        _check_paths(parts, folder)
    tasks = [
        msgspec.json.encode(Task(part=part, order=order, folder=str(folder))) for part in parts
    ]
    with _context(master, at_home) as context:
        try:
            said = context.parallelize(tasks, len(tasks)).map(_done).collect()
        except Exception as error:  # of Java, by way of a bridge: it has no tree of its own
            reason = str(error).strip().partition("\n")[0]
            raise PartsError(f"Spark gave up: {reason}; the same command goes on") from error
    for one in said:
        yield msgspec.json.decode(one, type=Answer)


def _check_paths(parts: Sequence[Part], folder: Path) -> None:
    given = [source.location for part in parts for source in part.sources]
    for path in (str(folder), *given):
        if not Path(path).is_absolute():
            raise PartsError(f"{path}: other machines know no such path; give the whole one")


def _context(master: str, at_home: bool) -> "SparkContext":
    from pyspark import SparkConf, SparkContext

    settings = {**SETTINGS, **(HOME if at_home else {})}
    conf = SparkConf().setMaster(master).setAll(list(settings.items()))
    for name, value in ONE_THREAD.items():
        conf.setExecutorEnv(name, value)
    if at_home:
        os.environ.setdefault("SPARK_LOCAL_IP", HOME["spark.driver.host"])
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        conf.setExecutorEnv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    context = SparkContext(conf=conf)
    context.setLogLevel("ERROR")
    return context


def _done(task: bytes) -> bytes:
    """Runs in a task: read and write a part. A part that cannot be written fails the task, for
    another machine may do better.
    """
    answer = done(msgspec.json.decode(task, type=Task))
    if answer.failed:
        raise OSError(f"{answer.name}: {answer.failed}")
    return msgspec.json.encode(answer)
