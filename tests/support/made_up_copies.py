"""The two copies of the made-up record, sealed by the hidden test of report_tests and unpacked with unzip."""
import os, pathlib, subprocess

def made_up_copies(report_tests, folder):
    """Makes them in `folder`: police/ and advocate/, each with the ZIP, what lies beside it, `receipt`, and what the ZIP holds."""
    copies = {}
    for name in ("police", "advocate"): (pathlib.Path(folder) / name).mkdir()
    done = subprocess.run([report_tests, "[.made-up]"], env={**os.environ, "DAYBOOK_MADE_UP": str(folder)}, capture_output=True, text=True)
    if done.returncode: raise SystemExit(done.stdout + done.stderr)
    for name in ("police", "advocate"):
        place = pathlib.Path(folder) / name
        subprocess.run(["unzip", "-q", "-o", next(place.glob("copy-*.zip"))], cwd=place, check=True)
        copies[name] = place
    return copies
