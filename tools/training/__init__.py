"""How our weights are made: from the train part of the corpus alone, the same to the byte each
time.
"""
