"""Quality, measured: on the gold that ``LEGATION_GOLD`` points at and on the test part of our own
corpus.
"""
