"""What is pointed out in a text, gently: words of hindsight and blame, and what could tell who somebody is.

Nothing here changes a text or stands in its way. The lists are prompts/hints.yaml and prompts/names.yaml; phone,
console, desk and report all read them here. (trust.md, 4; method.md, 2: hindsight control)
"""
