"""Pages: a view model -> HTML."""

from legation.web.digests import digest_page
from legation.web.pages import brief_page

__all__ = ["brief_page", "digest_page"]
