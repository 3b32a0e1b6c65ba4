#include <qpdf/QPDF.hh>

#include "vault/sandbox/media_reader/media.h"

namespace daybook::sandbox {

std::optional<std::uint64_t> pages_of_pdf(Input input) try {
  QPDF document;
  document.setSuppressWarnings(true);
  // The library can search a damaged file for what may be pages of it. What it then finds is a guess.
  document.setAttemptRecovery(false);
  document.processMemoryFile("", reinterpret_cast<const char*>(input.data()), input.size());
  const std::size_t pages = document.getAllPages().size();
  // The tree of pages says for itself how many it has (ISO 32000-1, 7.7.3.2).
  QPDFObjectHandle count = document.getRoot().getKey("/Pages").getKey("/Count");
  if (pages == 0 || !count.isInteger() || count.getIntValue() != static_cast<long long>(pages)) return std::nullopt;
  return pages;
} catch (const std::exception&) {
  return std::nullopt;
}

}  // namespace daybook::sandbox
