"""A display of its own, the window in it and a second client that looks on: what the tests with real windows share."""
import ctypes, json, os, pathlib, shutil, subprocess, sys, tempfile, time
sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from skipped import skipped

PASSPHRASE = "three random words"

class Attributes(ctypes.Structure):  # XWindowAttributes up to map_state
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int), ("border", ctypes.c_int), ("depth", ctypes.c_int),
                ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong), ("cls", ctypes.c_int), ("bit_gravity", ctypes.c_int), ("win_gravity", ctypes.c_int),
                ("backing", ctypes.c_int), ("planes", ctypes.c_ulong), ("pixel", ctypes.c_ulong), ("save_under", ctypes.c_int), ("colormap", ctypes.c_ulong),
                ("installed", ctypes.c_int), ("map_state", ctypes.c_int), ("rest", ctypes.c_long * 16)]

def require(truth, what):
    if not truth: sys.exit("FAILED: " + what)

def need(*tools):
    for tool in tools:
        if not shutil.which(tool):
            skipped(f"no {tool}")
            sys.exit(4)

def wait_for(condition, what, seconds=20):
    limit = time.monotonic() + seconds
    while not condition():
        require(time.monotonic() < limit, what)
        time.sleep(0.005)

class Desk:
    """Xvfb with a home folder and a record in it. The server and the folder go with close()."""
    def __init__(self, window, cli):
        self.window_program, self.cli_program = os.path.abspath(window), os.path.abspath(cli)
        self.folder = pathlib.Path(tempfile.mkdtemp())
        (self.folder / "tmp").mkdir()
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1366x768x24", "-noreset"], pass_fds=[write_end], stderr=subprocess.DEVNULL)
        display = ":" + os.read(read_end, 16).decode().strip()
        self.environment = {"DISPLAY": display, "HOME": str(self.folder), "TMPDIR": str(self.folder / "tmp"), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TZ": "UTC"}
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)  # a window that is gone is no error here
        self.x11.XSetErrorHandler(self.ignore)
        self.client = self.x11.XOpenDisplay(display.encode())
        self.starting, self.first_frames = [], []
        self.record = self.folder / ".local/share/notes"
        self.record.parent.mkdir(parents=True)
        (self.folder / "pass").write_text(PASSPHRASE + "\n")
        self.cli("create", str(self.record))
        (self.folder / ".config/notes").mkdir(parents=True)
        (self.folder / ".config/notes/settings.json").write_text(json.dumps({"record": str(self.record), "name": "Notes", "language": "en", "text": 100}))

    def close(self):
        self.server.terminate()
        self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def cli(self, *arguments, words=b""):
        done = subprocess.run([self.cli_program, *arguments, "--json", "--passphrase-file", str(self.folder / "pass")], input=words, capture_output=True, env=self.environment)
        require(done.returncode == 0, done.stdout.decode() + done.stderr.decode())
        return json.loads(done.stdout)

    def xdotool(self, *arguments): return subprocess.run(["xdotool", *arguments], env=self.environment, capture_output=True, text=True).stdout

    def keys(self, *names, pause=0.12):
        for name in names:
            self.xdotool("key", name)
            time.sleep(pause)

    def is_mapped(self, window):
        attributes = Attributes()
        return self.x11.XGetWindowAttributes(ctypes.c_void_p(self.client), ctypes.c_ulong(window), ctypes.byref(attributes)) != 0 and attributes.map_state == 2

    def pixel(self, window, x, y):
        """The colour that the server shows there, or none: the bar is white when the first frame has come."""
        get = self.x11.XGetImage
        get.restype = ctypes.POINTER(ctypes.c_byte)
        image = get(ctypes.c_void_p(self.client), ctypes.c_ulong(window), x, y, 1, 1, ctypes.c_ulong(0xffffffff), 2)
        if not image: return None
        data = ctypes.cast(ctypes.addressof(image.contents) + 16, ctypes.POINTER(ctypes.POINTER(ctypes.c_uint32))).contents  # XImage.data
        color = data[0] & 0xffffff
        self.x11.XDestroyImage(image)
        return color

    def window_of(self, process):
        found = [int(window) for window in self.xdotool("search", "--pid", str(process.pid)).split()]
        return next((window for window in found if self.is_mapped(window)), None)

    def open_window(self, **environment):
        begun = time.monotonic()
        process = subprocess.Popen([self.window_program], env={**self.environment, **environment})
        wait_for(lambda: self.window_of(process), "no window")
        self.starting.append(time.monotonic() - begun)
        window = self.window_of(process)
        wait_for(lambda: self.pixel(window, 5, 5) == 0xffffff, "nothing is drawn")
        self.first_frames.append(time.monotonic() - begun)
        self.focus(process)
        return process, self.window_of(process)

    def focus(self, process):
        time.sleep(0.7)
        self.xdotool("windowfocus", str(self.window_of(process)))
        time.sleep(0.3)

    def unlock(self):
        self.xdotool("type", "--delay", "15", PASSPHRASE)
        self.xdotool("key", "Return")
        time.sleep(1.0)

    def hide(self, process, window):
        """Milliseconds from the key to the window being gone for others, and to the process being gone."""
        begun = time.monotonic()
        subprocess.run(["xdotool", "key", "Escape"], env=self.environment)
        while self.is_mapped(window): require(time.monotonic() - begun < 10, "the window stays")
        unmapped = time.monotonic()
        process.wait(timeout=10)
        return (unmapped - begun) * 1000, (time.monotonic() - begun) * 1000

def hits(process, word):
    """How often a word stands in the memory that the process can write to, as UTF-8 and as code points."""
    found = 0
    with open(f"/proc/{process.pid}/maps") as maps, open(f"/proc/{process.pid}/mem", "rb", 0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            if not rights.startswith("rw") or "/dev/" in line: continue
            begin, end = (int(part, 16) for part in span.split("-"))
            try:
                memory.seek(begin)
                block = memory.read(end - begin)
            except OSError: continue  # a guard page
            found += sum(block.count(word.encode(encoding)) for encoding in ("utf-8", "utf-32-le", "utf-16-le"))
    return found

def words_in_files(folder, words, skip=()):
    """Files under a folder that hold one of these words as they were typed, in any of the usual encodings."""
    found = []
    for path in folder.rglob("*"):
        if not path.is_file() or path in skip: continue
        data = path.read_bytes()
        found += [f"{path}: {word}" for word in words if any(word.encode(encoding) in data for encoding in ("utf-8", "utf-32-le", "utf-16-le"))]
    return found
