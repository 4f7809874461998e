"""Which chapter of the Harmonised System a figure's product is asked for under."""

from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from legation.lexicon import table
from legation.model import Definition, Product

WHOLE_CHAPTERS = frozenset({"mineral fuels", "mineral fuels and oils"})
"""Names that mean a whole chapter; "oil" or "gas" is a part of it."""
ASKED = frozenset({"HS", "section", "CN", "SITC"})


class Goods(Struct, frozen=True, kw_only=True):
    """A row of ``products.csv``."""

    words: tuple[str, ...]
    name: str
    scheme: str = ""
    code: str = ""


@cache
def known() -> tuple[Goods, ...]:
    """The goods that texts name, as they name them."""
    return table("products", Goods)


def narrowed(definition: Definition, product: Product | None) -> Definition | None:
    """The definition for that product; ``None`` where the product has a name but no code."""
    if product is None:
        return definition
    if not product.code or product.scheme not in ASKED or ";" in product.code:
        return None
    return replace(definition, scheme=product.scheme, product=product.code)


def narrower(product: Product | None) -> bool:
    """Whether the words mean less than the chapter that they are asked for under."""
    return (
        product is not None
        and product.scheme == "HS"
        and product.name.lower() not in WHOLE_CHAPTERS
    )
