"""Verbs and nouns that tell an act, with the sides that their clause gives."""
