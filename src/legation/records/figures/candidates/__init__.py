"""A number with the measure word that it belongs to."""
