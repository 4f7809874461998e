"""Pages from templates. A brief is one file: no script, no outside request, legible on paper and
in the dark.
"""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from legation.views import Brief


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("legation.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def brief_page(brief: Brief, version: str) -> str:
    """One brief as one HTML file.

    Args:
        brief: the view model.
        version: of Legation, for the foot of the page.
    """
    cards = [card for section in brief.sections for card in section.cards]
    return (
        _templates().get_template("brief.html.j2").render(brief=brief, cards=cards, version=version)
    )
