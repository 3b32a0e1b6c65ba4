#include <fmt/format.h>

#include "ui/desktop/screens.h"
#include "ui/words/helplines.h"
#include "ui/words/translate.h"

namespace daybook::ui {

namespace {

// How somebody comes by a chat that can be kept here, and what the other side of it may notice.
void draw_chats(Ui& ui) {
  ui.text(tr("Getting a chat out of a phone"), {Size::large, Weight::semibold});
  for (const char* line :
       {tr("WhatsApp on Android: open the chat. Choose the three dots, More, Export chat."),
        tr("WhatsApp on an iPhone: open the chat, touch the name at the top, then Export Chat at the bottom."),
        tr("\"Include media\" brings pictures and voice messages, and fewer messages. \"Without media\" brings more."),
        tr("Save the file, or send it to yourself where nobody else looks. Bring it here and choose \"Keep a file\"."),
        tr("Or copy messages out of WhatsApp Web and press Ctrl+V here."),
        tr("An export has an end. What is older than its first message is not in it, and nothing in it says so."),
        tr("WhatsApp tells nobody that you exported a chat. The file can be seen by who uses the phone or your mail."),
        tr("The other person can block exports, delete messages, and let them disappear. Then take screenshots in a "
           "row."),
        tr("Keep the phone and the chat on it if that is safe. The original helps.")})
    ui.text(line);
  ui.gap(0.4f);
}

}  // namespace

void draw_help(Frame& frame) {
  Ui& ui = frame.ui;
  ui.heading(tr("Help"));
  ui.gap(0.3f);
  ui.text(tr("How to leave quickly"), {Size::large, Weight::semibold});
  ui.text(
      tr("Press Esc, or Shift three times, or the button at the top. The window goes at once and everything is locked. "
         "What you were typing is kept."));
  ui.gap(0.4f);
  if (frame.state.is_open) {
    ui.text(tr("Somebody to talk to"), {Size::large, Weight::semibold});
    for (const char* line : helplines()) ui.text(tr(line));
    ui.text(fmt::format(fmt::runtime(tr("These are for the United Kingdom, as of {}. Numbers can change.")),
                        helplines_date()),
            {Size::small, Weight::regular, Tone::secondary});
    ui.gap(0.4f);
  }
  ui.text(tr("What this program does"), {Size::large, Weight::semibold});
  ui.text(tr(
      "It keeps what you add, byte for byte, encrypted on this computer. It notes when each thing was added, by this "
      "computer's clock. It can show that nothing has changed since."));
  ui.gap(0.4f);
  ui.text(tr("What it cannot do"), {Size::large, Weight::semibold});
  for (const char* line : {tr("It cannot stop someone who knows your passphrase, or has the sheet."),
                           tr("It cannot stop spy software on this computer from seeing what you see."),
                           tr("It does not hide that the program and a locked folder are here."),
                           tr("It cannot tell whether what is kept is true, and it is not legal advice."),
                           tr("It cannot open the record when passphrase and sheet are both lost. Make backups.")})
    ui.text(line);
  ui.gap(0.4f);
  draw_chats(ui);
  ui.text(tr("Keys"), {Size::large, Weight::semibold});
  for (const char* line :
       {tr("Esc: hide now. It never means cancel."),
        tr("Ctrl+V: keep words that you copied. Enter saves them."),
        tr("Ctrl+N: write a note. Ctrl+S: save it."),
        tr("Alt+N, in the list: write a note beside the item in the frame. Alt+Q: answer questions about it."),
        tr("Letters, in the list: search for them."),
        tr("Ctrl+F: search. Ctrl+Shift+F: list what is from one person, or of one month."),
        tr("Alt+Left: back. Alt+Right: on, in questions and in Share."),
        tr("F6: between the places at the side and the page."),
        tr("Alt+1 to Alt+6: timeline, people, case, share, check a copy, settings."),
        tr("Ctrl+Plus, Ctrl+Minus or Ctrl and the wheel: size of the text. Ctrl+0: as it was first. F1: this page."),
        tr("In a picture: + and - change its size, 1 is full size, 0 all of it."),
        tr("N, in a conversation: write a note beside the chosen messages. Shift with the arrow keys chooses more."),
        tr("S, in a conversation: share the chosen messages, or all of their days."),
        tr("F, in a conversation: what file a message has. Enter shows its picture, or the note beside it."),
        tr("T, in a conversation: the tags of the chosen messages."),
        tr("F3, in a conversation: the next message that was found. Shift+F3: the one before."),
        tr("Delete, in the list: asks whether to remove what is chosen there."),
        tr("In the list, Ctrl or Shift with a click choose several. Shift with the arrow keys and Ctrl+A do it, too."),
        tr("Ctrl+Space, in the list: choose one more, or leave one out."),
        tr("The menu key, Shift+F10 or the right button, in the list: what can be done with a row."),
        tr("In that menu: arrow keys and Enter. The left arrow key closes it.")})
    ui.text(line);
  ui.gap(1);
}

}  // namespace daybook::ui
