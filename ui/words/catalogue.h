#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "crypto/result.h"

namespace daybook::ui {

/// The sentences of the window in another language, from GNU gettext's binary format (.mo).
class Catalogue {
 public:
  /// Reads a catalogue. A sentence whose places for values (`{}`, `{0}`) are not those of the English one is left out,
  /// because it would end the program or show a wrong value. `malformed` when the bytes are no catalogue.
  static Result<std::shared_ptr<const Catalogue>> parse(std::string bytes);
  // The sentences lie in the object's own bytes.
  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;

  /// The sentence that stands for this English one, valid as long as the object. Null when the catalogue has none.
  const char* find(std::string_view english) const;
  /// What the language calls itself, from `X-Language-Name` in the header of the catalogue. Empty when it does not say.
  const std::string& language_name() const { return m_language_name; }
  /// How many sentences were left out.
  std::size_t left_out() const { return m_left_out; }

 private:
  explicit Catalogue(std::string bytes) : m_bytes(std::move(bytes)) {}
  bool read();

  std::string m_bytes, m_language_name;
  std::unordered_map<std::string_view, const char*> m_sentences;
  std::size_t m_left_out = 0;
};

}  // namespace daybook::ui
