"""Which functions of ours a function can come to call, read off their source: for tests that ask it of every route."""

import ast
import inspect
import textwrap
import types


def reaches(function, wanted):
    """Whether a function, or one of ours that it names, or one that those name, is the wanted one."""
    seen, waiting = set(), [function]
    while waiting:
        one = inspect.unwrap(waiting.pop())
        if one is wanted:
            return True
        if one not in seen:
            seen.add(one)
            waiting += named_by(one)
    return False


def named_by(function):
    """Our functions whose names stand in a function, as `name` or as `module.name`; what is nested is read too."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError):
        return []
    known = dict(function.__globals__) | imported_in(tree)
    found = [known.get(node.id) for node in ast.walk(tree) if isinstance(node, ast.Name)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = known.get(node.value.id)
            found.append(getattr(module, node.attr, None) if isinstance(module, types.ModuleType) else None)
    return [one for one in found if isinstance(one, types.FunctionType) and one.__module__.startswith("facilitator")]


def imported_in(tree):
    """What a function imports for itself."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("facilitator"):
            module = __import__(node.module, fromlist=[name.name for name in node.names])
            found |= {name.asname or name.name: getattr(module, name.name, None) for name in node.names}
    return found
