#include "vault/record/out_of_export.h"

#include "crypto/encoding.h"

namespace daybook::vault {

Json to_json(const OutOfExport& out_of) {
  return Json{{"entry", out_of.entry}, {"sha256", crypto::to_hex(out_of.sha256)}};
}

std::optional<OutOfExport> parse_out_of_export(const Json& json) {
  const auto sha256 = crypto::exactly<32>(crypto::from_hex(text_member(json, "sha256").value_or("")));
  std::string entry = text_member(json, "entry").value_or("");
  if (!sha256 || entry.empty()) return std::nullopt;
  return OutOfExport{*sha256, std::move(entry)};
}

}  // namespace daybook::vault
