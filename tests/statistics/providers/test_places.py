"""Where fetched series are kept."""

from pathlib import Path

from legation.statistics.providers.places import kept


def test_the_user_s_own_place_comes_first() -> None:
    assert kept(
        {"LEGATION_CACHE": "/data/series", "XDG_CACHE_HOME": "/elsewhere"}, "linux"
    ) == Path("/data/series")


def test_each_system_has_its_own() -> None:
    assert kept({"XDG_CACHE_HOME": "/caches"}, "linux") == Path("/caches/legation")
    assert kept({}, "linux") == Path.home() / ".cache" / "legation"
    assert kept({}, "darwin") == Path.home() / "Library" / "Caches" / "legation"
    assert kept({"LOCALAPPDATA": "/local"}, "win32") == Path("/local/legation/Cache")
