"""What lists documents without being one: feeds, sitemaps, lists of addresses.

A listing is told by its bytes, not by the type that a server names: most feeds are served as
``text/xml``, many as ``text/html``.
"""

from legation.documents.listings.reading import alternate, listing

__all__ = ["alternate", "listing"]
