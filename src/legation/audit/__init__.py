"""Samples of records for people to judge, and what they judged.

``drawing`` takes the sample, ``claims`` says in one line what a record claims, ``spreadsheets``
writes the sheet and reads it back, ``precision`` counts, ``shown`` lays it out for a terminal.
"""
