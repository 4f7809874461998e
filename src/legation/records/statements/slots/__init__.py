"""Where and when something was said."""
