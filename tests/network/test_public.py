"""Which addresses belong to the public internet, in every way of writing them."""

import pytest

from legation.network import is_public


@pytest.mark.parametrize(
    "address",
    [
        "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "::7f00:1", "::ffff:10.0.0.1",
        "::ffff:0:a00:1", "fec0::1", "192.0.0.8", "192.88.99.1", "100.64.0.1", "198.18.0.1",
        "240.0.0.1", "255.255.255.255", "2002:a00:1::", "2001::1", "100::1", "fe80::1%eth0",
        "nonsense", "",
    ],
)  # fmt: skip
def test_what_is_not_the_public_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["64:ff9b::808:808", "::ffff:8.8.8.8", "2606:4700::1111"])
def test_public_addresses_in_every_writing(address: str) -> None:
    assert is_public(address)
