"""The case file: a whole review as a room would give it, read from YAML."""
