#include "tests/support/window_driver.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <thread>

#include "ui/desktop/imgui_calls.h"
#include "ui/text/code_points.h"

namespace daybook::test {

using namespace daybook::ui;

namespace {

constexpr std::size_t kLeastTold = 8;

Fonts& fonts() {
  static const std::unique_ptr<Fonts> loaded = Fonts::load().value();
  return *loaded;
}

// The textures of Dear ImGui itself, of which the program uses the white pixel alone, because ui/text draws the text.
#if IMGUI_VERSION_NUM >= 19200
void begin_textures(ImGuiIO& io, Textures&) { io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures; }
void bring_textures(Textures& textures) {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    const std::size_t size = texture->Pixels != nullptr ? static_cast<std::size_t>(texture->GetSizeInBytes()) : 0;
    const std::span<const std::uint8_t> pixels(texture->Pixels, size);
    if (texture->Status == ImTextureStatus_WantCreate)
      texture->SetTexID(textures.create(texture->Width, texture->Height, pixels));
    if (texture->Status == ImTextureStatus_WantUpdates)
      textures.update(texture->GetTexID(), texture->Width, 0, texture->Height, pixels);
    if (texture->Status != ImTextureStatus_Destroyed) texture->SetStatus(ImTextureStatus_OK);
  }
}
void end_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
}
#else
void begin_textures(ImGuiIO& io, Textures& textures) {
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
  io.Fonts->SetTexID(textures.create(width, height, {pixels, static_cast<std::size_t>(width) * height * 4}));
}
void bring_textures(Textures&) {}
void end_textures() {}
#endif

}  // namespace

WindowDriver::WindowDriver(ImVec2 size, Textures* textures)
    : m_textures(textures != nullptr ? *textures : m_no_textures) {
  begin(size);
}

WindowDriver::WindowDriver(vault::FileSystem& files, vault::StatementGate* gate)
    : m_files(files), m_gate(gate), m_textures(m_no_textures) {
  begin({1366, 768});
}

void WindowDriver::begin(ImVec2 size) {
  m_context = ImGui::CreateContext();
  ImGui::SetCurrentContext(m_context);  // several drivers may live at the same time
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = io.LogFilename = nullptr;
  io.DisplaySize = size;
  begin_navigation(io);
  io.ConfigInputTrickleEventQueue = false;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  begin_textures(io, m_textures);
  m_ui = std::make_unique<Ui>(fonts(), m_textures);
  m_ui->seconds_before_danger = 0;  // frames follow each other faster than a person can press
  m_ui->clipboard.get = [this] { return clipboard; };
  m_ui->clipboard.set = [this](const std::string& text) { clipboard = text; };
  m_ui->clipboard.paste = [this] {
    if (clipboard.size() >= kLeastTold) m_told.push_back(clipboard);
    if (picture)
      m_router->apply(PastePicture{picture});
    else
      m_router->apply(PasteWords{clipboard});
  };
  start("");
}

WindowDriver::~WindowDriver() {
  ImGui::SetCurrentContext(m_context);
  m_router.reset();
  for (const std::string& leak : leaks()) FAIL_CHECK("what was typed lies about: " << leak);
  m_ui.reset();
  end_textures();
  ImGui::DestroyContext(m_context);
}

// Only longer texts are looked for (kLeastTold): short ones, such as names, may stand in a file by chance.
std::vector<std::string> WindowDriver::leaks() const {
  constexpr std::size_t kMostBytes = 4 << 20;
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
    const bool is_handed_out = std::any_of(handed_out.begin(), handed_out.end(), [&](const vault::Path& place) {
      return entry.path().native().starts_with(place.native());
    });
    if (!entry.is_regular_file() || is_handed_out || entry.file_size() > kMostBytes) continue;
    const Bytes bytes = vault::read_whole_file(vault::operating_system_files(), entry.path(), kMostBytes).value();
    for (const std::string& words : m_told) {
      if (as_text(bytes).find(words) != std::string_view::npos) found.push_back(entry.path().string() + ": " + words);
    }
  }
  return found;
}

void WindowDriver::start(const std::string& locked) {
  m_router = std::make_unique<Router>(ProgramSurroundings{{m_files, clock, m_gate},
                                                          folder / "config" / "settings.json",
                                                          folder / "share" / "notes",
                                                          vault::PictureReader(DAYBOOK_PICTURE_READER),
                                                          vault::CopyDoor(DAYBOOK_COPY_READER),
                                                          [] {},
                                                          [this] { return now; },
                                                          folder / "languages",
                                                          vault::MediaReader(DAYBOOK_MEDIA_READER),
                                                          vault::ArchiveReader(DAYBOOK_ARCHIVE_READER),
                                                          [this] { return media; }},
                                      locked);
  m_views = Views();
}

void WindowDriver::frame() {
  ImGui::SetCurrentContext(m_context);
  ++m_frames;
  m_router->poll();
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = 1.0f / 60;
  ImGui::NewFrame();
  m_ui->begin_frame(state().preferences.theme, static_cast<float>(state().settings.text_percent) / 100);
  Actions actions;
  draw_window(state(), forms(), m_views, *m_ui, actions);
  m_ui->end_frame();
  ImGui::Render();
  bring_textures(m_textures);
  for (Action& action : actions) m_router->apply(std::move(action));
}

const ImDrawData& WindowDriver::drawn() {
  ImGui::SetCurrentContext(m_context);
  return *ImGui::GetDrawData();
}

void WindowDriver::settle() {
  const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  for (int quiet = 0; quiet < 4;) {
    frame();
    const bool is_idle = works_long ? m_router->is_quick_idle() : m_router->is_idle();
    quiet = is_idle ? quiet + 1 : 0;
    if (!is_idle) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (std::chrono::steady_clock::now() > limit) FAIL("the workers do not come to an end");
  }
}

void WindowDriver::key(ImGuiKeyChord chord) {
  ++acts;
  ImGui::SetCurrentContext(m_context);
  m_router->apply(StayOpen{});
  ImGuiIO& io = ImGui::GetIO();
  const auto modifiers = [&](bool down) {
    if ((chord & ImGuiMod_Ctrl) != 0) io.AddKeyEvent(ImGuiMod_Ctrl, down);
    if ((chord & ImGuiMod_Shift) != 0) io.AddKeyEvent(ImGuiMod_Shift, down);
    if ((chord & ImGuiMod_Alt) != 0) io.AddKeyEvent(ImGuiMod_Alt, down);
  };
  const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
  for (const bool is_down : {true, false}) {
    if (m_hide_keys.takes(key, is_down, state().preferences.hide_key, now)) return m_router->apply(HideNow{});
  }
  modifiers(true);
  io.AddKeyEvent(key, true);
  frame();
  io.AddKeyEvent(key, false);
  modifiers(false);
  frame();
  settle();
}

void WindowDriver::type(std::string_view text) {
  ++acts;
  if (text.size() >= kLeastTold) m_told.emplace_back(text);
  m_router->apply(StayOpen{});
  for (const char32_t character : code_points_of(text).values) m_ui->add_character(character);
  frame();
  settle();
}

const Widget& WindowDriver::widget(std::string_view name) {
  for (const Widget& one : m_ui->widgets()) {
    if (one.name == name && one.role != "text") return one;
  }
  FAIL("no widget \"" << name << "\" on the screen:\n" << words());
  return m_ui->widgets().front();
}

bool WindowDriver::has(std::string_view name) const {
  for (const Widget& one : m_ui->widgets()) {
    if (one.name == name && one.role != "text") return true;
  }
  return false;
}

std::string WindowDriver::focused() const {
  for (const Widget& one : m_ui->widgets()) {
    if (one.is_focused) return one.name;
  }
  return "";
}

void WindowDriver::click_at(ImVec2 place) {
  ++acts;
  ImGui::SetCurrentContext(m_context);
  m_router->apply(StayOpen{});
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(place.x, place.y);
  frame();
  io.AddMouseButtonEvent(0, true);
  frame();
  io.AddMouseButtonEvent(0, false);
  frame();
  settle();
}

// A widget that is out of sight is brought into view with the wheel, as a person does it.
void WindowDriver::scroll_to(std::string_view name) {
  ImGui::SetCurrentContext(m_context);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  constexpr float kBar = 70, kMargin = 12;
  for (int i = 0; i < 60; ++i) {
    const Widget& target = widget(name);
    const bool is_below = target.max.y > size.y - kMargin, is_above = target.min.y < kBar;
    if (!is_below && !is_above) return;
    ImGui::GetIO().AddMousePosEvent(size.x * 0.6f, size.y * 0.6f);
    ImGui::GetIO().AddMouseWheelEvent(0, is_below ? -1.0f : 1.0f);
    frame();
    frame();
  }
}

void WindowDriver::click(std::string_view name) {
  if (widget(name).min.y > 70) scroll_to(name);
  const Widget& target = widget(name);
  REQUIRE(target.is_enabled);
  ImGui::GetIO().MouseClickedTime[0] = -10;  // a click of its own, however fast frames follow each other here
  click_at({(target.min.x + target.max.x) / 2, (target.min.y + target.max.y) / 2});
}

void WindowDriver::tab_to(std::string_view name) {
  for (int i = 0; i < 60 && focused() != name; ++i) {
    key(ImGuiKey_Tab);
    --acts;
  }
  ++acts;
  if (focused() != name) FAIL("Tab does not come to \"" << name << "\"");
}

void WindowDriver::drop(const std::vector<vault::Path>& files) {
  ++acts;
  m_router->apply(ImportFiles{files});
  settle();
}

std::string WindowDriver::words() const {
  std::string all;
  for (const Widget& one : m_ui->widgets()) all += one.role + ": " + one.name + "\n";
  return all;
}

void WindowDriver::enter_until(FirstRunState::Step step) {
  constexpr int kMostKeys = 60;  // with large text a key shows the next page of what stands above the button
  for (int i = 0; i < kMostKeys && state().first_run.step != step; ++i) {
    if (state().first_run.step == FirstRunState::Step::confirm_sheet)
      click("Skip for now");
    else
      key(ImGuiKey_Enter);
  }
  REQUIRE(state().first_run.step == step);
}

void WindowDriver::make_record() {
  settle();
  enter_until(FirstRunState::Step::passphrase);
  click("Use my own");
  click("Passphrase");
  type(kOwnPassphrase);
  click("Continue");
  REQUIRE(state().first_run.step == FirstRunState::Step::sheet);
  const std::string sheet(state().first_run.sheet->expose_text());
  enter_until(FirstRunState::Step::confirm_sheet);
  type(sheet.substr(5, 4) + " " + sheet.substr(20, 4));
  key(ImGuiKey_Enter);
  type(kOwnPassphrase);
  key(ImGuiKey_Enter);
  REQUIRE(state().first_run.step == FirstRunState::Step::locking);
  click("Begin");
  REQUIRE(state().screen == Screen::timeline);
  REQUIRE(state().is_open);
}

void WindowDriver::restart(bool keeps_draft) {
  const std::string why = m_router->locked_because();
  if (keeps_draft) m_router->keep_draft();
  m_router.reset();  // in the program the process ends here with its threads; in a test they have to end themselves
  start(why);
  settle();
}

}  // namespace daybook::test
