#include "ui/model/settings.h"

#include <algorithm>
#include <cstdlib>

#include "vault/log/canonical_json.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostBytes = 64 * 1024;

vault::Path folder_from(const char* variable, const char* below_home) {
  if (const char* given = std::getenv(variable); given != nullptr && *given == '/') return vault::from_utf8(given);
  const char* home = std::getenv("HOME");
  return vault::from_utf8(home != nullptr ? home : ".") / below_home;
}

}  // namespace

Settings load_settings(vault::FileSystem& files, const vault::Path& path) {
  Settings settings;
  const auto bytes = vault::read_whole_file(files, path, kMostBytes);
  if (!bytes) return settings;
  const auto json = vault::parse_json(std::string(as_text(*bytes)));
  if (!json || !json->is_object()) return settings;
  const auto text = [&](const char* name, std::string& target) {
    if (json->contains(name) && (*json)[name].is_string()) target = (*json)[name].get<std::string>();
  };
  std::string record;
  text("record", record);
  settings.record = vault::from_utf8(record);
  text("name", settings.name);
  text("language", settings.language);
  if (settings.name.empty()) settings.name = "Notes";
  if (json->contains("text") && (*json)["text"].is_number_integer())
    settings.text_percent = std::clamp((*json)["text"].get<int>(), kLeastTextPercent, kMostTextPercent);
  return settings;
}

Result<void> save_settings(vault::FileSystem& files, const vault::Path& path, const Settings& settings) {
  TRY(vault::create_folders(files, path.parent_path()));
  const vault::Json json{{"record", vault::to_utf8(settings.record)},
                         {"name", settings.name},
                         {"language", settings.language},
                         {"text", settings.text_percent}};
  const std::string text = vault::to_canonical(json) + "\n";
  return vault::write_file_atomically(files, path, as_bytes(text));
}

vault::Path default_settings_path() { return folder_from("XDG_CONFIG_HOME", ".config") / "notes" / "settings.json"; }

vault::Path default_record_path() { return folder_from("XDG_DATA_HOME", ".local/share") / "notes"; }

}  // namespace daybook::ui
