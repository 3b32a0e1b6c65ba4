#include "vault/intake/chat/whatsapp.h"

#include "tests/support/chat_reading.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("messages, the lines in them, and what the program says are told apart") {
  const ChatReading read = read_chat(
      "01/01/2024, 10:00 - Messages and calls are end-to-end encrypted.\n"
      "01/01/2024, 10:01 - Mark: where are you\n"
      "01/01/2024, 10:02 - S: at home\n"
      "\n"
      "with my sister\n"
      "13/01/2024, 10:03 - Mark left\n");
  REQUIRE(read.messages.size() == 4);
  CHECK(read.messages[0].kind == MessageKind::system);
  CHECK(read.messages[0].who.empty());
  CHECK(read.messages[1].who == "Mark");
  CHECK(read.messages[1].words == "where are you");
  CHECK(read.messages[2].words == "at home\n\nwith my sister");
  CHECK(read.messages[2].when == "2024-01-01T10:02");
  CHECK(read.messages[3].kind == MessageKind::system);
  CHECK(read.settings.order == DateOrder::day_month_year);
  CHECK(read.settings.order_by == OrderBy::found);
}

TEST_CASE("what stands before the first message belongs to none, and is named") {
  const ChatReading read = read_chat("\n \nWhatsApp Chat - Mark\n01/01/2024, 10:00 - Mark: hello\n");
  REQUIRE(read.ranges.size() == 2);
  CHECK(read.ranges[0].what == RangeKind::blank);
  CHECK(read.ranges[1].what == RangeKind::not_understood);
  CHECK(read.messages.size() == 1);
}

TEST_CASE("in an export of an iPhone a typed header is text, because LF alone begins no message") {
  const ChatReading read = read_chat(
      "[12/03/2022, 10:00:00] Mark: hello\r\n"
      "[12/03/2022, 10:01:00] S: look:\n"
      "[12/03/2022, 10:02:00] S: I confess\r\n"
      "[12/03/2022, 10:03:00] Mark: what\r\n"
      "[12/03/2022, 10:04:00] Mark: is that\r\n"
      "[13/03/2022, 10:05:00] S: nothing\r\n");
  REQUIRE(read.messages.size() == 5);
  CHECK(read.messages[1].words == "look:\n[12/03/2022, 10:02:00] S: I confess");
  CHECK(read.messages[1].flags.looks_forged);
  CHECK_FALSE(read.messages[2].flags.looks_forged);
}

TEST_CASE("however much somebody pastes into an export of an iphone, it stays the text of one message") {
  std::string text = "[12/03/2022, 10:00:00] Mark: hello\r\n[12/03/2022, 10:01:00] S: look:";
  for (int line = 0; line < 60; ++line) text += "\n[16/02/2022, 11:00:03] Mark: I confess";
  text += "\r\n[12/03/2022, 10:03:00] Mark: what\r\n[13/03/2022, 10:05:00] S: nothing\r\n";
  const ChatReading read = read_chat(text);
  REQUIRE(read.messages.size() == 4);
  CHECK(read.messages[1].flags.looks_forged);
}

TEST_CASE("what somebody pasted with other ends of lines does not decide where messages begin") {
  const ChatReading read = read_chat(
      "20/11/2024, 09:00 - Sam: one\n21/11/2024, 09:00 - Mark: look\r\n"
      "21/11/2024, 08:00 - Sam: I hit him\r\n21/11/2024, 08:01 - Sam: I lied\r\n21/11/2024, 08:02 - Sam: again\n"
      "22/11/2024, 09:00 - Mark: I will kill you\n23/11/2024, 09:00 - Sam: stop\n");
  REQUIRE(read.messages.size() >= 4);
  CHECK(read.messages[read.messages.size() - 2].who == "Mark");
  CHECK(read.messages[read.messages.size() - 2].words == "I will kill you");
  const ChatReading iphone = read_chat(
      "[12/03/2022, 10:00:00] Mark: look\n[11/02/2022, 11:00:03] Sam: I confess\n[11/02/2022, 11:00:03] Sam: all\r\n"
      "[12/03/2022, 10:03:00] Sam: what\r\n");
  REQUIRE(iphone.messages.size() == 2);
  CHECK(iphone.messages[0].flags.looks_forged);
}

TEST_CASE("a line that somebody wrote as another telephone would begins no message, and is marked") {
  const std::pair<const char*, const char*> pairs[] = {
      {"17/02/2025, 10:00 - ", "17/02/2025, 11.09 - "},
      {"17/02/2025, 10:00 - ", "17/02/2025,  11:09 - "},
      {"17/02/2025, 10:00 - ", "17/02/2025, 11:09 \u2013 "},
      {"17/02/2025, 10:00 - ", "17/02/2025, 11:09- "},
      {"17/02/2025, 10:00 - ", "17/02/2025, at 11:09 - "},
      {"17/02/2025, 10:00 - ", "\u0661\u0667/\u0660\u0662/\u0662\u0660\u0662\u0665, \u0661\u0661:\u0660\u0669 - "},
      {"17/02/2025 \u00e0 10:00 - ", "17/02/2025 klo 11:09 - "},
      {"17/02/2025, 10:00 AM - ", "17/02/2025, 11:09 p.m. - "},
      {"17/02/2025, 10:00 AM - ", "17/02/2025, 11:09 PTG - "},
      {"17/02/2025, 10:00 AM - ", "17/02/2025, PM 11:09 - "},
      {"17/02/2025, 10:00\u202f"
       "AM - ",
       "17/02/2025, 11:09 PM - "},
      {"[17/02/2025, 10:00:00] ", "[17/02/2025, 11.09.00] "},
      {"[17/02/2025, 10:00:00] ", "[17/02/2025, 11 h 09 min 00 s] "},
  };
  for (const auto& [real, typed] : pairs) {
    INFO(typed);
    std::string text;
    for (int i = 0; i < 3; ++i) text += std::string(real) + "Mark: hello\n";
    text += std::string(real) + "S: look\n" + typed + "Mark: bring the card\n" + real + "S: yes\n";
    const ChatReading read = read_chat(text);
    REQUIRE(read.messages.size() == 5);
    CHECK(read.messages[3].words.ends_with("Mark: bring the card"));
    CHECK(read.messages[3].flags.looks_forged);
  }
}

TEST_CASE("the telephone wrote the first stamp: one message with more lines than the chat decides nothing") {
  const std::pair<const char*, const char*> pairs[] = {
      {"13/05/2025, 10:00 - ", "[13/05/25, 09:00:00] "},  // an iPhone
      {"13/05/2025, 10:00 - ", "[09:00, 13/05/2025] "},   // WhatsApp Web
      {"13/05/2025, 10:00 - ", "5/13/25, 9:00 AM - "},
      {"[13/05/25, 10:00:00] ", "13/05/2025, 09:00 - "},
  };
  for (const auto& [real, typed] : pairs) {
    for (const int at : {0, 3, 6}) {
      INFO(typed << " in message " << at);
      std::string text;
      for (int i = 0; i < 7; ++i) {
        text += std::string(real) + (i % 2 == 0 ? "Mark: I will kill you\n" : "S: stop\n");
        if (i != at) continue;
        for (int line = 0; line < 50; ++line) text += std::string(typed) + "S: I lied\n";
      }
      const ChatReading read = read_chat(text);
      REQUIRE(read.messages.size() == 7);
      CHECK(read.ranges.empty());
      CHECK(read.messages[2].who == "Mark");
      CHECK(read.messages[static_cast<std::size_t>(at)].flags.looks_forged);
    }
  }
}

TEST_CASE("both halves of the day, and both eras of Japan, are of one telephone") {
  for (const auto& [before, after] :
       {std::pair("15.02.2025 ÖÖ 4:13 - ", "15.02.2025 ÖS 4:13 - "),
        std::pair("15/02/2025, 4:13 \u03a0.\u039c. - ", "15/02/2025, 4:13 \u039c.\u039c. - "),
        std::pair("2025/2/15 早上4:13 - ", "2025/2/15 下午4:13 - ")}) {
    INFO(after);
    const ChatReading read = read_chat(std::string(before) + "Mark: hello\n" + after + "S: yes\n");
    REQUIRE(read.messages.size() == 2);
    CHECK(read.messages[0].when == "2025-02-15T04:13");
    CHECK(read.messages[1].when == "2025-02-15T16:13");
  }
  const ChatReading eras = read_chat("[H31/04/30, 14:56:01] S: one\r\n[R1/05/01, 14:56:01] S: two\r\n");
  REQUIRE(eras.messages.size() == 2);
  CHECK(eras.messages[1].when == "2019-05-01T14:56:01");
}

TEST_CASE("a year of two figures that stands first is found by the days that run behind it") {
  const ChatReading found =
      read_chat("25. 2. 13. 오전 4:13 - Mark: a\n25. 2. 28. 오후 9:13 - S: b\n25. 3. 1. 오후 9:14 - Mark: c\n");
  REQUIRE(found.messages.size() == 3);
  CHECK(found.messages[2].when == "2025-03-01T21:14");
  CHECK(found.settings.order == DateOrder::year_month_day);
  CHECK(found.settings.order_by == OrderBy::found);
  // Within one month it is likelier, and said to be unclear.
  const ChatReading assumed = read_chat("25/2/13, 04:13 - Mark: a\n25/2/15, 21:13 - S: b\n25/2/27, 21:14 - Mark: c\n");
  CHECK(assumed.messages[1].when == "2025-02-15T21:13");
  CHECK(assumed.messages[1].read == TimeRead::ambiguous);
  // The same day of several months says nothing of which is which.
  const ChatReading alike = read_chat("26. 2. 3., 09:00 - S: a\n26. 3. 3., 09:00 - Mark: b\n26. 4. 3., 09:00 - S: c\n");
  for (const auto& message : alike.messages) CHECK(message.read == TimeRead::ambiguous);
  const ChatReading one_day = read_chat("13.02.25, 09:00 - S: a\n13.02.25, 09:01 - Mark: b\n");
  for (const auto& message : one_day.messages) CHECK(message.read != TimeRead::ambiguous);
  const ChatReading day_first =
      read_chat("13/02/25, 04:13 - Mark: a\n15/02/25, 21:13 - S: b\n02/03/25, 21:14 - Mark: c\n");
  CHECK(day_first.settings.order == DateOrder::day_month_year);
  CHECK(day_first.messages[2].when == "2025-03-02T21:14");
}

TEST_CASE("where a telephone marks what it attaches, the same words without the mark were typed") {
  const std::string mark = "\u200e", named = "IMG-20250210-WA0001.jpg (file attached)\n";
  const auto kind_of_typed = [&](const std::string& first, const std::string& typed) {
    const ChatReading read = read_chat("13/02/2025, 10:00 - Mark: " + first + named +
                                       "13/02/2025, 10:01 - Mark: hello\n" + "13/02/2025, 10:02 - S: " + typed + "\n");
    REQUIRE(read.messages.size() == 3);
    CHECK(read.messages[0].attachment == "IMG-20250210-WA0001.jpg");
    return read.messages[2].kind;
  };
  CHECK(kind_of_typed(mark, "IMG-20250210-WA0001.jpg (file attached)") == MessageKind::text);
  CHECK(kind_of_typed(mark, "<attached: IMG-20250210-WA0001.jpg>") == MessageKind::text);
  CHECK(kind_of_typed("", "IMG-20250210-WA0001.jpg (file attached)") ==
        MessageKind::media);  // nothing tells them apart
}

TEST_CASE("elsewhere the lines of a stranger that are older than what stands around them are text, and marked") {
  const ChatReading read = read_chat(
      "1/13/24, 10:00 - Ana: look what he said:\n"
      "1/12/24, 09:00 - Zed: I never said that\n"
      "1/12/24, 09:01 - Zed: honest\n"
      "1/13/24, 10:01 - Bob: wow\n");
  REQUIRE(read.messages.size() == 2);
  CHECK(read.messages[0].flags.looks_forged);
  CHECK(read.messages[0].words.ends_with("Zed: honest"));
}

TEST_CASE("people who are known may come late, and a chat may go on from an earlier day") {
  const ChatReading late = read_chat(
      "1/13/24, 10:00 - Ana: boarding\n1/13/24, 04:00 - Ana: landed\n1/13/24, 04:30 - Bob: welcome\n"
      "1/13/24, 11:00 - Bob: dinner?\n");
  CHECK(late.messages.size() == 4);
  CHECK(late.messages[1].flags.is_out_of_order);
  std::string chat = "1/13/24, 10:00 - Ana: the newest first\n";
  for (int minute = 10; minute < 40; ++minute) chat += "1/12/24, 09:" + std::to_string(minute) + " - Zed: one\n";
  chat += "1/14/24, 10:00 - Ana: later\n";
  const ChatReading earlier = read_chat(chat);
  CHECK(earlier.messages.size() == 32);
}

TEST_CASE("a name may hold a colon, and so may what is written") {
  std::string chat;
  for (int minute = 10; minute < 20; ++minute) {
    chat += "13/01/2024, 10:" + std::to_string(minute) + " - José: el primo: hola\n";
    chat += "13/01/2024, 10:" + std::to_string(minute) + " - Rob: note " + std::to_string(minute) + ": call\n";
  }
  const ChatReading read = read_chat(chat);
  CHECK(read.messages[0].who == "José: el primo");
  CHECK(read.messages[0].words == "hola");
  CHECK(read.messages[1].who == "Rob");
  CHECK(read.messages[1].words == "note 10: call");
}

TEST_CASE("a colon in a quotation parts no sender, and a name with nothing behind it is an empty message") {
  const ChatReading read = read_chat(
      "13/01/2024, 10:00 - Bob changed the subject from \"a\" to \"b: x\"\n"
      "13/01/2024, 10:01 - Ana cambió el asunto a “Viaje: x”\n"
      "13/01/2024, 10:02 - Luke: \n"
      "13/01/2024, 10:03 - John:\n");
  CHECK(read.messages[0].kind == MessageKind::system);
  CHECK(read.messages[1].kind == MessageKind::system);
  for (const std::size_t empty : {2, 3}) {
    CHECK_FALSE(read.messages[empty].who.empty());
    CHECK(read.messages[empty].words.empty());
  }
}

TEST_CASE(
    "the order of dates follows from what no calendar has, from attachments, jumps, signs, and at last the span") {
  const auto order = [](const std::string& chat) {
    const ChatSettings settings = read_chat(chat).settings;
    return std::string(to_text(settings.order)) + " " + std::string(to_text(settings.order_by));
  };
  CHECK(order("3/13/24, 10:00 - A: x\n4/5/24, 10:00 - A: y\n") == "mdy found");
  CHECK(order("3/4/24, 10:00 - A: IMG-20240304-WA0001.jpg (file attached)\n") == "mdy found");
  CHECK(order("[3/4/24, 10:00:00] A: \u200e<attached: 00000007-PHOTO-2024-04-03-10-00-00.jpg>\r\n") == "dmy found");
  CHECK(order("3/4/24, 10:00 - A: x\n3/5/24, 10:00 - A: y\n1/6/24, 10:00 - A: z\n2/6/24, 10:00 - A: z\n") ==
        "dmy found");
  CHECK(order("3.4.24, 10:00 - A: x\n") == "dmy found");
  CHECK(order("1/2/24, 10:00 - A: x\n1/3/24, 10:00 - B: y\n1/4/24, 10:00 - A: z\n") == "mdy assumed");
  CHECK(order("1/2/24, 10:00 - A: x\n") == "dmy assumed");
  CHECK(order("2024/1/2, 10:00 - A: x\n") == "ymd found");
  const ChatReading asked = read_chat("1/2/24, 10:00 - A: x\n", DateOrder::month_day_year);
  CHECK(asked.settings.order_by == OrderBy::asked);
  CHECK(asked.messages[0].when == "2024-01-02T10:00");
  CHECK(asked.messages[0].read == TimeRead::order);
  CHECK(read_chat("1/2/24, 10:00 - A: x\n").messages[0].read == TimeRead::ambiguous);
}

TEST_CASE("an order in which dates of the export would be none is refused, because their lines would be swallowed") {
  const std::string text = "13/03/2025, 10:00 - A: x\n01/04/2025, 10:00 - B: y\n";
  MemorySource source(as_bytes(text));
  ChatReading ignored;
  const auto read = read_whatsapp(source, DateOrder::month_day_year, ignored);
  REQUIRE_FALSE(read.ok());
  CHECK(read.error().code == ErrorCode::usage);
  CHECK(read_chat(text, DateOrder::day_month_year).messages.size() == 2);
  CHECK(read_chat("03/04/2025, 10:00 - A: x\n", DateOrder::month_day_year).messages.size() == 1);
}

TEST_CASE("what stands in place of a message is told by the mark of an iPhone, or by being the whole text elsewhere") {
  const auto kind = [](const std::string& line) { return read_chat(line + "\n").messages.at(0).kind; };
  CHECK(kind("[1/13/24, 10:00:00] A: \u200eimage omitted") == MessageKind::media);
  CHECK(kind("[1/13/24, 10:00:00] A: image omitted") == MessageKind::text);
  CHECK(kind("[1/13/24, 10:00:00] A: \u200eThis message was deleted.") == MessageKind::deleted);
  CHECK(kind("[1/13/24, 10:00:00] A: This message was deleted.") == MessageKind::text);
  CHECK(kind("[1/13/24, 10:00:00] A: \u200eMissed voice call") == MessageKind::call);
  CHECK(kind("[1/13/24, 10:00:00] A: \u200eA added B") == MessageKind::system);
  CHECK(kind("[1/13/24, 10:00:00] A: null") == MessageKind::text);
  CHECK(kind("[1/13/24, 10:00:00] A: \u200eLocation: https:"
             "//map/?q=52.1,-5.1") == MessageKind::location);
  CHECK(kind("[1/13/24, 10:00:00] A: \u200ePOLL:\nWhere?") == MessageKind::poll);
  CHECK(kind("[1/13/24, 10:00:00] A: done \u200e<This message was edited>") == MessageKind::edited);
  CHECK(kind("1/13/24, 10:00 - A: Standort: https:"
             "//map/?q=-52.1,5.1") == MessageKind::location);
  CHECK(kind("1/13/24, 10:00 - A: see: https:"
             "//map/?q=where") == MessageKind::text);
  CHECK(kind("1/13/24, 10:00 - A: <Medien ausgeschlossen>") == MessageKind::media);
  CHECK(kind("1/13/24, 10:00 - A: null") == MessageKind::media);
  CHECK(kind("1/13/24, 10:00 - A: Du hast diese Nachricht gelöscht.") == MessageKind::deleted);
  CHECK(kind("1/13/24, 10:00 - A: Max.vcf (Datei angehängt)") == MessageKind::contact);
  CHECK(kind("1/13/24, 10:00 - A: done <This message was edited>") == MessageKind::edited);
}

TEST_CASE("the name of an attachment is what the export calls it") {
  const auto file = [](const std::string& line) { return read_chat(line + "\n").messages.at(0).attachment; };
  CHECK(file("1/13/24, 10:00 - A: \u200eDer Prozess.pdf (Datei angehängt)\nDer Prozess") == "Der Prozess.pdf");
  CHECK(file("1/13/24, 10:00 - A: IMG-1 (2).jpg (file attached) (3 KB)") == "IMG-1 (2).jpg");
  CHECK(file("1/13/24, 10:00 - A: < attached: 42-PHOTO.jpg >") == "42-PHOTO.jpg");
  CHECK(file("[1/13/24, 10:00:00] A: form.pdf \u2022 \u200e2 pages \u200e<attached: 47-form.pdf>") == "47-form.pdf");
  CHECK(file("[1/13/24, 10:00:00] A: \u200e<x.jpg eklendi>") == "x.jpg");
  CHECK(file("[1/13/24, 10:00:00] A: \u200e<附件：x.jpg>") == "x.jpg");
  CHECK(file("[1/13/24, 10:00:00] A: 2015-08-04-PHOTO-1.jpg <\u200e"
             "attached>") == "2015-08-04-PHOTO-1.jpg");
  CHECK(file("[1/13/24, 10:00:00] A: <attached: typed.jpg>").empty());
}

TEST_CASE("an export whose telephone began to write years in another way is read to its end") {
  const ChatReading read = read_chat(
      "6/30/23, 16:13 - Ana: a\n6/30/23, 16:14 - Bob: b\n30/6/2023, 16:15 - Bob: c\n30/6/2023, 16:16 - Cleo: d\n");
  REQUIRE(read.messages.size() == 4);
  for (const auto& message : read.messages) CHECK(message.when.starts_with("2023-06-30"));
  const ChatReading pasted =
      read_chat("[17.9.2019, 16:37:47] P: one\n[1.9.19, 00:00:00] P: two\n[17.9.2019, 16:38:06] P: three\n");
  CHECK(pasted.messages.size() == 2);
  CHECK(pasted.messages[0].flags.looks_forged);
}

TEST_CASE("a text without a stamp is no export") {
  for (const char* text : {"", "\n", "Dear diary\n10:30\n", "2016-04-29 10:30:00\n"}) {
    ChatReading reading;
    MemorySource source(as_bytes(text));
    CHECK(read_whatsapp(source, std::nullopt, reading).error().code == ErrorCode::unsupported);
    CHECK_FALSE(is_whatsapp(text));
  }
  CHECK(is_whatsapp("x\n1/13/24, 10:00 - A: x\n1/13/24, 10:01 - B: x\n"));
}

TEST_CASE("a message that is longer than any is cut off, and what follows is named") {
  const std::string most(1 << 20, 'a');
  for (const std::string& more : {most + most + most, most + "\n" + most + "\n" + most}) {
    const ChatReading read = read_chat("13/01/2024, 10:00 - A: " + more + "\n13/01/2024, 10:01 - B: short\n");
    REQUIRE(read.messages.size() == 2);
    CHECK(read.messages[0].flags.is_not_understood);
    CHECK(read.messages[0].words.size() <= most.size());
    CHECK(read.ranges.size() == 1);
    CHECK(read.messages[1].words == "short");
  }
}

TEST_CASE("who sends hardly anything but pictures keeps the name, and the pictures are attachments") {
  std::string text = "[13/01/2024, 10:00:00] Mark: hello\r\n";
  for (int i = 0; i < 20; ++i)
    text += "\xe2\x80\x8e[13/01/2024, 10:01:00] Mark: \xe2\x80\x8e<attached: " + std::to_string(i) + ".jpg>\r\n";
  const ChatReading chat = read_chat(text);
  REQUIRE(chat.messages.size() == 21);
  CHECK(chat.messages[20].who == "Mark");
  CHECK(chat.messages[20].attachment == "19.jpg");
}
