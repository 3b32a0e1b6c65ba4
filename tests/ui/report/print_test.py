#!/usr/bin/env python3
"""The report on paper: report.html is printed to A4 by a browser, and every kept word and every digest of it is found in the text of
the PDF. No heading stands at the foot of a page, every page has its number, and no link is printed as an address.
Usage: print_test.py REPORT-TESTS"""
import html.parser, os, pathlib, re, shutil, subprocess, sys, tempfile, unicodedata
sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from made_up_copies import made_up_copies
from skipped import skipped

REPORT_TESTS = os.path.abspath(sys.argv[1])

class Texts(html.parser.HTMLParser):
    """The texts of a page, and its headings."""
    def __init__(self):
        super().__init__()
        self.texts, self.headings, self.within = [], [], []
    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "img", "br"): self.within.append(tag)
    def handle_endtag(self, tag):
        if tag in self.within:
            while self.within.pop() != tag: pass
    def handle_data(self, data):
        if "style" in self.within or "title" in self.within or not data.strip(): return
        self.texts.append(data)
        if self.within[-1] in ("h1", "h2", "h3", "h4"): self.headings.append(data)

def bare(text):
    """A text without what a line break takes away or adds: blanks, soft hyphens, and forms of one letter."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if not c.isspace() and c != "\u00ad")

def is_left_to_right(text): return all(unicodedata.bidirectional(c) not in ("R", "AL") for c in text)

def main():
    if not shutil.which("chromium") or not shutil.which("pdftotext"):
        skipped("no chromium or no pdftotext; the report was not printed")
        return 0
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for name, place in made_up_copies(REPORT_TESTS, folder).items():
            report, pdf = place / "bag/report/report.html", place / "report.pdf"
            subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", f"--user-data-dir={folder}/browser",
                            "--no-pdf-header-footer", f"--print-to-pdf={pdf}", report.as_uri()], check=True, capture_output=True, timeout=120)
            pages = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout.split("\f")[:-1]
            raw = bare(subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout)
            # Page numbers stand between a text and its end on the next page.
            foot = bare("Record of items, ") + next(place.glob("copy-*.zip")).stem
            for number in range(1, len(pages) + 1): raw = raw.replace(f"{foot}{number}/{len(pages)}", "")
            texts = Texts()
            texts.feed(report.read_text())
            for text in texts.texts:
                words = text.split()
                for word in words:
                    if is_left_to_right(word) and bare(word) not in raw: faults.append(f"{name}: not on paper: {word!r} of {text!r}")
            if not re.search(r"[\u0600-\u06ff]", "".join(pages)): faults.append(f"{name}: no Urdu on paper")
            layout = "".join(pages)
            for digest in set(re.findall(r"\b[0-9a-f]{64}\b", report.read_text())):
                if digest not in layout: faults.append(f"{name}: a digest is broken on paper: {digest}")
            headings = {bare(heading) for heading in texts.headings}
            for number, page in enumerate(pages, 1):
                lines = [line for line in page.splitlines() if line.strip()]
                if bare(lines[-1]) != f"{foot}{number}/{len(pages)}": faults.append(f"{name}: page {number} ends in {lines[-1]!r}")
                if len(lines) > 1 and bare(lines[-2]) in headings: faults.append(f"{name}: a heading at the foot of page {number}: {lines[-2].strip()}")
            links = subprocess.run(["pdfinfo", "-url", pdf], check=True, capture_output=True, text=True).stdout
            if "file:" in layout or "file:" in links: faults.append(f"{name}: an address is printed, or lies in the PDF")
            size = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
            if "(A4)" not in size: faults.append(f"{name}: not on A4")
            print(f"{name}: {len(pages)} pages, {len(texts.texts)} texts found")
    print("\n".join(faults))
    return 1 if faults else 0

sys.exit(main())
