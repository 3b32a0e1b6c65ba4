"""The details of errors in the code below the window: what stands beside an ErrorCode, with {} for each value in it."""
import pathlib, re
from sentences import PART, value

BEGIN = re.compile(r"Error\{ErrorCode::\w+, |\b(?:damaged|malformed|unsupported|bad|broken|fault)\((?=\")")
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[^"]')

def expression(text, at):
    """What follows, up to the bracket that closes it."""
    depth, parts = 0, []
    for token in TOKEN.finditer(text, at):
        part = token[0]
        if part in "({[": depth += 1
        if part in ")}]":
            depth -= 1
            if depth < 0: break
        if part == "," and depth == 0: break
        parts.append(part)
    return parts

def template(parts):
    """The literals of a sum of literals and values. None when it has no literal with a word in it."""
    terms, depth, term = [], 0, []
    for part in parts + ["+"]:
        if part in ("(", "{", "["): depth += 1
        if part in (")", "}", "]"): depth -= 1
        if part == "+" and depth == 0:
            terms.append("".join(term).strip())
            term = []
        else:
            term.append(part)
    text = "".join("".join(value(one) for one in PART.findall(term)) if re.fullmatch(r'(?:"(?:[^"\\]|\\.)*"\s*)+', term) else "{}" for term in terms)
    return text if re.search(r"[A-Za-z]{2}", text) else None

def details(root):
    """Pairs of the file's name and the detail."""
    for folder in ("crypto", "vault"):
        for path in sorted((pathlib.Path(root) / folder).rglob("*.cpp")):
            text = path.read_text()
            for begin in BEGIN.finditer(text):
                found = template(expression(text, begin.end()))
                if found: yield path.name, found
