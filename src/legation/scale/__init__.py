"""Many documents in parts that can be read apart: by workers on this machine, or by an engine that
has many machines. The engine carries parts, not texts.
"""

from legation.scale.folders import Manifest
from legation.scale.parts import SIZE, Order
from legation.scale.reading import Engine, Told, read
from legation.scale.workers import local

__all__ = ["SIZE", "Engine", "Manifest", "Order", "Told", "local", "read"]
