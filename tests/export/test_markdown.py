"""A brief as Markdown."""

from legation.export import brief_markdown
from legation.model import Ledger
from legation.views import brief


def test_it_tells_figures_verdicts_and_sources(ledger: Ledger) -> None:
    made = brief_markdown(brief(ledger))
    assert "✓ matches" in made
    assert "DS-045409" in made
    assert "**In doubt:** [2] does not add up" in made


def test_markup_in_the_source_is_shown_not_obeyed(ledger: Ledger) -> None:
    made = brief_markdown(brief(ledger))
    assert "\\<b\\>" in made
    assert "<b>" not in made.replace("\\<b\\>", "")


def test_the_text_carries_the_numbers(ledger: Ledger) -> None:
    assert "€2.4 billion[1]" in brief_markdown(brief(ledger))
