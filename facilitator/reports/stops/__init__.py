"""The stop before a report leaves: what could tell who somebody is goes out only when a person has looked at it."""
