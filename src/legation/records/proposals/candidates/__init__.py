"""Words that offer, plan, ask or recommend, with who is to act."""
