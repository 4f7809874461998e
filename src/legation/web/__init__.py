"""Pages: a view model -> HTML."""

from legation.web.pages import brief_page

__all__ = ["brief_page"]
