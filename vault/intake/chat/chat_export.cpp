#include "vault/intake/chat/chat_export.h"

#include <algorithm>
#include <set>

#include "vault/intake/chat/whatsapp.h"
#include "vault/intake/file_ending.h"
#include "vault/intake/text_encoding.h"
#include "vault/store/measurement.h"
#include "vault/store/zip_format.h"

namespace daybook::vault {
namespace {

// More than the longest message, so that the second one is seen too.
constexpr std::uint64_t kBeginning = 256 * 1024;
constexpr std::size_t kMostTexts = 1'000;
// Each may cost the time for which a process is waited for that says nothing.
constexpr std::size_t kMostUnread = 10;

// Whether a ZIP begins here, also one that is cut off or has nothing in it.
Result<bool> begins_as_zip(ByteSource& source) {
  std::array<std::uint8_t, 4> beginning{};
  if (source.size() < beginning.size()) return false;
  TRY(source.read_at(0, beginning));
  const std::uint64_t signature = load_little_endian<4>(beginning);
  return signature == zip::kLocalHeader || signature == zip::kEnd;
}

bool is_named_as_text(std::string_view name) { return has_ending(name, "txt"); }

// Whether a chat of WhatsApp begins here. `unsupported` when one does, in an encoding that is not read.
Result<bool> is_chat(ByteSource& source) {
  Bytes beginning(static_cast<std::size_t>(std::min(source.size(), kBeginning)));
  TRY(source.read_at(0, beginning));
  const auto found = find_encoding(beginning, beginning.size() == source.size());
  if (!found || unit_bytes(found->encoding) == 1) return is_whatsapp(as_text(beginning));
  const ByteView text = ByteView(beginning).subspan(found->mark_bytes);
  const std::size_t whole = text.size() - text.size() % unit_bytes(found->encoding);
  if (is_whatsapp(to_utf8(text.first(whole), found->encoding)))
    return Error{ErrorCode::unsupported, "the text of the chat is in UTF-16, and only UTF-8 is read"};
  return false;
}

// What a ZIP can do to the reading of one entry. Everything else concerns all of them.
bool is_of_entry(ErrorCode code) {
  return code == ErrorCode::damaged || code == ErrorCode::malformed || code == ErrorCode::unsupported;
}

}  // namespace

Result<ChatExport> ChatExport::open(ByteSource& source, ArchiveReader reader) {
  ChatExport chat(source, std::move(reader));
  TRY_ASSIGN(chat.m_is_zip, begins_as_zip(source));
  if (chat.m_is_zip) {
    TRY(chat.look_into_zip());
    return chat;
  }
  TRY(is_chat(source));  // one with a single message is none to it, and is read all the same
  chat.m_texts.emplace_back().size = source.size();
  return chat;
}

Result<void> ChatExport::look_into_zip() {
  TRY_ASSIGN(ArchiveList list, m_reader.list(m_source));
  m_faults = std::move(list.faults);
  m_fault_count = list.fault_count;
  std::multiset<std::string> texts;
  for (const ZipEntry& entry : list.entries) {
    if (is_named_as_text(entry.name)) texts.insert(entry.name);
  }
  if (texts.size() > kMostTexts) return Error{ErrorCode::too_large, "too many texts in the ZIP"};
  for (ZipEntry& entry : list.entries) {
    const std::size_t of_this_name = texts.count(entry.name);
    if (of_this_name > 0)
      TRY(look_into(std::move(entry), of_this_name > 1));
    else
      m_files.push_back(std::move(entry));
  }
  if (!m_texts.empty()) return {};
  if (!m_unread.empty()) return m_unread.front().why;
  const auto fault =
      std::find_if(m_faults.begin(), m_faults.end(), [](const ZipFault& one) { return is_named_as_text(one.name); });
  if (fault != m_faults.end()) return Error{ErrorCode::malformed, fault->name + ": " + fault->what};
  return Error{ErrorCode::unsupported, "no chat in the ZIP"};
}

Result<void> ChatExport::look_into(ZipEntry entry, bool is_doubled) {
  const auto found = is_chat(*m_reader.open(m_source, entry));
  const bool is_alone_in_it = !found && is_of_entry(found.error().code) && m_unread.size() < kMostUnread;
  if (!found && !is_alone_in_it) return found.error();
  if (found && *found && !is_doubled && entry.size <= kMostOfText) {
    m_texts.push_back(std::move(entry));
    return {};
  }
  const bool is_named_there =
      std::any_of(m_unread.begin(), m_unread.end(), [&](const Unread& unread) { return unread.entry == entry.name; });
  if (!found)
    m_unread.push_back({entry.name, found.error()});
  else if (*found && is_doubled && !is_named_there)
    m_unread.push_back(
        {entry.name, Error{ErrorCode::malformed, "two texts of one name are in the ZIP; unpack it and add the files"}});
  else if (*found && !is_doubled)
    m_unread.push_back({entry.name, Error{ErrorCode::too_large, entry.name + ": a text over 2 GiB"}});
  m_files.push_back(std::move(entry));
  return {};
}

Result<ChatText> ChatExport::text(std::size_t index) {
  const ZipEntry& entry = m_texts[index];
  ChatText text;
  text.entry = entry.name;
  text.size = entry.size;
  text.source = m_is_zip ? m_reader.open(m_source, entry) : std::make_unique<WindowSource>(m_source, 0, entry.size);
  TRY_ASSIGN(const ContentFacts facts, measure(*text.source));
  text.sha256 = facts.sha256;
  return text;
}

}  // namespace daybook::vault
