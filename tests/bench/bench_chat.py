#!/usr/bin/env python3
"""How fast exports of WhatsApp are read, beside whatsapp-chat-parser (npm), of which others are copies, in one run: medians, and
ratios. Reading is measured in processor time; storing and searching, which wait for the medium, by the clock. Never asserted in a
unit test.
Usage: bench_chat.py bench_chat bench_kept_chat SOURCES [--messages N] [--long N] [--rounds N], where SOURCES is the folder that
packaging/install prints, and --long is how many messages the chat has that is searched."""
import argparse, json, os, pathlib, statistics, subprocess, tempfile, shutil

arguments = argparse.ArgumentParser()
arguments.add_argument("bench"); arguments.add_argument("kept_bench"); arguments.add_argument("sources")
arguments.add_argument("--messages", type=int, default=200_000); arguments.add_argument("--long", type=int, default=1_000_000); arguments.add_argument("--rounds", type=int, default=5)
options = arguments.parse_args()
BENCH, KEPT_BENCH = os.path.abspath(options.bench), os.path.abspath(options.kept_bench)
PEER = pathlib.Path(options.sources).absolute() / "npm/node_modules/whatsapp-chat-parser/dist/index.js"
# The first reading is not counted: a program of Node is slow until it is compiled.
SCRIPT = """
import { readFileSync } from "fs";
const { parseString } = await import(process.argv[1]);
const text = readFileSync(process.argv[2], "utf8");
parseString(text, { parseAttachments: true });
const start = process.cpuUsage();
const messages = parseString(text, { parseAttachments: true });
const used = process.cpuUsage(start);
console.log(JSON.stringify({ messages: messages.length, read_s: (used.user + used.system) / 1e6 }));
"""

def said(command):
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

with tempfile.TemporaryDirectory() as folder:
    for form in ("android", "iphone"):
        export = os.path.join(folder, form + ".txt")
        subprocess.run([BENCH, "make", form, str(options.messages), export], check=True)
        ours, peers, kept = [], [], []
        for _ in range(options.rounds):
            ours.append(said([BENCH, "read", export, "3"]))
            peers.append(said(["node", "--input-type=module", "-e", SCRIPT, str(PEER), export]))
            kept.append(said([KEPT_BENCH, os.path.join(folder, "kept"), export]))
            shutil.rmtree(os.path.join(folder, "kept"))
        def median(of, name): return statistics.median(one[name] for one in of)
        rate = lambda of, name: of[0]["messages"] / median(of, name)
        print(f"{form}: {ours[0]['messages']} messages, {ours[0]['bytes'] / 1e6:.1f} MB, {options.rounds} rounds; messages a second of processor time")
        print(f"  read, every field        {rate(ours, 'read_s'):12,.0f}  peer {rate(peers, 'read_s'):10,.0f}  ratio {rate(ours, 'read_s') / rate(peers, 'read_s'):5.1f}  wanted >= 20")
        print(f"  with lines of a reading  {rate(ours, 'lines_s'):12,.0f}  wanted > 1,000,000")
        peer = rate(peers, "read_s")
        for name, what, wanted in (("stored_s", "stored, logged, on the medium", 1.0), ("searchable_s", "searchable", 0.4)):
            print(f"  {what:31}{rate(kept, name):12,.0f}  ratio to what the peer reads {rate(kept, name) / peer:5.2f}  wanted >= {wanted}")
    export = os.path.join(folder, "long.txt")
    subprocess.run([BENCH, "make", "android", str(options.long), export], check=True)
    long = said([KEPT_BENCH, os.path.join(folder, "kept"), export])
    queries = long["queries"]
    print(f"{long['messages']} messages in one conversation: stored in {long['stored_s']:.1f} s, searchable {long['searchable_s']:.1f} s later")
    print(f"  opened at its end        {long['open_ms']:8.1f} ms   wanted < 100")
    print(f"  first page of 20 queries {queries['median_ms']:8.1f} ms median, {queries['p95_ms']:.1f} ms p95, slowest {queries['slowest_ms']:.1f} ms ({queries['slowest']})   wanted p95 < 20")
    print(f"  peak memory after opening {long['peak_mib']:6} MiB   wanted < 100")
