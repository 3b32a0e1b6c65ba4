"""The sentences that a person reads in the window: the literals in calls of tr() and tr_later()."""
import pathlib, re

CALL = re.compile(r'\btr(?:_later)?\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)')
PART = re.compile(r'"((?:[^"\\]|\\.)*)"')
ESCAPE = re.compile(rb'\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))')
SIMPLE = {b"n": b"\n", b"t": b"\t"}

def value(literal):
    """What the compiler makes of a literal, as text."""
    def escape(found):
        if found[1]: return bytes([int(found[1], 16)])
        if found[2]: return chr(int(found[2], 16)).encode()
        return SIMPLE.get(found[3], found[3])
    return ESCAPE.sub(escape, literal.encode()).decode()

def sources(root):
    return sorted(path for part in ("desktop", "model", "shell", "words") for path in (pathlib.Path(root) / "ui" / part).glob("*.cpp"))

def sentences(root):
    """Pairs of the file's name and the sentence."""
    for path in sources(root):
        for call in CALL.finditer(path.read_text()):
            yield path.name, "".join(value(part) for part in PART.findall(call[1]))
