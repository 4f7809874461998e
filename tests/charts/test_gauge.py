"""The gauge as it is drawn."""

from lxml import etree

from legation.charts import gauge
from legation.views.gauges import Gauge


def drawn(low: float, high: float, official: float) -> str:
    return str(gauge(Gauge(low=low, high=high, official=official, distance=None), "bad"))


def test_the_whole_drawing() -> None:
    assert drawn(0.5, 0.75, 0.25) == (
        '<svg class="chart gauge" viewBox="0 0 280 40" role="img" '
        'aria-label="official value outside what is written">'
        '<line class="axis" x1="0" x2="280" y1="13.0" y2="13.0"/>'
        '<rect class="v-bad band" x="140.0" y="4" width="70.0" height="18"/>'
        '<path class="claim v-bad" d="M143.0 4H140.0V22H143.0M207.0 4H210.0V22H207.0"/>'
        '<path class="official" d="M70.0 6.5l6.5 6.5l-6.5 6.5l-6.5 -6.5z"/>'
        '<text class="mid" x="70.0" y="36">official</text>'
        '<text class="mid" x="175.0" y="36">written</text></svg>'
    )


def test_labels_that_would_cover_one_another_are_one() -> None:
    texts = etree.fromstring(drawn(0.4, 0.6, 0.5)).xpath("//text()")
    assert texts == ["official, written"]


def test_a_hair_is_still_a_bracket_and_no_label_is_cut() -> None:
    tree = etree.fromstring(drawn(0.99, 0.99, 0.01))
    assert float(tree.xpath("//rect/@width")[0]) >= 3
    assert all(28 <= float(x) <= 252 for x in tree.xpath("//text/@x"))


def test_it_says_when_the_value_lies_inside() -> None:
    assert "inside" in drawn(0.2, 0.8, 0.5)
