#include "vault/record/preferences.h"

#include "vault/store/schema.h"

namespace daybook::vault {
namespace {

constexpr const char* kSetting = "window";

}  // namespace

Result<std::optional<std::string>> preferences(Record& record) {
  return get_setting(record.vault().database(), kSetting);
}

Result<void> keep_preferences(Record& record, std::string_view text) {
  if (record.vault().is_read_only()) return Error{ErrorCode::read_only, ""};
  return set_setting(record.vault().database(), kSetting, text);
}

}  // namespace daybook::vault
