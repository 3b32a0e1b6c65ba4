#include "vault/intake/chat/whatsapp_markers.h"

#include <bitset>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "vault/intake/chat/whatsapp_stamp.h"

namespace daybook::vault {
namespace {

template <typename Use>
void for_each_line(std::string_view lines, const Use& use) {
  for (std::size_t end; !lines.empty(); lines.remove_prefix(std::min(end + 1, lines.size()))) {
    end = std::min(lines.find('\n'), lines.size());
    use(lines.substr(0, end));
  }
}

// The texts by what they are, and which beginnings they have: nearly all that people write begins otherwise, and is
// not looked up.
class Texts {
 public:
  Texts() {
    add(deleted_texts(), MessageKind::deleted);
    add(call_texts(), MessageKind::call);
    add(waiting_texts(), MessageKind::unknown);
    add(omitted_contact_texts(), MessageKind::contact);
    add(omitted_texts(), MessageKind::media);
    add(live_location_texts(), MessageKind::location);
  }
  bool may_be_one(std::string_view text) const { return text.size() >= kBeginning && m_beginnings.test(slot_of(text)); }
  std::optional<MessageKind> find(std::string_view text) const {
    const auto found = m_kinds.find(text);
    return found == m_kinds.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  static constexpr std::size_t kBeginning = 4, kSlotBits = 14;  // bytes of a text that are looked at first
  static std::size_t slot_of(std::string_view text) {
    std::uint32_t beginning = 0;
    for (const char c : text.substr(0, kBeginning)) beginning = beginning << 8 | static_cast<unsigned char>(c);
    return beginning * 0x9E3779B1u >> (32 - kSlotBits);  // multiplicative hashing: Knuth, TAOCP 3, 6.4
  }
  void add(std::string_view lines, MessageKind kind) {
    for_each_line(lines, [&](std::string_view text) {
      DAYBOOK_ASSERT(text.size() >= kBeginning);
      m_kinds.emplace(text, kind);
      m_beginnings.set(slot_of(text));
    });
  }

  std::unordered_map<std::string_view, MessageKind> m_kinds;
  std::bitset<1 << kSlotBits> m_beginnings;
};

std::string_view without_stop(std::string_view text) {
  for (bool is_shorter = true; is_shorter;) {
    is_shorter = false;
    for (const std::string_view stop : {".", " ", "。", "।", "։", "۔"}) {
      if (!text.ends_with(stop)) continue;
      text.remove_suffix(stop.size());
      is_shorter = true;
    }
  }
  return text;
}

struct Form {
  std::string_view before, behind;  // what stands around the name
};

const std::vector<Form>& iphone_forms() {
  static const std::vector<Form> all = [] {
    std::vector<Form> forms;
    for_each_line(iphone_attached_texts(), [&](std::string_view text) {
      const std::size_t at = text.find('*');
      forms.push_back({text.substr(0, at), text.substr(at + 1)});
    });
    return forms;
  }();
  return all;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<MessageKind> whatsapp_marker(std::string_view text) {
  static const Texts all;
  if (text.size() > kLongestMarker) return std::nullopt;
  text = without_marks(text);
  return all.may_be_one(text) ? all.find(without_stop(text)) : std::nullopt;
}

std::string_view iphone_attachment(std::string_view text) {
  text = without_marks(text);
  if (!text.starts_with('<') || !text.ends_with('>') || text.size() < 3) return {};
  const std::string_view inside = trimmed(text.substr(1, text.size() - 2));
  for (const Form& form : iphone_forms()) {
    if (inside.size() > form.before.size() + form.behind.size() && inside.starts_with(form.before) &&
        inside.ends_with(form.behind)) {
      return trimmed(inside.substr(form.before.size(), inside.size() - form.before.size() - form.behind.size()));
    }
  }
  return {};
}

std::string_view android_attachment(std::string_view line) {
  // The two languages in which no brackets stand around the words.
  constexpr std::string_view kTamil = " இணைக்கப்பட்டது", kPersian = "فایل پیوست شد ";
  static const std::unordered_set<std::string_view> in_brackets = [] {
    std::unordered_set<std::string_view> texts;
    for_each_line(attached_texts(), [&](std::string_view text) { texts.insert(text); });
    return texts;
  }();
  line = without_marks(line);
  if (line.empty() || (line.back() != ')' && line.back() != kTamil.back() && line[0] != kPersian[0])) return {};
  if (line.ends_with(kTamil)) return line.substr(0, line.size() - kTamil.size());
  if (line.starts_with(kPersian)) return line.substr(kPersian.size());
  if (!line.ends_with(')')) return {};
  std::size_t open = line.rfind(" (");
  if (open == std::string_view::npos) return {};
  if (in_brackets.contains(line.substr(open + 1))) return line.substr(0, open);
  // Newer programs write the size behind it: ` (3 KB)`.
  line = line.substr(0, open);
  open = line.rfind(" (");
  if (open == std::string_view::npos || !in_brackets.contains(line.substr(open + 1))) return {};
  return line.substr(0, open);
}

}  // namespace daybook::vault
