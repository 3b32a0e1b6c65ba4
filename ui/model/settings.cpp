#include "ui/model/settings.h"

#include <algorithm>

#include "vault/log/canonical_json.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostBytes = 64 * 1024;

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
  if (json->contains("theme") && (*json)["theme"].is_number_integer())
    settings.theme = static_cast<Theme>(std::clamp((*json)["theme"].get<int>(), 0, static_cast<int>(Theme::contrast)));
  if (json->contains("left") && (*json)["left"].is_array()) {
    for (const vault::Json& one : (*json)["left"]) {
      if (one.is_string()) settings.left.push_back(vault::from_utf8(one.get<std::string>()));
    }
  }
  settings.has_hidden = json->value("hidden", vault::Json(false)) == vault::Json(true);
  return settings;
}

Result<void> save_settings(vault::FileSystem& files, const vault::Path& path, const Settings& settings) {
  TRY(vault::create_folders(files, path.parent_path()));
  vault::Json json{{"record", vault::to_utf8(settings.record)},
                   {"name", settings.name},
                   {"language", settings.language},
                   {"text", settings.text_percent},
                   {"theme", static_cast<int>(settings.theme)}};
  for (const vault::Path& one : settings.left) json["left"].push_back(vault::to_utf8(one));
  if (settings.has_hidden) json["hidden"] = true;
  const std::string text = vault::to_canonical(json) + "\n";
  return vault::write_file_atomically(files, path, as_bytes(text));
}

}  // namespace daybook::ui
