#include "ui/model/text_view.h"

#include <algorithm>

#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostPieces = 256;      // that are held at a time
constexpr std::size_t kMostCopied = 8 << 20;  // bytes that go to the clipboard at a time

using Read = std::vector<std::pair<std::size_t, std::string>>;

Result<Read> read_pieces(const vault::TextPieces& text, const std::vector<std::size_t>& wanted) {
  Read read;
  for (const std::size_t index : wanted) {
    TRY_ASSIGN(std::string piece, text.read(index));
    read.emplace_back(index, std::move(piece));
  }
  return read;
}

Result<std::string> read_range(const vault::TextPieces& text, PlaceInPieces from, PlaceInPieces to) {
  std::string all;
  for (std::size_t index = from.piece; index <= to.piece; ++index) {
    TRY_ASSIGN(const std::string piece, text.read(index));
    const std::size_t end = index == to.piece ? std::min<std::size_t>(to.offset, piece.size()) : piece.size();
    const std::size_t begin = index == from.piece ? std::min<std::size_t>(from.offset, end) : 0;
    all.append(piece, begin, end - begin);
    if (all.size() > kMostCopied) return Error{ErrorCode::too_large, "text"};
  }
  return all;
}

}  // namespace

struct TextViewArea::Opened {
  vault::ShownAs shown = vault::ShownAs::words;
  std::shared_ptr<ByteSource> source, source_to_search;  // one for each of the threads that read
  std::optional<vault::FoundEncoding> encoding;
};

void TextViewArea::clear() {
  if (m_state.seeking) m_state.seeking->stop();
  const std::uint64_t revision = m_state.revision;
  m_state = TextViewState();
  m_state.revision = revision + 1;
  m_form = TextViewForm();
  m_source.reset();
  m_source_to_search.reset();
  m_pieces.reset();
  m_pieces_to_search.reset();
}

void TextViewArea::on(const ReadText& read) {
  if (!m_session.state().is_open) return;
  clear();
  m_state.item = read.item;
  m_session.screens().say_nothing();
  m_session.screens().go(Screen::text);
  m_session.jobs().ask(
      [item = read.item](vault::Record& record) -> Result<Opened> {
        Opened opened;
        TRY_ASSIGN(const vault::Item found, record.item(item));
        if (found.removed) return Error{ErrorCode::not_found, "item " + vault::item_text(item)};
        opened.shown = shown_as(found.kind, found.newest().media);
        TRY_ASSIGN(opened.source, record.open_version(found.newest()));
        TRY_ASSIGN(opened.source_to_search, record.open_version(found.newest()));
        TRY_ASSIGN(opened.encoding, vault::encoding_of(*opened.source, found.kind));
        return opened;
      },
      [this, revision = m_state.revision](Result<Opened> opened) {
        if (revision != m_state.revision) return;  // another text is read by now
        m_state.is_loading = false;
        if (!opened) return m_session.screens().show(opened.error());
        if (!opened->encoding) return;
        m_state.shown = opened->shown;
        m_state.encoding = *opened->encoding;
        m_source = std::move(opened->source);
        m_source_to_search = std::move(opened->source_to_search);
        begin_reading(m_state.encoding.encoding);
      });
}

void TextViewArea::begin_reading(vault::TextEncoding encoding) {
  m_state.is_there = true;
  m_state.encoding.encoding = encoding;
  m_state.read.clear();
  m_state.found.reset();
  m_state.found_nothing = false;
  ++m_state.revision;
  m_pieces = std::make_shared<vault::TextPieces>(m_source, encoding, m_state.encoding.mark_bytes);
  m_pieces_to_search = std::make_shared<vault::TextPieces>(m_source_to_search, encoding, m_state.encoding.mark_bytes);
  m_state.pieces = m_pieces->count();
}

void TextViewArea::on(const NeedPieces& need) {
  if (m_pieces == nullptr) return;
  const std::size_t first = std::min(need.first, m_state.pieces), end = std::min(first + need.count, m_state.pieces);
  std::vector<std::size_t> missing;
  for (std::size_t index = first; index < end; ++index) {
    if (!m_state.read.contains(index)) missing.push_back(index);
  }
  if (missing.empty()) return;
  m_session.jobs().ask_aside([text = m_pieces, missing = std::move(missing)] { return read_pieces(*text, missing); },
                             [this, revision = m_state.revision, first, end](Result<Read> read) {
                               if (revision != m_state.revision) return;
                               if (!read) return m_session.screens().show(read.error());
                               if (m_state.read.size() > kMostPieces)
                                 std::erase_if(m_state.read,
                                               [&](const auto& one) { return one.first < first || one.first >= end; });
                               for (auto& [index, piece] : *read) m_state.read[index] = std::move(piece);
                             });
}

void TextViewArea::on(const ReadAs& as) {
  if (m_pieces == nullptr) return;
  m_state.encoding.is_certain = true;  // she has said so
  begin_reading(as.encoding);
}

void TextViewArea::on(const FindInText& find) {
  if (m_pieces == nullptr || m_form.find.empty()) return;
  if (m_state.seeking && m_state.sought == m_form.find.text()) return;
  if (m_state.seeking) m_state.seeking->stop();  // other words are looked for now
  if (m_state.sought != m_form.find.text()) m_state.found.reset();
  m_state.sought = m_form.find.text();
  m_state.found_nothing = false;
  m_state.seeking = m_session.jobs().new_progress();
  m_session.jobs().ask_to_show(
      [text = m_pieces_to_search, words = m_state.sought, find, progress = m_state.seeking] {
        const vault::Progress told = JobProgress::of(progress, std::uint64_t{text->count()} * vault::kTextPieceBytes);
        return vault::find_in_pieces(*text, words, find.forwards, find.from.piece, find.from.offset, told);
      },
      [this, revision = m_state.revision,
       progress = m_state.seeking](Result<std::optional<vault::FoundInPieces>> found) {
        if (revision != m_state.revision || progress != m_state.seeking) return;
        m_state.seeking.reset();
        if (!found && found.error().code == ErrorCode::cancelled) return;
        if (!found) return m_session.screens().show(found.error());
        m_state.found = *found;
        m_state.found_nothing = !*found;
        ++m_state.found_revision;
      });
}

void TextViewArea::on(const StopFinding&) {
  if (m_state.seeking) m_state.seeking->stop();
}

void TextViewArea::on(const CopyFromText& copy) {
  if (m_pieces == nullptr || copy.to <= copy.from) return;
  m_session.jobs().ask_aside(
      [text = m_pieces, copy, last = m_state.pieces - 1] {
        PlaceInPieces to = copy.to;
        if (to.piece > last) to = {last, ~std::uint32_t{0}};
        return read_range(*text, copy.from, to);
      },
      [this, revision = m_state.revision](Result<std::string> copied) {
        if (revision != m_state.revision) return;
        if (copied) {
          m_state.copied = std::move(*copied);
        } else if (copied.error().code == ErrorCode::too_large) {
          m_session.screens().say_fault(tr("That is too much to copy at once. Nothing was copied."),
                                        tr("Choose less, or save the item out."));
        } else {
          m_session.screens().show(copied.error());
        }
      });
}

void TextViewArea::on(const ScreenLeft& left) {
  if (left.left == Screen::text) clear();
}

}  // namespace daybook::ui
