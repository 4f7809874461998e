"""Cues with their content, from syntax, marks and the sequence model."""
