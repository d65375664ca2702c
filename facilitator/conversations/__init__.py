"""Conversations, one to one: two reviewers hear one person in private, write it up, and read it back. (method.md, 6)

A conversation is a workshop with a script of its own and one seat. Its words are statements like all others. They count
once the person has heard them and agreed. (docs/decisions/0015)
"""
