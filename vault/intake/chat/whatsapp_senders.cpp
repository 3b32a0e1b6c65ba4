#include "vault/intake/chat/whatsapp_senders.h"

#include <algorithm>
#include <functional>

#include "vault/intake/chat/whatsapp_stamp.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostNames = 65'536, kMostOfName = 300;  // bytes of a name, with a group's title for one
constexpr std::size_t kMostPasted = 20;                        // lines in a row that somebody may have pasted
constexpr int kMostColons = 3;

std::size_t key_of(std::string_view name) { return std::hash<std::string_view>{}(name); }

// Where the next colon with a blank behind it stands, from a place on, or npos.
std::size_t next_colon(std::string_view rest, std::size_t from) {
  const std::size_t found = rest.substr(0, kMostOfName).find(": ", from);
  return found;
}

constexpr auto kMayBeQuotation = [] {
  std::array<bool, 256> first{};  // the bytes that the signs below begin with in UTF-8
  for (const std::size_t byte : {0x22u, 0xC2u, 0xE2u}) first[byte] = true;
  return first;
}();

// Whether a quotation is open at the end of this text. What the program says of a group quotes its name, and a colon in
// the quotation parts no sender from his words.
bool has_open_quotation(std::string_view text) {
  // Hardly any name has a sign in it that may be one of these.
  bool may_be_open = false;
  for (const char c : text) may_be_open |= kMayBeQuotation[static_cast<unsigned char>(c)];
  if (!may_be_open) return false;
  bool is_open = false;
  for (const char c : text) is_open ^= c == '"';
  const auto is_unclosed = [&](std::string_view open, std::string_view close) {
    const std::size_t at = text.rfind(open);
    return at != std::string_view::npos && text.find(close, at + open.size()) == std::string_view::npos;
  };
  return is_open || is_unclosed("\xe2\x80\x9c", "\xe2\x80\x9d") || is_unclosed("\xc2\xab", "\xc2\xbb") ||
         (is_unclosed("\xe2\x80\x9e", "\xe2\x80\x9c") && is_unclosed("\xe2\x80\x9e", "\xe2\x80\x9d"));
}

// The end of the shortest sender that can be, or npos where there is none. A name with nothing behind it is the sender
// of an empty message.
std::size_t find_first_sender(std::string_view rest) {
  const std::size_t found = next_colon(rest, 0);
  if (found != std::string_view::npos)
    return found == 0 || has_open_quotation(rest.substr(0, found)) ? std::string_view::npos : found;
  if (rest.size() > 1 && rest.size() <= kMostOfName && rest.ends_with(':') &&
      !has_open_quotation(rest.substr(0, rest.size() - 1)))
    return rest.size() - 1;
  return std::string_view::npos;
}

}  // namespace

// The sender that was there before and that a line begins with, or null.
const WhatsappSenders::Recent* WhatsappSenders::recent(std::string_view rest) const {
  if (rest.empty()) return nullptr;
  for (const Recent& recent : m_recent) {
    if (recent.first == rest[0] && recent.counts != nullptr && rest.starts_with(recent.beginning)) return &recent;
  }
  return nullptr;
}

std::size_t WhatsappSenders::first_sender(std::string_view rest) const {
  const Recent* known = recent(rest);
  return known == nullptr ? find_first_sender(rest) : known->beginning.size() - 2;
}

WhatsappSenders::Counts* WhatsappSenders::counts_of(std::string_view name) {
  const std::size_t key = key_of(name);
  const auto found = m_names.find(key);
  return found != m_names.end() ? &found->second : m_names.size() < kMostNames ? &m_names[key] : nullptr;
}

std::string_view WhatsappSenders::count(std::string_view rest, std::int64_t seconds) {
  const Recent* known = recent(rest);
  std::size_t end = known == nullptr ? find_first_sender(rest) : known->beginning.size() - 2;
  if (end == std::string_view::npos) return {};
  const std::string_view sender = rest.substr(0, end);
  // What the program writes in somebody's name may be newer than what it stands before.
  const bool is_by_program = mark_size(rest.substr(std::min(rest.size(), end + 2))) > 0;
  const bool goes_back = m_has_last && seconds < m_last - kBack;
  if (!goes_back && !is_by_program) {
    m_last = seconds;
    m_has_last = true;
    m_lines_back = 0;
    m_since_back.clear();
  }
  for (int colons = 0; colons < kMostColons && end != std::string_view::npos; ++colons) {
    Counts* counts = colons == 0 && known != nullptr ? known->counts : counts_of(rest.substr(0, end));
    if (counts != nullptr) {
      ++counts->lines;
      counts->is_known |= !goes_back;
      m_has_longer |= colons > 0 && counts->lines > 1;
      if (colons == 0 && known == nullptr && end + 2 <= rest.size()) {
        m_recent[m_oldest] = {rest[0], std::string(rest.substr(0, end + 2)), counts};
        m_oldest = (m_oldest + 1) % m_recent.size();
      }
    }
    if (goes_back) m_since_back.push_back(key_of(rest.substr(0, end)));
    end = next_colon(rest, end + 1);
  }
  // Nobody pastes so much: the chat itself goes on from an earlier time.
  m_lines_back += goes_back ? 1 : 0;
  if (m_lines_back > kMostPasted) {
    settle();
    m_last = seconds;
  }
  return sender;
}

void WhatsappSenders::settle() {
  for (const std::size_t key : m_since_back) {
    if (const auto found = m_names.find(key); found != m_names.end()) found->second.is_known = true;
  }
  m_since_back.clear();
  m_lines_back = 0;
}

// Nearly everything that is written under the short name stands under the longer one too where that is the name.
SenderAndBody WhatsappSenders::split(std::string_view rest) const {
  std::size_t end = first_sender(rest);
  if (end == std::string_view::npos) return {{}, rest};
  const auto lines = [&](std::size_t name_end) {
    const auto found = m_names.find(key_of(rest.substr(0, name_end)));
    return found == m_names.end() ? 0u : found->second.lines;
  };
  for (int colons = 1; m_has_longer && colons < kMostColons; ++colons) {
    // A mark begins what the program wrote, such as `<attached: 1.jpg>`, and no part of a name: somebody who sent
    // hardly anything but pictures has that behind the name nearly every time.
    if (mark_size(rest.substr(std::min(rest.size(), end + 2))) > 0) break;
    const std::size_t longer = next_colon(rest, end + 1);
    if (longer == std::string_view::npos) break;
    const std::uint64_t of_short = lines(end), of_longer = lines(longer);
    if (of_longer < 2 || of_longer * 5 < of_short * 4) break;
    end = longer;
  }
  return {rest.substr(0, end), rest.substr(std::min(rest.size(), end + 2))};
}

bool WhatsappSenders::is_known(std::string_view sender) const {
  const auto found = m_names.find(key_of(sender));
  return found == m_names.end() || found->second.is_known;
}

}  // namespace daybook::vault
