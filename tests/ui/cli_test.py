#!/usr/bin/env python3
"""The terminal program as a person uses it: every command, its --json against the schema, its exit codes, its prompts at a
terminal, and the sealed copies opened by other people's tools.
Usage: cli_test.py CLI-WITH-CHEAP-PASSWORD-HASH SHIPPED-CLI output.schema.json"""
import base64, hashlib, itertools, json, os, pathlib, pty, re, select, shutil, signal, subprocess, sys, tempfile, time, unittest, warnings, zipfile
import jsonschema
sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from skipped import skipped

CLI, SHIPPED, SCHEMA = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), json.load(open(sys.argv[3]))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PASSPHRASE = "three random words"

def box(kind, content): return (len(content) + 8).to_bytes(4, "big") + kind + content
# A film that was made on 3 June 2024, at a place, and has no pictures.
FILM_WITH_PLACE = box(b"ftyp", b"qt  ") + box(b"moov", box(b"mvhd", bytes(4) + (2_082_844_800 + 1_717_438_500).to_bytes(4, "big") + bytes(92))
    + box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7+50.5000+010.2500/")))

class Workplace(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        (self.folder / "pass").write_text(PASSPHRASE + "\n")
        self.record = self.folder / "record"

    def run_cli(self, *arguments, words=None, passphrase="pass", expect=0, as_json=True, program=CLI, is_asked=False):
        command = [program, *map(str, arguments)] + (["--json"] if as_json else [])
        # Item 1 has a note beside it. Only the tests of what has to be decided ask about that.
        if arguments[0] == "export" and not is_asked: command.append("--without-notes")
        if passphrase: command += ["--passphrase-file", str(self.folder / passphrase)]
        done = subprocess.run(command, input=words.encode() if isinstance(words, str) else words or b"", capture_output=True, cwd=self.folder)
        self.assertEqual(done.returncode, expect, (done.stdout + done.stderr).decode(errors="replace"))
        if not as_json: return done.stdout.decode()
        lines = done.stdout.decode().splitlines()
        self.assertEqual(len(lines), 1, done.stdout)
        result = json.loads(lines[0])
        VALIDATOR.validate(result)
        if "error" in result: self.assertEqual(result["error"]["exit"], expect)
        return result

    def by_day(self):
        """A zone in which it is about noon: in the small hours "today" can mean two days, and is asked about."""
        os.environ["TZ"] = f"NOON{time.gmtime().tm_hour - 12:+d}"
        self.addCleanup(os.environ.pop, "TZ")

    def make_record(self):
        self.code = self.run_cli("create", self.record)["recovery_code"]

    def fill_record(self):
        self.make_record()
        (self.folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 no real picture")
        (self.folder / "film.mp4").write_bytes(os.urandom(700_000))
        self.run_cli("add", self.record, "--words", "--who", "Mark", "--where", "my phone", words="I am sorry for what I did")
        self.run_cli("add", self.record, "photo.jpg", "film.mp4")
        self.run_cli("note", self.record, "--about", "1", words="He came back at eight")

class Conversations(Workplace):
    def setUp(self):
        super().setUp()
        self.make_record()
        lines = ["03/05/2025, 10:00 - Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. Learn more."]
        for n in range(2, 201): lines.append(f"{13 + n // 50:02}/05/2025, {10 + n % 50 // 10}:{n % 10:02} - {'Mark' if n % 2 else 'S'}: message number {n}")
        lines.append("25/06/2025, 09:00 - Mark: I am sorry for what I did")
        self.text = "\n".join(lines) + "\n"
        self.chat = self.folder / "WhatsApp Chat with Mark.txt"
        self.chat.write_text(self.text)

    def add(self, expect=0): return self.run_cli("add", self.record, "--chat", self.chat, expect=expect)["items"][0]

    def test_an_export_is_kept_and_read_as_a_conversation_once(self):
        added = self.add()
        self.assertEqual(added["conversations"], [{"item": "000002", "messages": 201, "new": True, "version": 1}])
        again = self.add()
        self.assertEqual((again["added"], again["conversations"][0]["new"]), (False, False))
        [chat] = self.run_cli("chats", self.record)["conversations"]
        self.assertEqual((chat["title"], chat["messages"], chat["earliest"], chat["latest"]), ("WhatsApp Chat with Mark", 201, "2025-05-03T10:00", "2025-06-25T09:00"))
        self.assertEqual({s["name"]: s["messages"] for s in chat["senders"]}, {"Mark": 100, "S": 100})
        self.assertEqual(self.run_cli("list", self.record, "--kind", "conversation")["items"][0]["messages"], 201)
        self.assertEqual(self.run_cli("check", self.record)["readings"], 1)
        self.run_cli("add", self.record, "--chat", "--words", words="x", expect=2)

    def test_what_is_no_chat_is_kept_and_told_by_an_exit_code_of_its_own(self):
        self.chat.write_text("Dear diary, nothing happened today.\n")
        self.assertEqual(self.add(expect=25)["conversations"], [])
        self.assertEqual(len(self.run_cli("list", self.record)["items"]), 1)

    def test_a_text_whose_dates_are_all_none_is_kept_and_told_as_no_chat(self):
        for date in ("99/99/2025", "25/04/1447"):
            self.chat.write_text(f"{date}, 10:00 - S: one\n{date}, 10:01 - Mark: two\n")
            self.assertEqual(self.add(expect=25)["conversations"], [])
        self.assertEqual(len(self.run_cli("list", self.record)["items"]), 2)

    def test_messages_are_shown_with_what_stands_around_them_and_the_notes_beside_them(self):
        self.add()
        self.run_cli("note", self.record, "--about", "2", "--message", "118-119", words="I was in the bathroom.")
        shown = self.run_cli("show", self.record, "2", "--messages", "118-119", "--around", "1")
        self.assertEqual([(m["n"], m["text"], m["notes"]) for m in shown["shown"]], [(117, "message number 117", []), (118, "message number 118", ["000003"]), (119, "message number 119", ["000003"]), (120, "message number 120", [])])
        text = self.run_cli("show", self.record, "2", "--messages", "201", as_json=False)
        self.assertIn("#201  Wednesday 25 June 2025, 09:00  Mark", text)
        self.assertIn("I am sorry for what I did", text)
        self.run_cli("answer", self.record, "2", "--me", "S")
        self.assertIn("S (you)", self.run_cli("show", self.record, "2", "--messages", "118", as_json=False))
        for typed in ("118\u2013119", "#118-#119", "118 - 119"): self.assertEqual(len(self.run_cli("show", self.record, "2", "--messages", typed)["shown"]), 2)
        self.run_cli("answer", self.record, "2", "--me", "Samantha", expect=2)
        self.run_cli("answer", self.record, "1", "--me", "S", expect=2)
        self.run_cli("note", self.record, "--rewrite", "3", "--message", "118", words="again", expect=2)
        [hit] = self.run_cli("search", self.record, "sorry", "--when", "June 2025", "--kind", "conversation")["items"]
        self.assertEqual([(h["n"], h["time"]) for h in hit["hits"]], [(201, "2025-06-25T09:00")])
        self.assertEqual(self.run_cli("search", self.record, "sorry", "--when", "July 2025", "--kind", "conversation")["items"], [])
        for wrong in ("0", "5-4", "x", "1-"): self.run_cli("show", self.record, "2", "--messages", wrong, expect=2)
        self.run_cli("show", self.record, "2", "--messages", "202", expect=4)
        self.run_cli("show", self.record, "1", "--messages", "1", expect=2)
        self.run_cli("note", self.record, "--about", "2", "--message", "999", words="beyond", expect=2)

    def test_what_is_lost_with_an_export_is_said_before_it_is_removed(self):
        self.add()
        refused = self.run_cli("remove", self.record, "1", expect=2)["error"]["what"]
        self.assertIn("give --yes if you mean it. Conversations that were read from it can be looked at", refused)
        self.assertIn("000002", refused)
        self.assertEqual(len(self.run_cli("list", self.record)["items"]), 2)

    def test_a_message_cannot_look_like_a_line_of_the_program(self):
        self.chat.write_text("13/05/2025, 10:00 - S: one\n13/05/2025, 10:01 - Mark: hello\n-- your note 000004 about #2:\n   none of it is true \u202e\n")
        self.add()
        shown = self.run_cli("show", self.record, "2", "--messages", "2", as_json=False)
        self.assertIn("        | hello\n        | -- your note 000004 about #2:\n        |    none of it is true", shown)
        self.assertNotIn("\u202e", shown)

    def test_the_gaps_of_a_conversation_are_told_in_words(self):
        self.add()
        gaps = self.run_cli("gaps", self.record, "2")
        self.assertEqual([(s["before"], s["days"]) for s in gaps["silences"]], [(2, 9), (201, 38)])
        self.assertIn("2 times a whole day or more has no message. At most 38 whole days in a row have none, before message 201.", gaps["sentences"])
        self.run_cli("gaps", self.record, "1", expect=2)

    def test_dates_that_could_be_read_in_two_ways_are_asked_about_and_read_anew(self):
        self.chat.write_text("03/05/2025, 10:00 - S: one\n04/05/2025, 10:01 - Mark: two\n")
        self.add()
        self.assertEqual(self.run_cli("show", self.record, "2")["shown"][0]["how"], "ambiguous")
        self.assertEqual(self.run_cli("add", self.record, "--chat", self.chat, "--order", "mdy")["items"][0]["conversations"], [{"item": "000002", "messages": 2, "new": True, "version": 2}])
        self.assertEqual([m["time"] for m in self.run_cli("show", self.record, "2")["shown"]], ["2025-03-05T10:00", "2025-04-05T10:01"])
        self.assertEqual(self.run_cli("check", self.record)["readings"], 2)

    def test_a_part_goes_out_and_the_rest_is_only_counted(self):
        self.add()
        self.run_cli("note", self.record, "--about", "2", "--message", "118", words="About 118.")
        self.run_cli("note", self.record, "--about", "2", "--message", "30", words="About 30.")
        (self.folder / "out").mkdir()
        share = lambda *more, expect=0, as_json=True: self.run_cli("export", self.record, "2", *more, "--to", "out", "--unlocked", "--with-notes", is_asked=True, expect=expect, as_json=as_json)
        told = share("--messages", "118-131,201", as_json=False)
        self.assertIn("Some days are cut. All messages of these days: 100-149, 201.", told)
        self.assertIn("15 of 201 messages go along: 118-131, 201. Of the other 186 only the number.", told)
        self.assertIn("Notes about messages that are not in this copy stay here: 000004. Name them to take them along.", told)
        copy = next((self.folder / "out").glob("copy-*.zip"))
        quiet = self.run_cli("export", self.record, "2", "--messages", "50", "--to", "out", "--unlocked", is_asked=True, as_json=False)
        self.assertIn("Notes about messages that are not in this copy stay here: 000003, 000004.", quiet)
        verdict = self.run_cli("verify", copy, passphrase=None)
        self.assertEqual(verdict["answer"], "matches")
        with zipfile.ZipFile(copy) as opened:
            everything = b"".join(opened.read(name) for name in opened.namelist())
            self.assertEqual(opened.read("bag/data/000002-part.bin").decode(), "".join(line + "\n" for line in self.text.splitlines()[117:131] + self.text.splitlines()[200:201]))
            report = opened.read("bag/report/report.html").decode()
        self.assertNotIn(b"message number 117", everything)
        for words in ("#118", "message number 118", "About 118.", "117 messages are not included here", "69 messages are not included here", "15 of 201 messages stand here"): self.assertIn(words, report)
        self.assertNotIn("About 30.", report)
        self.assertNotIn("message number 117", report)
        self.run_cli("open", copy, "--to", "opened", passphrase=None)
        self.assertTrue((self.folder / "opened").exists())
        share("--messages", "118-131", "--whole-days")
        share("--messages", "500", expect=2)
        share("--messages", "000001:1", expect=2)
        self.run_cli("export", self.record, "2", "--messages", "118", "--to", "out", "--unlocked", is_asked=True, expect=23)
        share("--messages", "118", "131", expect=4)  # 131 is an item that is not there, and no message
        share("--whole-days", expect=2)
        share("--messages", "118", "--all-messages", expect=2)
        share(expect=23)
        self.assertIn("item 000001 has all messages", self.run_cli("export", self.record, "1", "2", "--messages", "118", "--to", "out", "--unlocked", expect=2)["error"]["what"])
        self.run_cli("note", self.record, "--about", "2", words="About all of it.")
        named = self.run_cli("export", self.record, "2", "4", "5", "--messages", "118", "--to", "out", "--unlocked", as_json=False)
        self.assertIn("Note 000005 goes along. It is about all of conversation 000002, and may tell of messages that stay here.", named)
        self.assertIn("Note 000004 goes along. It is about #30, and not all of that is in this copy.", named)
        whole = share("--all-messages", as_json=False)
        self.assertIn("All of conversation 000002 goes along, so its export does too: item 000001.", whole)

    def test_messages_have_tags_that_are_shown_with_them_found_by_and_taken_back(self):
        self.add()
        tag = lambda *more, **how: self.run_cli("tag", self.record, "2", *more, **how)
        self.assertEqual(tag("--message", "118-121", "--add", "money", "--add", "the week we moved")["tags"], ["money", "the week we moved"])
        given = tag("--message", "121-130", "--add", "money")
        self.assertEqual([(t["tag"], t["from"], t["to"]) for t in given["on_messages"]], [("money", 118, 130), ("the week we moved", 118, 121)])
        self.assertIn("Tags of #121 to #130 of 000002: [money] [the week we moved] (#121)", tag("--message", "121-130", as_json=False))
        shown = self.run_cli("show", self.record, "2", "--messages", "117-122")
        self.assertEqual([(m["n"], m["tags"]) for m in shown["shown"]], [(117, []), *((n, ["money", "the week we moved"]) for n in range(118, 122)), (122, ["money"])])
        self.assertEqual((shown["tags_not_placed"], shown["tags_readable"]), ([], True))
        self.assertIn("-- your tags: [money] [the week we moved]", self.run_cli("show", self.record, "2", "--messages", "118", as_json=False))
        numbers = lambda *more: [m["n"] for m in self.run_cli("show", self.record, "2", *more)["shown"]]
        self.assertEqual(numbers("--tag", "Money"), list(range(118, 131)))
        self.assertEqual(numbers("--tag", "money", "--tag", "the week we moved"), [118, 119, 120, 121])
        self.assertEqual(numbers("--tag", "money", "--messages", "125-140"), [125, 126, 127, 128, 129, 130])
        self.assertEqual(numbers("--tag", "the week we moved", "--around", "2"), list(range(116, 124)))
        self.assertEqual(numbers("--tag", "work"), [])
        self.assertIn("No message has that tag.", self.run_cli("show", self.record, "2", "--tag", "work", as_json=False))
        found = lambda command, *more: [i["item"] for i in self.run_cli(command, self.record, *more)["items"]]
        self.assertEqual(found("list", "--tag", "MONEY"), ["000002"])
        self.assertEqual(found("search", "sorry", "--tag", "money"), ["000002"])
        self.assertEqual(found("search", "moved"), ["000002"])
        self.assertEqual(tag()["tags"], [])  # those of the item are others
        self.assertEqual(tag("--message", "120-125", "--remove", "money")["tags"], ["the week we moved"])
        self.assertEqual(numbers("--tag", "money"), [118, 119, 126, 127, 128, 129, 130])
        tag("--message", "1-201", "--remove", "money", "--remove", "the week we moved")
        self.assertEqual(found("list", "--tag", "money"), [])
        for wrong in (("--message", "202", "--add", "x"), ("--message", "0", "--add", "x"), ("--message", "118", "--add", "a\nb"), ("--message", "118", "--add", "x" * 251)): tag(*wrong, expect=2)
        self.run_cli("tag", self.record, "1", "--message", "1", "--add", "x", expect=2)
        self.run_cli("show", self.record, "1", "--tag", "x", expect=2)

    def test_tags_stay_on_their_messages_when_a_chat_is_read_anew_or_joined_and_go_into_no_copy(self):
        lines = self.text.splitlines(keepends=True)
        self.chat.write_text("".join(lines[100:]))
        self.add()
        self.run_cli("tag", self.record, "2", "--message", "18-21", "--add", "Privatetag")
        earlier = self.folder / "earlier" / self.chat.name
        earlier.parent.mkdir()
        earlier.write_text("".join(lines[:150]))
        self.run_cli("add", self.record, "--chat", earlier)
        shown = self.run_cli("show", self.record, "2", "--tag", "Privatetag")["shown"]
        self.assertEqual([(m["n"], m["text"]) for m in shown], [(n, f"message number {n}") for n in range(118, 122)])
        self.run_cli("tag", self.record, "2", "--message", "119", "--remove", "Privatetag")
        self.assertEqual([m["n"] for m in self.run_cli("show", self.record, "2", "--tag", "Privatetag")["shown"]], [118, 120, 121])
        (self.folder / "out").mkdir()
        for share in (("--messages", "118-131"), ("--all-messages",)):
            self.run_cli("export", self.record, "2", *share, "--to", "out", "--unlocked", is_asked=True)
        copies = list((self.folder / "out").glob("copy-*.zip"))
        self.assertEqual(len(copies), 2)
        for copy in copies:
            self.assertEqual(self.run_cli("verify", copy, passphrase=None)["answer"], "matches")
            with zipfile.ZipFile(copy) as opened: everything = copy.read_bytes() + b"".join(name.encode() + opened.read(name) for name in opened.namelist())
            for word in (b"Privatetag", b"privatetag", b"message-tags"): self.assertNotIn(word, everything)

    def test_conversations_and_the_notes_beside_their_messages_come_back_from_a_backup(self):
        self.add()
        self.run_cli("note", self.record, "--about", "2", "--message", "118-119", words="I was in the bathroom.")
        for folder in ("bare", "stick"): (self.folder / folder).mkdir()
        bare = self.run_cli("backup", self.record, "--to", "bare")["files"][0]
        self.run_cli("tag", self.record, "2", "--message", "117-118", "--add", "money")
        backup = self.run_cli("backup", self.record, "--to", "stick")["files"][0]
        self.run_cli("restore", bare, "--to", "merged")
        self.assertEqual(self.run_cli("restore", backup, "--into", "merged")["answers_added"], 1)
        self.run_cli("restore", backup, "--to", "back")
        self.run_cli("salvage", self.record, "--to", "saved", "--new-passphrase-file", "pass")
        (self.folder / "new").write_text("four other random words\n")
        self.run_cli("rekey", self.record, "--new-passphrase-file", "new")
        for record, passphrase in ((self.record, "new"), ("back", "pass"), ("saved", "pass"), ("merged", "pass")):
            shown = self.run_cli("show", record, "2", "--messages", "118", passphrase=passphrase)
            self.assertEqual([(m["text"], m["notes"], m["tags"]) for m in shown["shown"]], [("message number 118", ["000003"], ["money"])])
            self.assertEqual([i["item"] for i in self.run_cli("list", record, "--tag", "money", passphrase=passphrase)["items"]], ["000002"])
            checked = self.run_cli("check", record, passphrase=passphrase)
            self.assertEqual((checked["findings"], checked["readings"]), ([], 1))
            self.assertEqual([i["item"] for i in self.run_cli("search", record, "bathroom", passphrase=passphrase)["items"]], ["000003"])
            self.assertEqual([i["item"] for i in self.run_cli("search", record, "sorry", "--kind", "conversation", passphrase=passphrase)["items"]], ["000002"])

    def test_two_chats_of_one_name_in_a_zip_are_not_read_and_she_is_told(self):
        self.chat = self.folder / "Chats.zip"
        with zipfile.ZipFile(self.chat, "w") as made, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for day in (13, 14): made.writestr("_chat.txt", f"{day}/05/2025, 10:00 - Ana: hello\n{day}/05/2025, 10:01 - S: hello\n")
        told = self.run_cli("add", self.record, "--chat", self.chat, expect=25, as_json=False)
        self.assertIn("two texts of one name are in the ZIP; unpack it and add the files", told)
        with zipfile.ZipFile(self.chat, "a") as made: made.writestr("Mark/_chat.txt", self.text)
        added = self.add()
        self.assertEqual([c["messages"] for c in added["conversations"]], [201])
        self.assertEqual([(u["entry"], u["code"]) for u in added["unread"]], [("_chat.txt", "malformed")])
        self.assertEqual([c["title"] for c in self.run_cli("chats", self.record)["conversations"]], ["Mark"])
        self.assertIn("Not read: _chat.txt. ", self.run_cli("add", self.record, "--chat", self.chat, as_json=False))

    def test_the_chats_in_a_zip_become_a_conversation_each_and_are_shared_from_there(self):
        self.chat = self.folder / "Both chats.zip"
        with zipfile.ZipFile(self.chat, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("Mark/WhatsApp Chat with Mark.txt", self.text)
            made.writestr("Ana/WhatsApp Chat with Ana.txt", "13/05/2025, 10:00 - Ana: hello\n14/05/2025, 10:00 - S: hello\n")
        self.assertEqual([(c["item"], c["messages"]) for c in self.add()["conversations"]], [("000002", 201), ("000003", 2)])
        self.assertEqual([c["title"] for c in self.run_cli("chats", self.record)["conversations"]], ["WhatsApp Chat with Ana", "WhatsApp Chat with Mark"])
        self.assertEqual(self.run_cli("check", self.record)["readings"], 2)
        (self.folder / "out").mkdir()
        self.run_cli("export", self.record, "2", "--messages", "118-131", "--to", "out", "--unlocked")
        [copy] = (self.folder / "out").glob("copy-*.zip")
        self.assertEqual(self.run_cli("verify", copy, passphrase=None)["answer"], "matches")
        told = self.run_cli("export", self.record, "3", "--all-messages", "--to", "out", "--unlocked", as_json=False)
        self.assertIn("All of conversation 000003 goes along, so its export does too: item 000001.", told)
        self.assertIn("All of conversation 000002 can be read in item 000001, too.", told)

    def add_both_exports(self, *more, expect=0):
        """Last year's export, and a later one that lacks messages 120 and 121, has 150 in another form, and goes on for ten."""
        lines = self.text.splitlines(keepends=True)
        self.chat.write_text("".join(lines[:170]))
        self.add()
        later = self.folder / "later" / self.chat.name
        later.parent.mkdir(exist_ok=True)
        later.write_text("".join(lines[100:119] + lines[121:149] + [lines[149].replace("message number", "another")] + lines[150:180]))
        return self.run_cli("add", self.record, "--chat", later, *more, expect=expect)

    def test_a_later_export_of_a_chat_is_joined_and_what_it_adds_and_lacks_is_told(self):
        [conversation] = self.add_both_exports()["items"][0]["conversations"]
        self.assertEqual(conversation, {"item": "000002", "messages": 181, "new": True, "version": 2,
                                        "joined": {"exports": 2, "own": 11, "shared": 67, "missing": 2, "differing": 1}})
        gaps = self.run_cli("gaps", self.record, "2")
        self.assertEqual([(e["item"], e["own"], e["shared"], e["missing"], e["differing"]) for e in gaps["exports"]], [("000001", 170, 0, 0, 0), ("000003", 11, 67, 2, 1)])
        self.assertIn("It rests on 2 exports of the chat.", " ".join(gaps["sentences"]))
        self.assertIn("2 messages of earlier exports are missing in it, among those that it covers.", " ".join(gaps["sentences"]))
        shown = self.run_cli("show", self.record, "2", "--messages", "119-152")["shown"]
        self.assertEqual([m["text"] for m in shown], [f"message number {n}" for n in range(119, 151)] + ["another 150", "message number 151"])
        lacks = [{"n": n, "export": 2, "instead": "nothing", "other": None} for n in (120, 121)]
        other = {"n": 150, "export": 2, "instead": "other", "other": 151}
        self.assertEqual([(m["n"], m["not_repeated"]) for m in shown if m["not_repeated"]], [(120, lacks[:1]), (121, lacks[1:]), (150, [other]), (151, [other])])
        self.assertEqual(gaps["not_repeated"], lacks + [other])
        told = self.run_cli("gaps", self.record, "2", as_json=False)
        for line in ("  #120  ", "[not in export 2]", "[export 2 has #151 of its time and sender]"): self.assertIn(line, told)
        self.assertIn("[of the time and sender of #150, which an earlier export has]", self.run_cli("show", self.record, "2", "--messages", "151", as_json=False))
        told = self.run_cli("add", self.record, "--chat", self.folder / "later" / self.chat.name, as_json=False)
        self.assertIn("Read before as conversation 000002: 181 messages, of 2 exports.", told)
        self.assertEqual(len(self.run_cli("chats", self.record)["conversations"]), 1)
        checked = self.run_cli("check", self.record)
        self.assertEqual((checked["findings"], checked["readings"]), ([], 2))

    def test_a_chat_is_read_on_its_own_or_joined_by_hand_as_she_says(self):
        [alone] = self.add_both_exports("--apart")["items"][0]["conversations"]
        self.assertEqual((alone["item"], alone["messages"]), ("000004", 78))
        later = self.folder / "later" / self.chat.name
        told = self.run_cli("add", self.record, "--chat", later, "--join", "2", as_json=False)
        self.assertIn("Joined to conversation 000002: 181 messages, of 2 exports.", told)
        self.assertIn("11 messages are new by it.", told)
        self.run_cli("add", self.record, "--chat", later, "--join", "2", "--apart", expect=2)
        self.run_cli("add", self.record, later, "--join", "2", expect=2)
        self.run_cli("add", self.record, "--chat", later, "--join", "1", expect=2)
        few = self.folder / "few.txt"
        few.write_text("".join(self.text.splitlines(keepends=True)[175:185]))
        [alike] = self.run_cli("add", self.record, "--chat", few)["items"][0]["conversations"]
        self.assertEqual((alike["messages"], alike["alike"]), (10, "000004"))

    def test_a_joined_conversation_is_shared_in_part_and_whole_and_comes_back_from_a_backup(self):
        self.add()
        self.run_cli("note", self.record, "--about", "2", "--message", "118-119", words="I was in the bathroom.")
        for folder in ("out", "whole", "old", "stick"): (self.folder / folder).mkdir()
        self.run_cli("restore", self.run_cli("backup", self.record, "--to", "old")["files"][0], "--to", "other")
        later = self.folder / "later.zip"
        with zipfile.ZipFile(later, "w", zipfile.ZIP_DEFLATED) as made: made.writestr("WhatsApp Chat with Mark.txt", "".join(self.text.splitlines(keepends=True)[100:]) + "26/06/2025, 09:00 - Mark: and again\n")
        [joined] = self.run_cli("add", self.record, "--chat", later)["items"][0]["conversations"]
        self.assertEqual((joined["item"], joined["messages"], joined["joined"]["own"]), ("000002", 202, 1))
        self.run_cli("export", self.record, "2", "--messages", "200-202", "--to", "out", "--unlocked")
        self.assertEqual(self.run_cli("copies", self.record)["copies"][0]["parts"], {"000002": [[200, 202]]})
        self.assertIn("messages  of conversation 000002: #200 to #202, as they were numbered then", self.run_cli("copies", self.record, as_json=False))
        [copy] = (self.folder / "out").glob("copy-*.zip")
        self.assertEqual(self.run_cli("verify", copy, passphrase=None)["answer"], "matches")
        with zipfile.ZipFile(copy) as opened: self.assertTrue(opened.read("bag/data/000002-part.bin").endswith(b"and again\n"))
        (self.folder / "noted").mkdir()
        self.run_cli("export", self.record, "2", "--messages", "118-120", "--to", "noted", "--unlocked", "--with-notes", is_asked=True)
        with zipfile.ZipFile(next((self.folder / "noted").glob("copy-*.zip"))) as opened:  # written beside the reading before
            report = opened.read("bag/report/report.html").decode()
        self.assertIn("Note by the record keeper about #118 to #119", report)
        self.assertIn("Export 1 was kept in this record on ", report)
        self.assertNotIn("Export 2 was kept in this record on ", report)  # none of these messages came by it
        told = self.run_cli("export", self.record, "2", "--all-messages", "--to", "whole", "--unlocked", as_json=False)
        for export in ("item 000001.", "item 000004."): self.assertIn("its export does too: " + export, told)
        [copy] = (self.folder / "whole").glob("copy-*.zip")
        self.assertEqual(self.run_cli("verify", copy, passphrase=None)["answer"], "matches")
        backup = self.run_cli("backup", self.record, "--to", "stick")["files"][0]
        self.run_cli("restore", backup, "--to", "back")
        self.run_cli("restore", backup, "--into", "other")  # a later reading comes as a conversation of its own, as a later note does
        self.assertEqual([c["messages"] for c in self.run_cli("chats", "other")["conversations"]], [202, 201])
        checked = self.run_cli("check", "other")
        self.assertEqual((checked["findings"], checked["readings"], checked["without_export"]), ([], 2, []))
        self.run_cli("salvage", self.record, "--to", "saved", "--new-passphrase-file", "pass")
        (self.folder / "new").write_text("four other random words\n")
        self.run_cli("rekey", self.record, "--new-passphrase-file", "new")
        for record, passphrase in ((self.record, "new"), ("back", "pass"), ("saved", "pass")):
            [chat] = self.run_cli("chats", record, passphrase=passphrase)["conversations"]
            shown = self.run_cli("show", record, chat["item"], "--messages", "118", passphrase=passphrase)["shown"]
            self.assertEqual([(m["text"], len(m["notes"])) for m in shown], [("message number 118", 1)])
            self.assertEqual([e["own"] for e in self.run_cli("gaps", record, chat["item"], passphrase=passphrase)["exports"]], [201, 1])
            checked = self.run_cli("check", record, passphrase=passphrase)
            self.assertEqual((checked["findings"], checked["readings"], checked["without_export"]), ([], 2, []))

    def zipped_chat(self):
        """A chat with a picture, a voice message, a name that is there twice, and one that is not there. Item 1 and 2."""
        self.text = "".join(f"13/05/2025, 10:0{n} - Mark: {line}\n" for n, line in enumerate([
            "hello", "IMG-1.jpg (file attached)", "PTT-1.opus (file attached)", "twice.jpg (file attached)", "gone.jpg (file attached)", "<Media omitted>"]))
        self.picture = b"\xff\xd8\xff\xe0 no real picture"
        self.voice = (pathlib.Path(__file__).resolve().parents[1] / "data/media/tone.opus").read_bytes()
        self.chat = self.folder / "WhatsApp Chat with Mark.zip"
        with zipfile.ZipFile(self.chat, "w", zipfile.ZIP_DEFLATED) as made:
            for name, content in (("WhatsApp Chat with Mark.txt", self.text), ("IMG-1.jpg", self.picture), ("PTT-1.opus", self.voice), ("a/twice.jpg", b"1"), ("b/twice.jpg", b"2"), ("4.jpg", b"3")):
                made.writestr(name, content)
        self.add()

    def test_what_was_sent_with_messages_is_counted_shown_and_written_out(self):
        self.zipped_chat()
        gaps = self.run_cli("gaps", self.record, "2")
        self.assertEqual(gaps["attachments"], {"named": 4, "of_text_alone": 0, "not_there": 1, "unclear": 1, "unreadable": 0, "without_export": 0, "left_out": 1, "unnamed": 1})
        self.assertIn("1 message names a file that is in the export more than once. Nobody can say which.", gaps["sentences"])
        show = lambda number, *more, expect=0: self.run_cli("show", self.record, "2", "--messages", number, "--attachment", *more, expect=expect)
        voice = show("3", "--save", "voice.opus")["attachment"]
        self.assertEqual((voice["state"], voice["kind"], voice["type"], voice["milliseconds"], voice["size"]), ("here", "sound", "audio/opus", 2500, len(self.voice)))
        self.assertEqual((self.folder / "voice.opus").read_bytes(), self.voice)
        self.assertEqual([show(str(n))["attachment"]["state"] for n in (2, 4, 5)], ["here", "unclear", "not-there"])
        show("5", "--save", "gone.jpg", expect=4)
        self.assertFalse((self.folder / "gone.jpg").exists())
        show("1", expect=2)
        show("2-3", expect=2)
        show("99", expect=4)
        self.assertIn("2.5 s long", self.run_cli("show", self.record, "2", "--messages", "3", "--attachment", as_json=False))

    def test_an_attachment_becomes_an_item_once_and_is_shared_without_the_chat(self):
        self.zipped_chat()
        keep = lambda number, *more, expect=0: self.run_cli("add", self.record, "--attachment", "2", "--message", number, *more, expect=expect)
        self.assertEqual([(i["item"], i["added"], i["file"], i["type"]) for i in keep("2", "--who", "Mark")["items"]], [("000003", True, "IMG-1.jpg", "image/jpeg")])
        self.assertEqual([(i["item"], i["added"]) for i in keep("2")["items"]], [("000003", False)])
        export = hashlib.sha256(self.chat.read_bytes()).hexdigest()
        shown = self.run_cli("show", self.record, "3")
        self.assertEqual((shown["out_of"], shown["answers"]), ({"entry": "IMG-1.jpg", "sha256": export, "item": "000001"}, {"who": "Mark"}))
        self.assertIn("from the export 000001, where it is IMG-1.jpg", self.run_cli("show", self.record, "3", as_json=False))
        self.assertEqual(self.run_cli("show", self.record, "2", "--messages", "2", "--attachment")["attachment"]["item"], "000003")
        keep("4", expect=13)
        keep("5", expect=4)
        self.run_cli("add", self.record, "--attachment", "2", expect=2)
        self.run_cli("add", self.record, "--message", "2", expect=2)
        self.run_cli("add", self.record, "--attachment", "2", "--message", "2", "--words", words="x", expect=2)
        checked = self.run_cli("check", self.record)
        self.assertEqual((checked["findings"], checked["attachments"], checked["attachments_without_export"]), ([], 1, []))
        (self.folder / "out").mkdir()
        self.run_cli("export", self.record, "3", "--to", "out", "--unlocked")
        [copy] = (self.folder / "out").glob("copy-*.zip")
        self.assertEqual(self.run_cli("verify", copy, passphrase=None)["answer"], "matches")
        with zipfile.ZipFile(copy) as opened:
            everything = b"".join(opened.read(name) for name in opened.namelist())
            [item] = json.loads(opened.read("bag/meta/manifest.json"))["items"]
            self.assertEqual(item["versions"][0]["out_of"], {"entry": "IMG-1.jpg", "sha256": export})
            self.assertEqual(opened.read("bag/data/000003.jpg"), self.picture)
            self.assertIn("The export is not in this copy", opened.read("bag/report/report.html").decode())
        for word in (b"PTT-1", b"WhatsApp Chat with Mark", b"Mark: hello", b">hello<"): self.assertNotIn(word, everything)
        copy.unlink()
        self.run_cli("export", self.record, "1", "3", "--to", "out", "--unlocked")
        [copy] = (self.folder / "out").glob("copy-*.zip")
        self.assertEqual(self.run_cli("verify", copy, passphrase=None)["answer"], "matches")
        with zipfile.ZipFile(copy) as opened: self.assertNotIn("The export is not in this copy", opened.read("bag/report/report.html").decode())
        (self.folder / "stick").mkdir()
        backup = self.run_cli("backup", self.record, "--to", "stick")["files"][0]
        self.run_cli("restore", backup, "--to", "back")
        self.run_cli("salvage", self.record, "--to", "saved", "--new-passphrase-file", "pass")
        for record in ("back", "saved"):
            checked = self.run_cli("check", record)
            self.assertEqual((checked["findings"], checked["attachments"]), ([], 1))
        self.run_cli("remove", self.record, "1", "--yes")
        self.assertEqual(self.run_cli("check", self.record)["attachments_without_export"], ["000003"])
        self.assertIsNone(self.run_cli("show", self.record, "3")["out_of"]["item"])

    def test_of_an_export_that_is_the_text_alone_that_is_said_once(self):
        self.chat.write_text("13/05/2025, 10:00 - S: 1.jpg (file attached)\n13/05/2025, 10:01 - Mark: 2.jpg (file attached)\n")
        self.add()
        gaps = self.run_cli("gaps", self.record, "2")
        self.assertEqual([s for s in gaps["sentences"] if "alone" in s], ["This export is the text alone. 2 files are named in it, and none is there."])
        self.assertEqual(self.run_cli("show", self.record, "2", "--messages", "1", "--attachment")["attachment"]["state"], "text-alone")
        self.run_cli("add", self.record, "--attachment", "2", "--message", "1", expect=4)

class Backups(Workplace):
    def everything_is_in(self, record, passphrase="pass"):
        self.assertEqual([i["item"] for i in self.run_cli("list", record, passphrase=passphrase)["items"]], ["000004", "000003", "000002", "000001"])
        self.assertEqual(self.run_cli("check", record, passphrase=passphrase)["findings"], [])

    def test_a_backup_file_is_checked_without_a_passphrase_and_restored(self):
        self.fill_record()
        (self.folder / "stick").mkdir()
        made = self.run_cli("backup", self.record, "--to", "stick")
        backup = made["files"][0]
        checked = self.run_cli("check-backup", backup, passphrase=None)
        self.assertEqual((checked["files"], checked["faults"]), (made["locked_files"], []))
        self.assertEqual(self.run_cli("restore", backup, "--to", "back")["items"], 4)
        self.everything_is_in("back")
        self.assertEqual(self.run_cli("restore", backup, "--to", "back", expect=5)["error"]["code"], "already_exists")
        self.run_cli("add", self.record, "--words", words="added since")
        merged = self.run_cli("restore", backup, "--into", self.record)
        self.assertEqual(merged["items_added"], 0)
        self.run_cli("add", "back", "--words", words="added there")
        theirs = self.run_cli("backup", "back", "--to", "stick")["files"][0]
        merged = self.run_cli("restore", theirs, "--into", self.record)
        self.assertEqual(merged["items_added"], 1)
        self.assertEqual([p.name for p in self.folder.iterdir() if "scratch" in p.name], [])
        data = bytearray((self.folder / backup).read_bytes())
        data[len(data) // 2] ^= 1
        (self.folder / backup).write_bytes(data)
        self.assertEqual(len(self.run_cli("check-backup", backup, passphrase=None, expect=9)["faults"]), 1)
        self.run_cli("check-backup", "photo.jpg", passphrase=None, expect=10)

    def test_nothing_is_written_into_the_folder_of_the_record(self):
        self.fill_record()
        before = sorted(self.record.rglob("*"))
        os.symlink(self.record, self.folder / "elsewhere")
        for place in (self.record, self.record / "objects", self.folder / "elsewhere"):
            self.run_cli("backup", self.record, "--to", place, expect=2)
            self.run_cli("backup", self.record, "--update", place / "more", expect=2)
            self.run_cli("export", self.record, "1", "--to", place, "--unlocked", expect=2)
        self.assertEqual(sorted(self.record.rglob("*")), before)

    def test_a_backup_folder_is_brought_up_to_date(self):
        self.fill_record()
        self.assertEqual(self.run_cli("backup", self.record, "--update", "safe")["copied"], 3)
        self.assertEqual(self.run_cli("backup", self.record, "--update", "safe")["copied"], 2)
        self.assertEqual(self.run_cli("check-backup", "safe", passphrase=None)["faults"], [])
        self.run_cli("restore", "safe", "--to", "back")
        self.everything_is_in("back")
        self.run_cli("backup", self.record, expect=2)

    def test_new_keys_end_the_old_passphrase_and_the_old_sheet(self):
        self.fill_record()
        (self.folder / "new").write_text("four other random words\n")
        (self.folder / "sheet").write_text(self.code + "\n")
        before = self.run_cli("key", self.record)["key_words"]
        result = self.run_cli("rekey", self.record, "--new-passphrase-file", "new")
        self.assertTrue(result["finished"])
        self.assertNotEqual(result["key_words"], before)
        self.run_cli("list", self.record, expect=3)
        self.run_cli("list", self.record, passphrase="sheet", expect=3)
        self.everything_is_in(self.record, "new")
        (self.folder / "sheet").write_text(result["recovery_code"] + "\n")
        self.everything_is_in(self.record, "sheet")
        self.run_cli("rekey", self.record, "--new-passphrase-file", "new", passphrase="new", expect=2)

    def test_what_is_left_of_a_damaged_record_comes_back(self):
        self.fill_record()
        (self.record / "records").write_bytes(b"nothing" * 1000)
        self.run_cli("list", self.record, expect=9)
        (self.folder / "wrong").write_text("not the passphrase\n")
        self.run_cli("salvage", self.record, "--to", "new", "--new-passphrase-file", "pass", passphrase="wrong", expect=3)
        self.assertFalse((self.folder / "new").exists())
        result = self.run_cli("salvage", self.record, "--to", "new", "--new-passphrase-file", "pass")
        self.assertEqual((result["nameless"], result["items"], result["database_opened"]), (1, 0, False))
        self.run_cli("show", "new", "1", "--save", "film")
        self.assertEqual((self.folder / "film").read_bytes(), (self.folder / "film.mp4").read_bytes())

class Commands(Workplace):
    def test_notes_that_cannot_be_saved_are_all_kept_and_saved_later(self):
        self.fill_record()
        for words in ("the first", "the second"):
            told = self.run_cli("note", self.record, "--about", "99", words=words, expect=4)["error"]
            self.assertIn("--from-draft", json.dumps(told))
        self.assertTrue(self.run_cli("list", self.record)["draft"])
        self.assertIn("2 texts that were not saved are kept", self.run_cli("list", self.record, as_json=False))
        for item, words in (("000005", "the first"), ("000006", "the second")):
            self.assertEqual(self.run_cli("note", self.record, "--from-draft")["item"], item)
            self.assertEqual(self.run_cli("show", self.record, item)["text"], words)
        self.assertFalse(self.run_cli("list", self.record)["draft"])
        self.run_cli("note", self.record, "--from-draft", expect=4)

    def test_everything_kept_is_listed_found_shown_and_checked(self):
        self.fill_record()
        self.assertEqual([i["item"] for i in self.run_cli("list", self.record)["items"]], ["000004", "000003", "000002", "000001"])
        self.assertEqual([i["item"] for i in self.run_cli("search", self.record, "SORRY")["items"]], ["000001"])
        png = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4zwAE/wEHAAH/4iOeWQAAAABJRU5ErkJggg==")
        (self.folder / "small.png").write_bytes(png)
        shown = self.run_cli("show", self.record, "1")
        self.assertEqual((shown["text"], shown["answers"]), ("I am sorry for what I did", {"who": "Mark", "where": "my phone"}))
        self.run_cli("show", self.record, "3", "--save", "out.mp4")
        self.assertEqual((self.folder / "out.mp4").read_bytes(), (self.folder / "film.mp4").read_bytes())
        self.assertEqual(self.run_cli("show", self.record, "3", "--save", "out.mp4", expect=5)["error"]["code"], "already_exists")
        self.run_cli("answer", self.record, "1", "--when", "2 June 2024")
        self.assertEqual(self.run_cli("tag", self.record, "1", "--add", "June", "--add", "work")["tags"], ["June", "work"])
        self.assertEqual(self.run_cli("tag", self.record, "1", "--remove", "work")["tags"], ["June"])
        self.assertEqual(len(self.run_cli("list", self.record, "--tag", "june")["items"]), 1)
        self.assertEqual(self.run_cli("note", self.record, "--rewrite", "4", words="He came back at nine")["version"], 2)
        self.assertEqual(self.run_cli("show", self.record, "4", "--version", "1")["text"], "He came back at eight")
        self.assertFalse(self.run_cli("add", self.record, "photo.jpg")["items"][0]["added"])
        self.assertTrue(self.run_cli("add", self.record, "photo.jpg", "--again")["items"][0]["added"])
        nothing = {"width": None, "height": None, "taken": None, "taken_means": "taken", "unread_zone": False, "holds_place": False, "place": None}
        self.assertEqual(self.run_cli("show", self.record, "5")["file_says"], {**nothing, "drawn": "damaged"})  # begins like a photo.jpg and is none
        number = self.run_cli("add", self.record, "small.png")["items"][0]["item"]
        self.assertEqual(self.run_cli("show", self.record, number)["file_says"], {**nothing, "width": 2, "height": 1, "drawn": "whole"})
        (self.folder / "place.mov").write_bytes(FILM_WITH_PLACE)
        number = self.run_cli("add", self.record, "place.mov")["items"][0]["item"]
        self.assertEqual(self.run_cli("show", self.record, number)["file_says"],
                         {**nothing, "taken": "2024-06-03T18:15:00+00:00", "taken_means": "file_made", "holds_place": True, "place": "50.500000, 10.250000", "drawn": None})
        self.assertIn("file says place 50.500000, 10.250000", self.run_cli("show", self.record, number, as_json=False))
        self.run_cli("remove", self.record, "2", "--yes")
        self.assertTrue(self.run_cli("show", self.record, "2")["removed"])
        self.assertEqual(self.run_cli("check", self.record)["findings"], [])
        self.assertIn("remove", [e["type"] for e in self.run_cli("log", self.record)["entries"]])
        self.assertEqual([e["type"] for e in self.run_cli("log", self.record, "--item", "2")["entries"]], ["add", "remove"])

    def test_long_texts_in_several_encodings_are_searched_and_a_number_however_it_is_grouped(self):
        self.make_record()
        lines = "".join(f"[03/05/2025, 22:41:07] Mark: where are you, call me again ({i})\n" for i in range(20_000))
        (self.folder / "chat.txt").write_text(lines + "ring +44 7700 900 123 or else\n")
        (self.folder / "wide.txt").write_bytes((lines + "the boiler broke\n").encode("utf-16"))
        (self.folder / "old.txt").write_bytes("Gr\u00fc\u00dfe aus K\u00f6ln".encode("cp1252"))
        self.run_cli("add", self.record, "chat.txt", "wide.txt", "old.txt")
        for words, items in (("07700900123 else", ["000001"]), ("boiler mark", ["000002"]), ("koln", ["000003"]), ("19999", ["000002", "000001"]), ("boiler else", [])):
            found = self.run_cli("search", self.record, words)
            self.assertEqual(([i["item"] for i in found["items"]], found["not_searched"]), (items, 0), words)

    def test_words_come_from_a_file_or_standard_input_and_stand_in_no_command_line(self):
        self.fill_record()
        (self.folder / "words").write_bytes(b"\xef\xbb\xbfsorry\r\n--kind\r\nwords\r\n")
        for arguments in (["--arguments", "words"], ["--arguments=words"]):
            self.assertEqual([i["item"] for i in self.run_cli("search", self.record, *arguments)["items"]], ["000001"])
        self.assertEqual([i["item"] for i in self.run_cli("search", self.record, "--arguments", "-", words="I am\n")["items"]], ["000001"])
        self.run_cli("answer", self.record, "1", "--arguments", "-", words="--who\nAlex of 12 Elm Road\n")
        self.assertEqual(self.run_cli("show", self.record, "1")["answers"]["who"], "Alex of 12 Elm Road")
        self.run_cli("search", self.record, "--arguments", "missing", expect=4)
        self.run_cli("search", self.record, "--arguments", expect=2)
        (self.folder / "latin").write_bytes(b"caf\xe9\n")
        self.run_cli("search", self.record, "--arguments", "latin", expect=10)

    def test_numbers_are_decimal_and_an_item_without_its_number_is_a_mistake(self):
        self.fill_record()
        for _ in range(9): self.run_cli("note", self.record, "--rewrite", "000004", words="again")
        self.assertEqual(self.run_cli("show", self.record, "4", "--version", "010")["versions"][9]["version"], 10)
        self.assertEqual(self.run_cli("show", self.record, "4", "--version", "010")["text"], "again")
        self.run_cli("show", self.record, "4", "--version", "011", expect=4)
        self.assertEqual(len(self.run_cli("list", self.record, "--limit", "02")["items"]), 2)
        for option in ("--rewrite", "--about"): self.run_cli("note", self.record, option, "", words="lost?", expect=2, as_json=False)
        self.assertEqual(len(self.run_cli("list", self.record)["items"]), 4)

    def test_one_file_that_cannot_be_kept_keeps_no_other_out(self):
        self.fill_record()
        (self.folder / "a.txt").write_text("one")
        (self.folder / "b.txt").write_text("two")
        os.mkfifo(self.folder / "pipe")
        (self.folder / "round").symlink_to("round")
        said = self.run_cli("add", self.record, "a.txt", "missing", "pipe", "round", "b.txt", expect=24)
        self.assertEqual([i["file"] for i in said["items"]], ["a.txt", "b.txt"])
        self.assertEqual([(f["file"], f["code"]) for f in said["failed"]],
                         [("missing", "not_found"), ("pipe", "unsupported"), ("round", "unsupported")])
        self.run_cli("add", self.record, "missing", expect=4)  # one alone is an error of its own

    def test_what_lies_among_the_stored_files_stops_nothing_and_is_named(self):
        self.fill_record()
        objects = self.folder / self.record / "objects"
        (objects / ".DS_Store").write_bytes(b"litter")
        (self.folder / "letter").write_text("private " * 50_000)
        shelf = next(path for path in objects.iterdir() if path.is_dir())
        (shelf / (shelf.name + "0" * 30)).symlink_to(self.folder / "letter")
        self.assertEqual(len(self.run_cli("check", self.record)["unknown_objects"]), 2)
        (self.folder / "stick").mkdir()
        made = self.run_cli("backup", self.record, "--to", "stick")
        self.assertEqual(len(made["strangers"]), 2)
        self.assertNotIn(b"private private", next((self.folder / "stick").iterdir()).read_bytes())
        (self.folder / "new").write_text("six other words for other keys\n")
        result = self.run_cli("rekey", self.record, "--new-passphrase-file", "new")
        self.assertTrue(result["finished"])
        self.assertGreater(result["rewrapped"], 0)
        self.assertEqual(len(result["strangers"]), 2)

    def test_days_are_read_as_the_window_reads_them_and_what_is_not_one_day_is_refused_with_each_of_them(self):
        self.fill_record()
        self.by_day()
        self.assertIn("Read as Friday 3 May 2024, 22:41.", self.run_cli("answer", self.record, "1", "--when", "3 May 2024 10.41 pm", as_json=False))
        asked = self.run_cli("answer", self.record, "2", "--when", "12/05/24", expect=2)["error"]["what"]
        self.assertIn('"12/05/24" can mean more than one time. Write "Sunday 12 May 2024" or "Thursday 5 December 2024"', asked)
        self.run_cli("note", self.record, "--when", "3 May", words="a note", expect=2)
        for words in ("2099", "3.5.2099", "31/12/60", "from 3 May 2024 to 5 May 2099"):
            refused = self.run_cli("answer", self.record, "2", "--when", words, expect=2)["error"]["what"]
            self.assertIn('That date has not happened yet. Check the year, or choose "I\'m not sure".', refused)
        self.assertEqual([i["when"] for i in self.run_cli("list", self.record)["items"]], ["", "", "", "3 May 2024 10.41 pm"])
        self.run_cli("answer", self.record, "2", "--when", "Sunday 12 May 2024")
        kept = self.run_cli("answer", self.record, "3", "--when", "the day before yesterday")["answers"]["when"]
        self.assertRegex(kept, r"^the day before yesterday \[read as \w+day \d+ \w+ 20\d\d\]$")
        self.assertEqual(self.run_cli("answer", self.record, "3", "--when", kept)["answers"]["when"], kept)
        self.assertIn("No day can be read from it", self.run_cli("answer", self.record, "4", "--when", "the week we moved", as_json=False))
        self.assertNotIn("No day", self.run_cli("answer", self.record, "99", "--when", "the week we moved", expect=4, as_json=False))
        self.assertNotIn("No day", self.run_cli("answer", self.record, "4", "--when", "I'm not sure", as_json=False))
        self.assertNotIn("No day", self.run_cli("answer", self.record, "4", "--when", "", as_json=False))

    def test_the_list_is_narrowed_to_days_and_a_day_is_never_taken_for_the_number_of_an_item(self):
        self.by_day()
        self.fill_record()
        self.run_cli("answer", self.record, "1", "--when", "3 May 2024, 22:41")
        self.run_cli("answer", self.record, "2", "--when", "between 5 and 7 May 2024")
        found = lambda *more: [i["item"] for i in self.run_cli("list", self.record, *more)["items"]]
        self.assertEqual(found("--when", "May 2024"), ["000002", "000001"])
        self.assertEqual(found("--when", "6 May 2024"), ["000002"])
        self.assertEqual(found("--when", "today"), ["000004", "000003"])  # where no day is known, the day of adding counts
        self.assertEqual(found("--when", "May 2024", "--limit", "1"), ["000002"])
        self.assertEqual(found("--when", "May 2024", "--before", "2"), ["000001"])
        self.assertEqual(found("--when", "May 2024", "--kind", "file"), ["000002"])
        self.assertEqual([i["item"] for i in self.run_cli("search", self.record, "sorry", "--when", "May 2024")["items"]], ["000001"])
        self.assertIn("Read as 1 to 31 May 2024.", self.run_cli("list", self.record, "--when", "May 2024", as_json=False))
        self.assertIn("Nothing was found.", self.run_cli("list", self.record, "--when", "2019", as_json=False))
        for words in ("12/05/24", "the week we moved", "May", "2099", "12"):
            self.run_cli("list", self.record, "--when", words, expect=2)
        self.assertIn("--when a day", self.run_cli("list", self.record, "--before", "3 May 2024", expect=2)["error"]["what"])
        self.run_cli("list", self.record, "--before", "2024", expect=4)  # a year, and no item
        self.assertIn("Nothing is kept before that item.", self.run_cli("list", self.record, "--before", "1", as_json=False))

    def test_a_day_in_the_case_is_fixed_and_what_is_yet_to_come_stays_in_her_words(self):
        self.by_day()
        self.make_record()
        self.assertRegex(self.run_cli("case", self.record, "reported", "yesterday")["facts"][0]["value"], r"^yesterday \[read as .*\]$")
        self.run_cli("case", self.record, "statement", "12/05/24", expect=2)
        self.run_cli("case", self.record, "decision_dated", "3 May 2099", expect=2)
        self.assertEqual(self.run_cli("case", self.record, "next_contact", "3 May 2099")["facts"][0]["value"], "3 May 2099")
        self.assertEqual(self.run_cli("case", self.record, "decision_told", "by phone, on a Friday")["facts"][0]["value"], "by phone, on a Friday")

    def facts(self, record=None, fact=None):
        return [(f["fact"], f["value"], f["version"]) for f in self.run_cli("case", record or self.record, *([fact] if fact else []))["facts"]]

    def people(self, record=None):
        return [(p["person"], p["name"], p["also"], p["relation"], p["items"]) for p in self.run_cli("list", record or self.record, "--people")["people"]]

    def test_what_is_said_of_the_case_is_set_changed_taken_back_and_shown(self):
        self.make_record()
        self.assertEqual(self.facts(), [])
        self.assertIn("Nothing is said", self.run_cli("case", self.record, as_json=False))
        self.run_cli("case", self.record, "officer", "PC 123")
        self.run_cli("case", self.record, "force", "North\x1bshire")
        self.assertEqual(self.run_cli("case", self.record, "officer", "DC 77")["facts"][1]["version"], 2)
        self.assertEqual(self.facts(), [("force", "North\x1bshire", 1), ("officer", "DC 77", 2)])
        self.assertEqual(self.facts(fact="officer"), [("officer", "PC 123", 1), ("officer", "DC 77", 2)])
        shown = self.run_cli("case", self.record, as_json=False)
        self.assertRegex(shown, r"(?m)^officer +DC 77  \(20[0-9-]{8}\)$")
        self.assertIn("[U+001B]", shown)
        self.run_cli("case", self.record, "officer", "")
        self.assertEqual(self.facts(), [("force", "North\x1bshire", 1)])
        self.assertEqual(self.facts(fact="officer")[2], ("officer", "", 3))
        self.run_cli("case", self.record, "weather", "rain", expect=2)
        self.run_cli("case", self.record, "weather", expect=2)
        self.run_cli("case", self.record, "place", "wales", expect=2)
        self.run_cli("case", self.record, "letter", "000009", expect=4)
        self.run_cli("case", self.record, "contact", "x" * 20000, expect=18)
        self.assertEqual([e["type"] for e in self.run_cli("log", self.record)["entries"]], ["genesis"] + ["case"] * 4)
        self.assertEqual(self.run_cli("check", self.record)["findings"], [])
        helped = subprocess.run([CLI, "case", "--help"], capture_output=True, text=True).stdout
        for fact in ("reference", "decision_told", "consent_until"): self.assertIn(fact, helped)

    def test_people_are_described_renamed_taken_back_and_listed_with_who_is_named(self):
        self.fill_record()
        self.run_cli("add", self.record, "--words", "--who", "I did", words="nobody but me")
        self.assertEqual(self.people(), [(None, "Mark", "", "", 1)])
        self.assertEqual(self.run_cli("person", self.record, "Mark", "--also", "Marky, 07700 900123")["person"], 1)
        self.run_cli("add", self.record, "--words", "--who", "Marky", words="again")
        self.run_cli("person", self.record, "Sam")
        self.run_cli("person", self.record, "Mark", "--relation", "my former partner")
        self.assertEqual(self.people(), [(1, "Mark", "Marky, 07700 900123", "my former partner", 2), (2, "Sam", "", "", 0)])
        self.assertIn("person 1", self.run_cli("list", self.record, "--people", as_json=False))
        self.run_cli("person", self.record, "Sam", "--name", "Mark", expect=5)
        self.run_cli("person", self.record, "Mark", "--name", "Marcus")
        self.assertEqual(self.run_cli("person", self.record, "Sam", "--name", "")["name"], "")
        self.assertEqual([p[:2] for p in self.people()], [(1, "Marcus"), (None, "Mark")])
        self.run_cli("person", self.record, "", expect=2)
        self.assertEqual(self.run_cli("check", self.record)["findings"], [])

    def test_case_and_people_of_an_older_record_are_known_everywhere(self):
        golden = pathlib.Path(__file__).resolve().parents[1] / "data/golden-2"
        shutil.copytree(golden / "record-with-case", self.record)
        shutil.copy(golden / "passphrase.txt", self.folder / "golden")
        run = lambda *a, **k: self.run_cli(*a, passphrase="golden", **k)
        (self.folder / "stick").mkdir()
        shutil.copytree(self.record, self.folder / "wreck")
        facts = run("case", self.record)["facts"]
        self.assertEqual(len(facts), 7)
        self.assertEqual({(f["taken_over"], f["said"], f["version"]) for f in facts}, {(True, None, 1)})
        self.assertIn(("decision_told", "They stopped it on 12 June 2025"), [(f["fact"], f["value"]) for f in facts])
        self.assertIn("day unknown", run("case", self.record, as_json=False))
        described = [(p["person"], p["name"], p["relation"]) for p in run("list", self.record, "--people")["people"] if p["person"]]
        self.assertEqual(described, [(1, "Alex", "my former partner"), (3, "Dr Okafor", ""), (2, "Sam", "our neighbour")])
        self.assertEqual(run("check", self.record)["findings"], [])
        # Into a record that was restored before anything was said in this one.
        backup = run("backup", self.record, "--to", "stick")["files"][0]
        run("restore", backup, "--to", "back")
        run("case", self.record, "last_day", "20 June 2025")
        run("person", self.record, "Kim")
        newer = run("backup", self.record, "--to", "stick")["files"][0]
        merged = run("restore", newer, "--into", "back")
        self.assertEqual([merged[k] for k in ("facts_added", "people_added", "facts_differ", "people_differ")], [1, 1, [], []])
        self.assertEqual(len(run("case", "back")["facts"]), 8)
        self.assertEqual(run("check", "back")["findings"], [])
        merged = run("restore", self.folder / "wreck", "--into", "back")
        self.assertEqual([merged[k] for k in ("facts_added", "people_added", "facts_differ", "people_differ")], [0, 0, [], []])
        salvaged = run("salvage", self.folder / "wreck", "--to", "saved", "--new-passphrase-file", "pass")
        self.assertEqual([salvaged[k] for k in ("facts", "people", "lacks_statements")], [7, 3, False])
        self.assertEqual(len(self.facts("saved")), 7)
        self.assertEqual([p[1] for p in self.people("saved") if p[0]], ["Alex", "Dr Okafor", "Sam"])

    def test_each_class_of_error_has_its_exit_code(self):
        self.make_record()
        (self.folder / "wrong").write_text("three random word\n")
        (self.folder / "short").write_text("short\n")
        self.run_cli("list", self.record, passphrase="wrong", expect=3)
        self.run_cli("list", self.folder / "nowhere", expect=4)
        self.run_cli("show", self.record, "9", expect=4)
        self.run_cli("create", self.record, expect=5)
        self.run_cli("create", self.folder / "new", passphrase="short", expect=2)
        self.run_cli("add", self.record, expect=2)
        self.run_cli("remove", self.record, "1", expect=4)
        self.run_cli("answer", self.record, "x", "--who", "y", expect=2)
        self.run_cli("add", self.record, "--words", words=b"\xff\xfe", expect=10)
        self.run_cli("add", self.record, "/dev/null", expect=13)
        self.run_cli("add", self.record, "none", expect=4)
        (self.folder / os.fsdecode(b"\xff")).write_text("no key")
        for arguments in (["verify", os.fsdecode(b"\xfe")], ["verify", "pass", "--password-key", os.fsdecode(b"\xff")]):
            done = subprocess.run([CLI, *arguments, "--json", "--passphrase-file", "pass"], capture_output=True, cwd=self.folder)
            VALIDATOR.validate(json.loads(done.stdout))
        saved = self.run_cli("add", self.record, self.folder / "pass", "none", expect=24)["items"]
        self.assertEqual([i["item"] for i in saved], ["000001"])
        self.run_cli("recover", self.record, passphrase="wrong", expect=10)
        (self.folder / "record/header").write_bytes(os.urandom(1024))
        (self.folder / "record/header-2").write_bytes(os.urandom(1023))
        self.run_cli("list", self.record, expect=9)
        self.assertEqual(subprocess.run([CLI, "nothing"], capture_output=True).returncode, 2)
        helped = subprocess.run([CLI, "--help"], capture_output=True, text=True)
        self.assertEqual(helped.returncode, 0)
        for number in (0, 2, 3, 20, 130): self.assertRegex(helped.stdout, rf"(?m)^ *{number}  ")

    def test_the_passphrase_changes_and_the_sheet_recovers(self):
        self.make_record()
        (self.folder / "second").write_text("quite another one\n")
        (self.folder / "code").write_text(self.code.lower().replace("-", " ") + "\n")
        self.run_cli("passwd", self.record, "--new-passphrase-file", "second")
        self.run_cli("list", self.record, expect=3)
        self.run_cli("list", self.record, passphrase="second")
        self.run_cli("recover", self.record, "--new-passphrase-file", "pass", passphrase="code")
        self.run_cli("list", self.record)
        new = self.run_cli("passwd", self.record, "--new-sheet")["recovery_code"]
        self.run_cli("list", self.record, passphrase="code", expect=3)
        (self.folder / "code").write_text(new + "\n")
        self.run_cli("list", self.record, passphrase="code")

    def test_passphrases_come_through_descriptors_too(self):
        ends = [os.pipe(), os.pipe()]
        for (_, write), words in zip(ends, (PASSPHRASE, "quite another one")): os.write(write, words.encode() + b"\n"); os.close(write)
        self.make_record()
        done = subprocess.run([CLI, "passwd", str(self.record), "--passphrase-fd", str(ends[0][0]), "--new-passphrase-fd", str(ends[1][0])], pass_fds=[r for r, _ in ends], capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        (self.folder / "second").write_text("quite another one")
        self.run_cli("list", self.record, passphrase="second")

    def test_a_second_program_is_told_that_the_record_is_open(self):
        self.make_record()
        # A note that waits for its words holds the record open.
        first = subprocess.Popen([CLI, "note", str(self.record), "--passphrase-file", str(self.folder / "pass")], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while not (self.record / "lock").exists() and time.monotonic() < deadline: time.sleep(0.05)
        time.sleep(0.3)
        self.run_cli("list", self.record, expect=6)
        first.communicate(b"written meanwhile")
        self.assertEqual(len(self.run_cli("list", self.record)["items"]), 1)

    def test_control_characters_do_not_reach_the_terminal(self):
        self.make_record()
        self.run_cli("add", self.record, "--words", words="red \x1b[31m alarm \x07 \u009b1m")
        for command in (["list"], ["show", "1"], ["search", "alarm"]):
            out = self.run_cli(command[0], self.record, *command[1:], as_json=False)
            self.assertTrue("[U+001B]" in out or "\ufffd" in out, out)
            self.assertFalse(re.search("[\x00-\x08\x0b-\x1f\x7f\u0080-\u009f]", out), out)

    def test_prompts_at_a_terminal_show_nothing_and_ask_twice(self):
        def talk(arguments, answers):
            pid, terminal = pty.fork()
            if pid == 0: os.execv(CLI, [CLI, *arguments])
            shown, answers, status = b"", list(answers), None
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline:
                if answers and re.search(answers[0][0], shown):
                    time.sleep(0.2)
                    os.write(terminal, answers.pop(0)[1]); shown = b""
                if select.select([terminal], [], [], 0.2)[0]:
                    try: shown += os.read(terminal, 4096)
                    except OSError: break
            return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode(errors="replace")
        words = PASSPHRASE.encode() + b"\n"
        code, shown = talk(["create", str(self.record)], [(rb"New passphrase.*: $", words), (rb"again: $", words)])
        self.assertEqual(code, 0, shown)
        self.assertNotIn(PASSPHRASE, shown)
        code, shown = talk(["create", str(self.folder / "two")], [(rb"New passphrase.*: $", words), (rb"again: $", b"something else\n")])
        self.assertEqual(code, 2, shown)
        code, shown = talk(["list", str(self.record)], [(rb"Passphrase: $", words)])
        self.assertEqual(code, 0, shown)
        code, shown = talk(["list", str(self.record)], [(rb"Passphrase: $", b"\x03")])
        self.assertEqual(code, 130, shown)

    def test_the_shipped_program_refuses_a_cheap_password_hash(self):
        # The cost stands in the header, masked by the salt; one that is too low is refused before any hashing.
        import hashlib
        self.run_cli("create", self.record, program=SHIPPED)
        self.run_cli("list", self.record, program=SHIPPED)
        header = bytearray((self.record / "header").read_bytes())
        mask = hashlib.sha256(b"cost" + bytes(header[:16])).digest()
        passes = int.from_bytes(bytes(a ^ b for a, b in zip(header[16:20], mask)), "little")
        memory = int.from_bytes(bytes(a ^ b for a, b in zip(header[20:24], mask[4:])), "little")
        self.assertEqual((passes, memory), (3, 256 * 1024))
        header[20:24] = bytes(a ^ b for a, b in zip((8).to_bytes(4, "little"), mask[4:]))
        for name in ("header", "header-2"): (self.record / name).write_bytes(header)
        self.run_cli("list", self.record, expect=9, program=SHIPPED)

    def test_nothing_opens_a_socket(self):
        if not shutil.which("strace"): self.skipTest(skipped("no strace"))
        self.fill_record()
        out = self.folder / "out"; out.mkdir()
        done = subprocess.run(["strace", "-f", "-e", "trace=%network", "-o", str(self.folder / "trace"), CLI, "export", str(self.record), "1", "2", "--to", str(out), "--unlocked", "--without-notes",
                               "--passphrase-file", str(self.folder / "pass")], capture_output=True)
        if done.returncode != 0 and b"ptrace" in done.stderr: self.skipTest(skipped("strace is not allowed here"))
        self.assertEqual(done.returncode, 0, done.stderr)
        calls = [l for l in (self.folder / "trace").read_text().splitlines() if re.search(r"\b(socket|connect|bind|sendto)\(", l)]
        self.assertEqual(calls, [])

class Copies(Workplace):
    def setUp(self):
        super().setUp()
        self.fill_record()
        self.out = self.folder / "out"
        self.out.mkdir()
        made = subprocess.run(["age-keygen", "-o", str(self.folder / "key")], capture_output=True, text=True, check=True)
        self.recipient = re.search("age1[a-z0-9]+", made.stderr)[0]

    def by_hand(self, container, receipt):
        """HOW-TO-CHECK.txt, step by step, with nothing of ours."""
        place = self.folder / "unzipped"
        shutil.rmtree(place, ignore_errors=True); place.mkdir()
        subprocess.run(["unzip", "-q", str(container), "-d", str(place)], check=True)
        bag = place / "bag"
        checked = subprocess.run(["sha512sum", "-c", "manifest-sha512.txt", "tagmanifest-sha512.txt"], cwd=bag, capture_output=True, text=True)
        self.assertEqual(checked.returncode, 0, checked.stdout)
        self.assertEqual(subprocess.run(["sha256sum", "-c", "--quiet", "manifest-sha256.txt"], cwd=bag).returncode, 0)
        self.assertEqual(subprocess.run(["sha256sum", "-c", "--quiet", "fingerprints-sha256.txt"], cwd=bag).returncode, 0)
        number = subprocess.run(["sha256sum", "bag/fingerprints-sha256.txt"], cwd=place, capture_output=True, text=True).stdout.split()[0]
        self.assertEqual(number, receipt)
        self.assertEqual((place / "START-HERE.txt").read_bytes(), (bag / "START-HERE.txt").read_bytes())
        root = (bag / "keys/root.pub").read_text().splitlines()[1]
        signed = subprocess.run(["minisign", "-V", "-H", "-P", root, "-m", "tagmanifest-sha512.txt"], cwd=bag, capture_output=True, text=True)
        self.assertEqual(signed.returncode, 0, signed.stderr)
        self.assertIn("seal:v1\tbundle:", signed.stdout)
        # The head of the log with openssl alone.
        text, _, signatures = (bag / "log/checkpoint").read_text().rpartition("\n\n")
        key = base64.b64decode((bag / "log/vkey.txt").read_text().strip().split("+", 2)[2])[1:]
        (place / "text").write_text(text + "\n")
        (place / "signature").write_bytes(base64.b64decode(signatures.split(" ")[2])[4:])
        (place / "key.der").write_bytes(bytes.fromhex("302a300506032b6570032100") + key)
        done = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key.der", "-rawin", "-in", "text", "-sigfile", "signature"], cwd=place, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return bag

    def test_a_copy_to_a_key_opens_by_hand_and_verifies(self):
        copy = self.run_cli("export", self.record, "1", "2", "3", "4", "--to", self.out, "--recipient", self.recipient, "--purpose", "for the advocate", "--for", "J.")
        plain = self.folder / "copy.zip"
        subprocess.run(["age", "-d", "-i", str(self.folder / "key"), "-o", str(plain), copy["file"]], check=True)
        bag = self.by_hand(plain, copy["receipt"])
        self.assertEqual((bag / "data/000003.bin").read_bytes(), (self.folder / "film.mp4").read_bytes())
        self.assertEqual((bag / "data/000002.jpg").read_bytes(), (self.folder / "photo.jpg").read_bytes())
        verdict = self.run_cli("verify", copy["file"], "--identity", "key", "--words", "  " + copy["key_words"].upper(), passphrase=None)
        self.assertTrue(verdict["answer"] == "matches" and verdict["key_confirmed"])
        steps = {finding["step"] for finding in verdict["findings"]}
        self.assertLessEqual({"lock", "container", "signature", "key", "files", "seal", "recipient", "log", "items", "earlier", "time"}, steps)
        self.assertEqual(verdict["receipt"], copy["receipt"])
        self.run_cli("verify", copy["file"], "--identity", "key", "--words", "abandon " * 8, passphrase=None, expect=11)
        self.assertEqual(self.run_cli("verify", copy["file"], passphrase=None, expect=12)["answer"], "could_not_be_checked")

    def test_a_copy_with_a_passphrase_opens_with_plain_age(self):
        copy = self.run_cli("export", self.record, "1", "--to", self.out, "--with-passphrase")
        names = sorted(pathlib.Path(f).name for f in copy["files"])
        key = self.out / (pathlib.Path(copy["file"]).stem + "-key.age")
        self.assertEqual(names, ["HOW-TO-CHECK.txt", "START-HERE.txt", key.name, pathlib.Path(copy["file"]).name])
        for name in names: self.assertNotRegex(name.lower(), "daybook|mark|record")
        (self.folder / "words").write_text(copy["passphrase"] + "\n")
        verdict = self.run_cli("verify", copy["file"], "--password-key", key, passphrase="words")
        self.assertEqual(verdict["answer"], "matches")
        (self.folder / "words").write_text(copy["passphrase"].upper().replace(" ", " - ") + " \n")
        self.assertEqual(self.run_cli("verify", copy["file"], "--password-key", key, passphrase="words")["answer"], "matches")
        self.run_cli("verify", copy["file"], "--password-key", key, expect=12)
        shutil.copy(key, self.folder / "password-key.age")  # as it was called before, and any other name
        self.assertEqual(self.run_cli("verify", copy["file"], "--password-key", "password-key.age", passphrase="words")["answer"], "matches")
        before = key.read_bytes()
        second = self.run_cli("export", self.record, "1", "--to", self.out, "--with-passphrase")
        self.assertEqual(key.read_bytes(), before)
        self.assertEqual(len(list(self.out.iterdir())), 7)
        (self.folder / "words").write_text(second["passphrase"] + "\n")
        self.assertEqual(self.run_cli("verify", second["file"], "--password-key", second["file"].replace(".age", "-key.age"), passphrase="words")["answer"], "matches")
        # age asks at a terminal.
        pid, terminal = pty.fork()
        if pid == 0: os.execvp("age", ["age", "-d", "-i", str(key), "-o", str(self.folder / "copy.zip"), copy["file"]])
        shown = b""
        while b"passphrase" not in shown.lower(): shown += os.read(terminal, 4096)
        time.sleep(0.3); os.write(terminal, copy["passphrase"].encode() + b"\n")
        try:
            while os.read(terminal, 4096): pass
        except OSError: pass
        self.assertEqual(os.waitpid(pid, 0)[1], 0)
        self.by_hand(self.folder / "copy.zip", copy["receipt"])

    def test_a_key_that_age_locked_with_a_passphrase_opens_a_copy_here(self):
        copy = self.run_cli("export", self.record, "1", "--to", self.out, "--recipient", self.recipient)
        for name, options in (("key.age", []), ("key.txt", ["-a"])):
            pid, terminal = pty.fork()
            if pid == 0: os.execvp("age", ["age", "-p", *options, "-o", str(self.folder / name), str(self.folder / "key")])
            shown = b""
            while b"passphrase" not in shown.lower(): shown += os.read(terminal, 4096)
            for _ in range(2): time.sleep(0.3); os.write(terminal, b"Of its  own\n")
            try:
                while os.read(terminal, 4096): pass
            except OSError: pass
            self.assertEqual(os.waitpid(pid, 0)[1], 0)
        mailed = (self.folder / "key.txt").read_text().replace("\n", "\r\n")
        (self.folder / "mailed.txt").write_bytes(b"\xff\xfe" + mailed.encode("utf-16-le"))
        (self.folder / "words").write_text("Of its  own\n")
        (self.folder / "others").write_text("of its own\n")
        for option, name in itertools.product(("--identity", "--password-key"), ("key.age", "key.txt", "mailed.txt")):
            with self.subTest(option=option, name=name):
                self.assertEqual(self.run_cli("verify", copy["file"], option, name, passphrase="words")["answer"], "matches")
        self.run_cli("verify", copy["file"], "--identity", "key.age", passphrase="others", expect=12)
        # Asked for at a terminal, as what it is.
        pid, terminal = pty.fork()
        if pid == 0: os.execv(CLI, [CLI, "verify", copy["file"], "--identity", str(self.folder / "key.txt")])
        shown = b""
        while not shown.endswith(b"Passphrase of the key file: "): shown += os.read(terminal, 4096)
        time.sleep(0.3); os.write(terminal, b"Of its  own\n")
        try:
            while part := os.read(terminal, 4096): shown += part
        except OSError: pass
        self.assertEqual(os.waitpid(pid, 0)[1], 0)
        self.assertNotIn(b"Of its", shown)

    def test_keys_that_went_through_windows_open_and_lock(self):
        key = (self.folder / "key").read_text()
        recipient = "# the advocate\n\n" + self.recipient + "\n"
        for encode in (lambda t: b"\xef\xbb\xbf" + t.replace("\n", "\r\n").encode(), lambda t: t.replace("\n", "\r").encode(),
                       lambda t: b"\xff\xfe" + t.replace("\n", "\r\n").encode("utf-16-le"), lambda t: t.encode("utf-16-be"), lambda t: ("\u00a0" + t.upper() + " \t").encode()):
            (self.folder / "to").write_bytes(encode(recipient)); (self.folder / "mine").write_bytes(encode(key))
            copy = self.run_cli("export", self.record, "1", "--to", self.out, "--recipient-file", "to")
            self.assertEqual(self.run_cli("verify", copy["file"], "--identity", "mine", passphrase=None)["answer"], "matches")
        (self.folder / "mine").write_text(key + self.recipient + "\n")
        error = self.run_cli("verify", copy["file"], "--identity", "mine", passphrase=None, expect=10)["error"]
        self.assertIn("mine, line 4: this is a public key", error["what"])
        self.assertNotIn(self.recipient, str(error))
        (self.folder / "to").write_text(self.recipient + "\nhers\n")
        error = self.run_cli("export", self.record, "1", "--to", self.out, "--recipient-file", "to", expect=10)["error"]
        self.assertIn("to, line 2: this is not a key", error["what"])

    def test_a_secret_key_is_never_printed(self):
        secret = re.search("AGE-SECRET-KEY-1[A-Z0-9]+", (self.folder / "key").read_text())[0]
        (self.folder / "mine").write_text("# public key: " + self.recipient + "\n" + secret + "\n")
        (self.folder / "windows").write_bytes(b"\xff\xfe" + (self.folder / "mine").read_text().encode("utf-16-le"))
        (self.folder / "broken").write_text(self.recipient + "\n" + secret[:50] + "\n")
        (self.folder / "mistyped").write_text(secret[:40] + ("Q" if secret[40] != "Q" else "P") + secret[41:] + "\n")
        copy = self.run_cli("export", self.record, "1", "--to", self.out, "--recipient", self.recipient)["file"]
        named = "This is a secret key. Give the line that begins with age1."
        export = ["export", self.record, "1", "--without-notes", "--to", self.out]
        for form in (secret, secret.lower(), "\u00a0" + secret + "\n", "key: " + secret, secret[:50]):
            cases = [(export + ["--recipient", form], 10, named), (export + ["--recipient", self.recipient, "--recipient", form], 10, named),
                     (export + ["--recipient-file", form], 4, ""), (["export", self.record, form, "--to", self.out, "--unlocked"], 2, ""),
                     (["export", self.record, "1", "--without-notes", "--to", form, "--unlocked"], 4, ""), (["verify", copy, "--identity", form], 4, ""),
                     (["verify", copy, "--password-key", form], 4, ""), (["verify", copy, "--words", form], 2, ""), (["verify", copy, "--root-key", form], 10, ""),
                     (["verify", copy, "--earlier", form], 4, ""), (["verify", form], 4, ""), (["show", self.record, form], 2, ""), (["list", form], 4, ""), ([form], 2, ""),
                     (["verify", copy, "--to", form], 2, ""), (["key", self.record, form], 2, ""), (["list", self.record, "--limit", form], 2, ""), (["list", self.record, "--kind", form], 2, "")]
            for arguments, expect, said in cases: self.prints_no_key(secret, arguments, expect, said)
        for name, line in (("mine", 2), ("windows", 2), ("broken", 2), ("mistyped", 1)):
            self.prints_no_key(secret, export + ["--recipient-file", name], 10, f"{name}, line {line}: {named}")
        self.prints_no_key(secret, ["verify", copy, "--identity", "mistyped"], 10, "mistyped, line 1: this secret key has a mistake in it")
        self.prints_no_key(secret, ["verify", copy, "--identity", "broken"], 10, "broken, line 1: this is a public key")

    def prints_no_key(self, secret, arguments, expect, said):
        for as_json in ([], ["--json"]):
            with self.subTest(arguments=arguments[:2], expect=expect, as_json=as_json):
                done = subprocess.run([CLI, *map(str, arguments), "--passphrase-file", str(self.folder / "pass"), *as_json], capture_output=True, cwd=self.folder, text=True)
                printed = done.stdout + done.stderr
                self.assertEqual(done.returncode, expect, printed)
                self.assertIn(said, printed)
                for at in range(15, len(secret) - 8): self.assertNotIn(secret[at:at + 8].lower(), printed.lower())

    def test_the_words_that_were_typed_are_no_evidence(self):
        copy = self.run_cli("export", self.record, "1", "--to", self.out, "--unlocked")
        words = copy["key_words"].split()
        for typed in (", ".join(words).upper(), "\n".join(f"{n}. {word}" for n, word in enumerate(words, 1)), "\u201c" + "\u2011".join(words) + "\u201d"):
            self.assertTrue(self.run_cli("verify", copy["file"], "--words", typed, passphrase=None)["key_confirmed"])
        for typed, said in (("", "no words; a key has eight"), (" ".join(words[:7]), "seven words; a key has eight"), ("abandn", '"abandn" is not one of the words')):
            self.assertIn(said, self.run_cli("verify", copy["file"], "--words", typed, passphrase=None, expect=2)["error"]["what"])

    def test_an_unlocked_copy_is_unpacked_and_a_changed_one_is_told(self):
        copy = self.run_cli("export", self.record, "1", "2", "--to", self.out, "--unlocked")
        self.by_hand(copy["file"], copy["receipt"])
        self.run_cli("open", copy["file"], "--to", "opened", passphrase=None)
        self.assertEqual((self.folder / "opened/bag/data/000001.txt").read_text(), "I am sorry for what I did")
        damaged = bytearray(pathlib.Path(copy["file"]).read_bytes())
        damaged[damaged.rindex(b"sorry")] ^= 1  # the original comes after the report
        (self.folder / "damaged.zip").write_bytes(damaged)
        verdict = self.run_cli("verify", "damaged.zip", passphrase=None, expect=20)
        self.assertEqual({i["item"]: i["state"] for i in verdict["items"]}, {"000001": "changed", "000002": "matches"})
        first = self.folder / "first.checkpoint"
        first.write_text(subprocess.run(["unzip", "-p", copy["file"], "bag/log/checkpoint"], capture_output=True, text=True).stdout)
        second = self.run_cli("export", self.record, "1", "--to", self.out, "--unlocked")
        verdict = self.run_cli("verify", second["file"], "--earlier", first, passphrase=None)
        self.assertIn(verdict["exit"], (0, 19))
        self.assertIn("earlier_continues", [finding["finding"] for finding in verdict["findings"]])

    def test_two_copies_are_not_joined_and_parts_are_in_any_order(self):
        first = self.run_cli("export", self.record, "3", "--to", self.out, "--unlocked")["file"]
        second = self.run_cli("export", self.record, "1", "--to", self.out, "--unlocked")["file"]
        said = self.run_cli("verify", first, second, passphrase=None, expect=2)["error"]
        self.assertIn("more than one copy", said["what"])
        self.run_cli("open", first, second, "--to", "both", passphrase=None, expect=2)
        self.assertFalse((self.folder / "both").exists())
        self.assertEqual(self.run_cli("verify", first, first, passphrase=None, expect=2)["error"]["exit"], 2)
        stem, whole = self.folder / "carried.zip", pathlib.Path(first).read_bytes()
        third = len(whole) // 3
        parts = [stem.with_name(stem.name + f".00{n}") for n in (1, 2, 3)]
        for at, part in enumerate(parts): part.write_bytes(whole[at * third:(at + 1) * third if at < 2 else None])
        for named in ([stem], *([part] for part in parts), parts, parts[::-1], [parts[1], parts[0], parts[2], parts[0]]):
            self.assertEqual(self.run_cli("verify", *named, passphrase=None)["answer"], "matches", named)
        other = self.folder / "other.zip.002"
        other.write_bytes(parts[1].read_bytes())
        self.run_cli("verify", parts[0], other, passphrase=None, expect=2)
        parts[2].unlink()
        self.assertIn(".002", self.run_cli("verify", parts[0], passphrase=None, expect=10)["first"])

    def test_a_passphrase_alone_finds_the_key_beside_the_copy_and_the_key_is_not_taken_for_the_copy(self):
        copy = self.run_cli("export", self.record, "1", "--to", self.out, "--with-passphrase")
        (self.folder / "words").write_text(copy["passphrase"] + "\n")
        self.assertEqual(self.run_cli("verify", copy["file"], passphrase="words")["answer"], "matches")
        key = self.out / (pathlib.Path(copy["file"]).stem + "-key.age")
        said = self.run_cli("verify", key, passphrase="words", expect=2)["error"]
        self.assertIn("the key that belongs to a copy", said["what"])
        self.assertEqual(self.run_cli("verify", self.out, passphrase=None, expect=10)["first"],
                         "This copy could not be checked: this folder is not a copy that was unpacked.")

    def sealed(self, *options):
        """The report and the list of a copy of items 1 and 2, made with these options."""
        import zipfile
        copy = self.run_cli("export", self.record, "1", "2", "--to", self.out, "--unlocked", *options, is_asked=True)
        with zipfile.ZipFile(copy["file"]) as bag: return bag.read("bag/report/report.html").decode(), bag.read("bag/meta/manifest.json").decode()

    def test_what_only_she_can_decide_has_no_default(self):
        export = ["export", self.record, "1", "2", "--to", self.out, "--unlocked"]
        refused = self.run_cli(*export, expect=23, is_asked=True)["error"]
        self.assertEqual(refused["code"], "not_decided")
        self.assertIn("a note beside item 000001: --with-notes or --without-notes", refused["what"])
        self.assertEqual(list(self.out.iterdir()), [])
        self.run_cli(*export, "--with-notes", "--without-notes", expect=2, is_asked=True, as_json=False)
        report, items = self.sealed("--with-notes")
        self.assertIn("Note by the record keeper, written ", report)
        self.assertIn("He came back at eight", report)
        report, items = self.sealed("--without-notes")
        self.assertNotIn("He came back", report + items)
        self.assertNotIn("000004", report + items)

    def test_a_place_in_a_film_goes_out_only_when_that_was_decided(self):
        (self.folder / "place.mov").write_bytes(FILM_WITH_PLACE)
        item = self.run_cli("add", self.record, self.folder / "place.mov")["items"][0]["item"]
        export = ["export", self.record, item, "2", "--to", self.out, "--unlocked"]
        refused = self.run_cli(*export, expect=23, is_asked=True)["error"]
        self.assertIn("the place in pictures or films", refused["what"])
        self.assertIn(item, refused["what"])
        self.assertEqual(self.run_cli(*export, "--without-places", is_asked=True)["left_out"], [item])
        self.assertEqual(self.run_cli(*export, "--with-places", is_asked=True)["items"], 2)

    def test_a_place_in_a_picture_goes_out_only_when_that_was_decided(self):
        photo = pathlib.Path(__file__).resolve().parents[1] / "data/made-up/photo.jpg"
        item = self.run_cli("add", self.record, photo)["items"][0]["item"]
        export = ["export", self.record, item, "2", "--to", self.out, "--unlocked"]
        refused = self.run_cli(*export, expect=23, is_asked=True)["error"]
        self.assertIn("--with-places or --without-places", refused["what"])
        without = self.run_cli(*export, "--without-places", is_asked=True)
        self.assertEqual((without["items"], without["left_out"]), (1, [item]))
        self.assertIn(f"Left out, because they hold a place or may hold one: {item}.", self.run_cli(*export, "--without-places", is_asked=True, as_json=False))
        # A note beside the picture stays with it, and everything that is open is said at once.
        self.run_cli("note", self.record, "--about", item, words="this is our door")
        refused = self.run_cli("export", self.record, item, "1", "--to", self.out, "--unlocked", expect=23, is_asked=True)["error"]["what"]
        for named in ("--with-places", f"a note beside item {item}", "a note beside item 000001"): self.assertIn(named, refused)
        self.assertEqual(self.run_cli(*export, "--without-places", "--with-notes", is_asked=True)["items"], 1)
        self.assertEqual(self.run_cli(*export, "--with-places", "--with-notes", is_asked=True)["items"], 3)
        self.assertEqual(self.run_cli("export", self.record, item, "--to", self.out, "--unlocked", "--without-places", expect=2, is_asked=True)["error"]["code"], "usage")

    def test_the_name_of_a_helper_never_stands_on_the_command_line_and_goes_out_only_when_sent(self):
        (self.folder / "helper").write_text("Kestrel Marsh\n")
        note = self.run_cli("note", self.record, "--helper", "IDVA", "--helper-typed", "--helper-name-file", "helper", words="He rang at night")["item"]
        export = ["export", self.record, note, "--to", self.out, "--unlocked"]
        self.assertIn("The name of a helper stays here", self.run_cli(*export, as_json=False, is_asked=True))
        for name, options in (("", []), ("Kestrel Marsh", ["--helper-name"])):
            import zipfile
            with zipfile.ZipFile(self.run_cli(*export, *options, is_asked=True)["file"]) as bag: report = bag.read("bag/report/report.html").decode()
            self.assertIn("typed by a helper (IDVA), with the record keeper present", report)
            self.assertEqual("Kestrel" in report, bool(name))

    def test_a_note_that_is_rewritten_takes_what_is_said_with_it(self):
        (self.folder / "second").write_text("Wren Hollis\n")
        self.run_cli("note", self.record, "--rewrite", "4", "--title", "eight o'clock", "--helper", "nurse", "--helper-name-file", "second", words="He came back at nine")
        shown = self.run_cli("show", self.record, "4")
        self.assertEqual((shown["answers"]["title"], shown["answers"]["helper"]), ("eight o'clock", "Wren Hollis"))
        self.assertIn("a helper (nurse)", shown["answers"]["typed"])

    def test_closing_the_terminal_while_sealing_leaves_nothing_that_can_be_read(self):
        (self.folder / "large").write_bytes(b"PLAINSECRET" * (20 << 20))
        item = self.run_cli("add", self.record, "large")["items"][0]["item"]
        process = subprocess.Popen([CLI, "export", str(self.record), item, "--to", str(self.out), "--unlocked", "--passphrase-file", str(self.folder / "pass")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while not list(self.out.iterdir()) and time.monotonic() < deadline: time.sleep(0.005)
        process.send_signal(signal.SIGHUP)
        self.assertEqual(process.wait(), 130)
        self.assertEqual(list(self.out.iterdir()), [])

    def test_the_front_page_says_what_she_gave_and_what_is_left_out_only_when_stated(self):
        report, items = self.sealed("--without-notes")
        self.assertIn("The keeper does not say whether there are other items", report)
        self.assertNotIn('"stated"', items)
        report, items = self.sealed("--without-notes", "--state-left-out", "--prepared-by", "S.M.J.", "--reference", "06CC/1", "--original-kept", "yes")
        for said in ("S.M.J.", "06CC/1", "still kept", "2 items of the record are not in this copy.", "A note beside this item is not in this copy"): self.assertIn(said, report)
        self.assertEqual(json.loads(items)["stated"]["left_out"]["items"], 2)
        copies = sorted(self.out.glob("*.zip"), key=lambda copy: copy.stat().st_mtime_ns)
        unsaid, told = (self.run_cli("verify", copy, is_asked=True)["stated"] for copy in (copies[0], copies[-1]))
        self.assertEqual(len(unsaid), 3)
        lines = ["Prepared by: S.M.J.", "Reference: 06CC/1", "The original phone or account is still kept.", "2 items of the record are not in this copy.",
                 "Notes that are not in this copy: 1 beside item 000001.", "No item was removed from the record."]
        self.assertEqual(told[3:], lines)
        printed = self.run_cli("verify", copies[-1], as_json=False, is_asked=True).splitlines()
        for line in lines: self.assertIn("Stated by who sealed it. " + line, printed)

    def test_earlier_versions_go_along_unless_she_leaves_them_at_home(self):
        self.run_cli("note", self.record, "--rewrite", "4", words="He came back at nine")
        self.run_cli("answer", self.record, "1", "--who", "Mark B.")
        for options, there in ((["--all-versions"], True), ([], True), (["--newest-only"], False)):
            report, items = self.sealed("--with-notes", *options)
            self.assertEqual(("He came back at eight" in report, "earlier, said " in report), (there, there))
            self.assertEqual("1 earlier answer is not in this copy" in report, not there)
            self.assertIn("He came back at nine", report)

    def test_every_copy_that_was_made_is_listed_and_never_its_passphrase(self):
        self.assertEqual(self.run_cli("copies", self.record)["copies"], [])
        self.assertIn("No copy was made", self.run_cli("copies", self.record, as_json=False))
        first = self.run_cli("export", self.record, "1", "2", "--to", self.out, "--with-passphrase", "--for", "J.\x1b[2J", "--purpose", "to read")
        self.run_cli("export", self.record, "3", "--to", self.out, "--unlocked")
        later, copy = self.run_cli("copies", self.record)["copies"]
        self.assertEqual([later[k] for k in ("number", "items", "locked", "for", "state")], [2, ["000003"], False, "", "finished"])
        self.assertEqual([copy[k] for k in ("bundle", "receipt", "key_words")], [first[k] for k in ("bundle", "receipt", "key_words")])
        self.assertEqual([copy[k] for k in ("for", "purpose", "locked", "items", "folder", "given")], ["J.\x1b[2J", "to read", True, ["000001", "000002"], str(self.out), ""])
        self.assertEqual(copy["files"], [pathlib.Path(first["file"]).name])
        printed = self.run_cli("copies", self.record, as_json=False)
        self.assertNotIn("\x1b", printed)
        for said in (first["receipt"], first["key_words"], "J.[U+001B]", "2: 000001, 000002", "finished, locked"): self.assertIn(said, printed)
        self.assertNotIn(first["passphrase"], printed + json.dumps([later, copy]))
        digits = first["bundle"][:8]
        self.run_cli("copies", self.record, "--given", "yes", expect=2)
        self.run_cli("copies", self.record, "00000000", expect=4)
        self.run_cli("copies", self.record, digits[:7], expect=2)
        self.assertEqual(self.run_cli("copies", self.record, "copy-" + digits, "--given", "yes")["copies"][0]["given"], "yes")
        self.assertRegex(self.run_cli("copies", self.record, digits, as_json=False), r"given +yes, noted 2")
        self.assertEqual(self.run_cli("copies", self.record, digits, "--given", "")["copies"][0]["given"], "")
        shown = self.run_cli("show", self.record, "1")
        self.assertEqual(shown["copies"], [first["bundle"]])
        self.assertIn(f"in copy   {digits}", self.run_cli("show", self.record, "1", as_json=False))
        self.assertEqual(self.run_cli("show", self.record, "4")["copies"], [])
        self.assertEqual(self.run_cli("check", self.record)["findings"], [])

    def test_a_passphrase_that_could_not_be_shown_is_never_passed_over_in_silence(self):
        for as_json in ([], ["--json"]):
            with open("/dev/full", "w") as full:
                done = subprocess.run([CLI, "export", str(self.record), "2", "--to", str(self.out), "--with-passphrase", "--passphrase-file", str(self.folder / "pass"), *as_json],
                                      stdout=full, stderr=subprocess.PIPE, text=True)
            self.assertEqual(done.returncode, 15)
            copy = self.run_cli("copies", self.record)["copies"][0]
            self.assertEqual(copy["state"], "finished")
            for said in ("could not be written", "its passphrase was not shown", copy["files"][0], "make another one"): self.assertIn(said, done.stderr)
        with open("/dev/full", "w") as full:
            done = subprocess.run([CLI, "passwd", str(self.record), "--new-sheet", "--passphrase-file", str(self.folder / "pass")], stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 15)
        self.assertIn("The recovery sheet was not shown", done.stderr)

    def test_the_lock_must_be_chosen(self):
        self.run_cli("export", self.record, "1", "--to", self.out, expect=2)
        self.run_cli("export", self.record, "1", "--to", self.out, "--unlocked", "--with-passphrase", expect=2)
        self.run_cli("export", self.record, "1", "--to", self.out, "--recipient", "age1nonsense", expect=10)
        self.run_cli("export", self.record, "1", "--to", self.folder / "nowhere", "--unlocked", expect=4)
        self.assertEqual(list(self.out.iterdir()), [])

    def test_the_text_of_an_exported_chat_is_shown_line_by_line_without_a_record(self):
        chat = self.folder / "chat.txt"
        chat.write_bytes("WhatsApp Chat - Mark\n3/4/2025, 22:58 - Mark: I am sorry\n3/4/2025, 22:59 - S: ok\n".encode())
        read = lambda *more, expect=0: subprocess.run([CLI, "read-chat", str(chat), *more], capture_output=True, text=True)
        shown = read()
        head, *lines = map(json.loads, shown.stdout.splitlines())
        self.assertEqual((head["type"], head["settings"]), ("reading", {"order": "dmy", "order_by": "assumed"}))
        self.assertEqual([(l.get("from"), l.get("text"), l.get("time")) for l in lines[1:]],
                         [("Mark", "I am sorry", "2025-04-03T22:58"), ("S", "ok", "2025-04-03T22:59")])
        self.assertEqual(lines[0], {"b": 0, "e": 21, "src": 0, "what": "not-understood"})
        self.assertIn("Messages: 2.", shown.stderr)
        self.assertIn("In no message: 21 bytes.", shown.stderr)
        self.assertIn("--order", shown.stderr)
        asked = read("--order", "mdy")
        self.assertIn('"time":"2025-03-04T22:58"', asked.stdout)
        self.assertNotIn("--order", asked.stderr)
        chat.write_text("Dear diary\n")
        refused = read()
        self.assertEqual((refused.returncode, refused.stdout), (13, ""))
        self.assertIn("No chat that can be read here was found in it.", refused.stderr)

    def test_a_damaged_zip_is_told_as_a_file_and_not_as_a_record(self):
        made = self.folder / "made.zip"
        with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as target: target.writestr("_chat.txt", "13/01/2024, 10:00 - Ana: hello\n14/01/2024, 10:00 - S: hello\n")
        made.write_bytes(made.read_bytes().replace(b"Ana: hello", b"Ana: hallo"))
        refused = subprocess.run([CLI, "read-chat", str(made)], capture_output=True, text=True)
        self.assertEqual(refused.returncode, 10)
        self.assertIn("The original file was not changed.", refused.stderr)
        self.assertNotIn("Run the check", refused.stderr)

    def test_the_chats_in_a_zip_are_shown_one_after_the_other_with_what_is_missing(self):
        mark = "\u200e[13/01/2024, 10:00:00] Mark: \u200e<attached: 1.jpg>\r\n[14/01/2024, 10:00:00] S: no\r\n\u200e[14/01/2024, 10:01:00] S: \u200e<attached: 2.jpg>\r\n"
        ana = "13/01/2024, 10:00 - Ana: hello\n14/01/2024, 10:00 - S: hello\n"
        read = lambda path: subprocess.run([CLI, "read-chat", str(path)], capture_output=True, text=True)
        made = self.folder / "made.zip"
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
            for name, content in {"Mark/_chat.txt": mark, "Mark/1.jpg": "x", "Ana/Chat de WhatsApp con Ana.txt": ana, "list.txt": "milk"}.items(): target.writestr(name, content)
        shown = read(made)
        heads = [h for h in map(json.loads, shown.stdout.splitlines()) if h.get("type") == "reading"]
        self.assertEqual([h["sources"] for h in heads],
                         [[{"entry": e, "sha256": hashlib.sha256(made.read_bytes()).hexdigest(), "size": made.stat().st_size}] for e in ("Mark/_chat.txt", "Ana/Chat de WhatsApp con Ana.txt")])
        self.assertEqual(shown.returncode, 0)
        self.assertEqual(shown.stderr.splitlines(), ["Mark/_chat.txt:", "Messages: 3.", "Attachments that are not in the ZIP: 1.",
                                                     "Ana/Chat de WhatsApp con Ana.txt:", "Messages: 2.", "Files in the ZIP that no message names: 1."])
        (self.folder / "_chat.txt").write_text(ana)
        for option in ("-0", "-9", "-fd", "-fz"):  # stored, deflated, with descriptors, as ZIP64
            other = self.folder / "other.zip"
            other.unlink(missing_ok=True)
            subprocess.run(["zip", "-q", option, str(other), "_chat.txt"], cwd=self.folder, check=True)
            self.assertEqual(read(other).stdout.partition("\n")[2], read(self.folder / "_chat.txt").stdout.partition("\n")[2], option)
        (self.folder / "1.jpg").write_text("x")
        other.unlink()
        subprocess.run(["zip", "-q", str(other), "_chat.txt"], cwd=self.folder, check=True)
        subprocess.run(["zip", "-q", "-P", "word", str(other), "1.jpg"], cwd=self.folder, check=True)
        self.assertIn("encrypted or packed in an unknown way: 1.", read(other).stderr)
        subprocess.run(["zip", "-q", "-P", "word", str(self.folder / "locked.zip"), "_chat.txt"], cwd=self.folder, check=True)
        self.assertIn("_chat.txt: encrypted inside the ZIP", read(self.folder / "locked.zip").stderr)
        whole = bytearray(made.read_bytes())
        for content, code, words in ((whole[:200], 10, "cut off"), (whole.replace(b"_chat.txt", b"_chat.csv").replace(b"Ana.txt", b"Ana.csv"), 13, "no chat in the ZIP")):
            (self.folder / "bad.zip").write_bytes(content)
            refused = read(self.folder / "bad.zip")
            self.assertEqual((refused.returncode, refused.stdout), (code, ""))
            self.assertIn(words, refused.stderr)
        whole[whole.index(b"Mark/_chat.txt") + 20] ^= 0xff
        (self.folder / "bad.zip").write_bytes(whole)
        half = read(self.folder / "bad.zip")
        self.assertIn("Not read: Mark/_chat.txt. ", half.stderr)
        self.assertEqual(json.loads(half.stdout.partition("\n")[0])["sources"][0]["entry"], "Ana/Chat de WhatsApp con Ana.txt")

    def test_stopping_an_export_leaves_nothing_half_done(self):
        (self.folder / "large").write_bytes(os.urandom(1 << 20) * 200)
        self.run_cli("add", self.record, "large")
        process = subprocess.Popen([CLI, "export", str(self.record), "5", "--to", str(self.out), "--unlocked", "--passphrase-file", str(self.folder / "pass")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while not list(self.out.iterdir()) and time.monotonic() < deadline: time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(), 130)
        self.assertEqual(list(self.out.iterdir()), [])
        self.assertEqual(self.run_cli("log", self.record)["entries"][-1]["type"], "export-unfinished")
        copy = self.run_cli("copies", self.record)["copies"][0]
        self.assertEqual([copy[k] for k in ("state", "items", "receipt")], ["unfinished", ["000005"], None])
        self.assertIn("was begun and not finished", self.run_cli("copies", self.record, as_json=False))

if __name__ == "__main__": unittest.main(argv=sys.argv[:1], verbosity=1)
