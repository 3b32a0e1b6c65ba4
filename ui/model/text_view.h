#pragma once

#include <map>

#include "ui/model/session.h"
#include "ui/model/text_input.h"
#include "vault/intake/text_search.h"

namespace daybook::ui {

/// A place in a text that is read in pieces. It is `offset` bytes behind the beginning of a piece.
struct PlaceInPieces {
  std::size_t piece = 0;
  std::uint32_t offset = 0;
  auto operator<=>(const PlaceInPieces&) const = default;
};

/// The text that is read on a screen of its own: words, a note, or a file that is text.
struct TextViewState {
  vault::ItemNumber item{};
  vault::ShownAs shown = vault::ShownAs::words;
  bool is_loading = true;
  bool is_there = false;   // false: it could not be read, or is no text
  std::size_t pieces = 0;  // of the text, at least 1 when it is there
  vault::FoundEncoding encoding;
  std::map<std::size_t, std::string> read;  // the pieces that are there
  std::uint64_t revision = 0;               // grows with each text, and each encoding in which it is read

  std::string sought;                         // the words that were looked for last
  std::optional<vault::FoundInPieces> found;  // where they stand
  std::uint64_t found_revision = 0;           // grows with each place that is found
  bool found_nothing = false;
  std::shared_ptr<JobProgress> seeking;  // none: nothing is being looked for

  std::optional<std::string> copied;  // asks the window, which has the clipboard, to put this there
};

struct TextViewForm {
  TextInput find;
  bool shows_encodings = false;
};

struct ReadText {
  vault::ItemNumber item;
};
struct NeedPieces {
  std::size_t first, count;
};
struct ReadAs {
  vault::TextEncoding encoding;
};
struct FindInText {
  bool forwards;
  PlaceInPieces from;
};
struct StopFinding {};
struct CopyFromText {
  PlaceInPieces from, to;
};
struct TextCopied {};

/// Brings the pieces of one long text as they are read, and looks for words in it.
class TextViewArea {
 public:
  using Takes = std::variant<ReadText, NeedPieces, ReadAs, FindInText, StopFinding, CopyFromText, TextCopied>;

  TextViewArea(Session& session, TextViewState& state, TextViewForm& form)
      : m_session(session), m_state(state), m_form(form) {}

  /// True while something is being looked for.
  bool works() const { return m_state.seeking != nullptr; }

  void on(const ReadText& read);
  void on(const NeedPieces& need);
  void on(const ReadAs& as);
  void on(const FindInText& find);
  void on(const StopFinding&);
  void on(const CopyFromText& copy);
  void on(const TextCopied&) { m_state.copied.reset(); }
  void on(const ScreenLeft& left);
  void on(const RecordCloses&) { clear(); }

 private:
  using Pieces = std::shared_ptr<const vault::TextPieces>;
  struct Opened;

  void clear();
  void begin_reading(vault::TextEncoding encoding);

  Session& m_session;
  TextViewState& m_state;
  TextViewForm& m_form;
  // The text is read on one thread and searched on another, each with what it alone uses.
  std::shared_ptr<ByteSource> m_source, m_source_to_search;
  Pieces m_pieces, m_pieces_to_search;
};

}  // namespace daybook::ui
