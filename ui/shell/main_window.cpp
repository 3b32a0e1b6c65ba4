#include "ui/shell/main_window.h"

#define GLFW_INCLUDE_NONE
#include <GL/gl.h>
#include <GLFW/glfw3.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <atomic>
#include <cstdio>

#include "ui/desktop/hide_keys.h"
#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/key_queue.h"
#include "ui/desktop/screens.h"
#include "ui/model/router.h"
#include "ui/shell/clipboard.h"
#include "ui/shell/desktop_session.h"
#include "ui/shell/gl_textures.h"
#include "ui/shell/glfw_keys.h"
#include "ui/shell/one_window.h"
#include "ui/shell/screen_capture.h"
#include "ui/shell/wiped_drawing.h"
#include "ui/words/error_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

// The day of the last release, 2026-11-29, in seconds since 1970 UTC. It is written here by hand, because a build that
// looked at the clock would not come out the same twice.
constexpr std::int64_t kMadeAt = 1'795'910'400;

constexpr int kFramesAfterEvent = 3;  // Dear ImGui needs that many to come to rest

class Window {
 public:
  explicit Window(const Handover& handover) : m_router(surroundings(), handover.locked_because) {
    m_router.show_cover(handover.cover);
    m_is_cover = !handover.cover.empty();
  }

  int run() {
    // The page that stands in the place of a hidden program does not keep the program from being opened.
    if (!m_is_cover && OneWindow::show_other(default_settings_path())) return 0;
    if (glfwInit() == 0) return say_no_window();
    auto fonts = Fonts::load();
    if (!fonts) {
      std::fprintf(stderr, "%s\n", explain(fonts.error()).what.c_str());
      return 1;
    }
    if (!open()) return say_no_window();
    if (!m_is_cover) m_claim = OneWindow::claim(default_settings_path(), m_window);
    m_ui = std::make_unique<Ui>(**fonts, m_textures);
    m_clipboard = Clipboard::open([] { glfwPostEmptyEvent(); });
    if (m_clipboard) {
      m_ui->clipboard.get = [this] { return m_clipboard->text(); };
      m_ui->clipboard.set = [this](const std::string& text) { m_clipboard->offer(text); };
      m_ui->clipboard.paste = [this] { m_clipboard->request(); };
    }
    if (can_take_screen()) {
      m_ui->take_screen = [this] {
        glfwHideWindow(m_window);
        m_screen = take_screen([] { glfwPostEmptyEvent(); });
      };
    }
    watch_session([this] {
      m_session_locks = true;
      glfwPostEmptyEvent();
    });
    while (glfwWindowShouldClose(m_window) == 0) {
      wait();
      if (m_session_locks.exchange(false)) m_router.lock(tr("the screen was locked"));
      if (m_screen && m_screen->is_ready) {
        glfwShowWindow(m_window);
        m_router.apply(PastePicture{std::make_shared<const Bytes>(std::move(m_screen->png)), true});
        m_screen.reset();
        m_frames = kFramesAfterEvent;
      }
      if (m_clipboard) {
        if (auto pasted = m_clipboard->take()) {
          m_router.apply(std::move(*pasted));
          m_frames = kFramesAfterEvent;
        }
      }
      if (m_router.poll()) m_frames = kFramesAfterEvent;
      leave_if_wanted();
      if (m_frames > 0 && !m_is_minimised) draw();
    }
    hide();
  }

 private:
  static ProgramSurroundings surroundings() {
    ProgramSurroundings given{{vault::operating_system_files(), vault::system_clock()},
                              default_settings_path(),
                              default_record_path(),
                              vault::PictureReader::beside_this_program(),
                              vault::CopyDoor::beside_this_program(),
                              [] { glfwPostEmptyEvent(); },
                              [] { return glfwGetTime(); },
                              languages_path()};
    given.made_at = kMadeAt;
    return given;
  }

  static int say_no_window() {
    std::fprintf(stderr,
                 "No window can be opened here. The program for the terminal, daybook-cli, does the same work.\n");
    return 1;
  }

  bool open() {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    const std::string& name = m_router.state().settings.name;
    const bool is_ascii = std::all_of(name.begin(), name.end(), [](char c) { return c >= ' ' && c <= '~'; });
    // What lists windows and processes shows these names. The class of a window is Latin-1 (ICCCM, section 4.1.2.5).
    glfwWindowHintString(GLFW_X11_CLASS_NAME, is_ascii ? name.c_str() : "Notes");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, is_ascii ? name.c_str() : "Notes");
    name_process(is_ascii ? name : "Notes");
    m_window = glfwCreateWindow(1180, 740, m_router.state().settings.name.c_str(), nullptr, nullptr);
    if (m_window == nullptr) return false;
    glfwSetWindowSizeLimits(m_window, 480, 360, GLFW_DONT_CARE, GLFW_DONT_CARE);
    fit_into_screen();
    glfwMakeContextCurrent(m_window);
    glfwSwapInterval(1);
    wipe_what_was_drawn();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = io.LogFilename = nullptr;  // Dear ImGui writes no file of its own
    begin_navigation(io);
    ImGui_ImplGlfw_InitForOpenGL(m_window, false);
    ImGui_ImplOpenGL3_Init("#version 150");
    listen();
    return true;
  }

  // Old laptops have screens that are smaller than the window, whose edges and buttons there would be out of reach.
  void fit_into_screen() {
    int most_width = 0, most_height = 0, width, height;
    if (GLFWmonitor* monitor = glfwGetPrimaryMonitor())
      glfwGetMonitorWorkarea(monitor, nullptr, nullptr, &most_width, &most_height);
    glfwGetWindowSize(m_window, &width, &height);
    if (std::min(most_width, most_height) > 0 && (width > most_width || height > most_height))
      glfwSetWindowSize(m_window, std::min(width, most_width), std::min(height, most_height));
  }

  static Window& of(GLFWwindow* window) { return *static_cast<Window*>(glfwGetWindowUserPointer(window)); }

  void listen() {
    glfwSetWindowUserPointer(m_window, this);
    glfwSetKeyCallback(m_window,
                       [](GLFWwindow* w, int key, int code, int action, int) { of(w).on_key(key, code, action); });
    glfwSetCharCallback(m_window, [](GLFWwindow* w, unsigned character) {
      of(w).m_keys.add(static_cast<char32_t>(character));
      of(w).used();
    });
    glfwSetCursorPosCallback(m_window, [](GLFWwindow* w, double x, double y) {
      ImGui_ImplGlfw_CursorPosCallback(w, x, y);
      of(w).used();
    });
    glfwSetCursorEnterCallback(m_window, [](GLFWwindow* w, int entered) {
      ImGui_ImplGlfw_CursorEnterCallback(w, entered);
      of(w).m_frames = kFramesAfterEvent;
    });
    glfwSetMouseButtonCallback(m_window, [](GLFWwindow* w, int button, int action, int mods) {
      ImGui_ImplGlfw_MouseButtonCallback(w, button, action, mods);
      if (action == GLFW_PRESS) of(w).m_hide_keys.forget_shifts();  // clicks with Shift choose rows, and do not hide
      of(w).used();
    });
    glfwSetScrollCallback(m_window, [](GLFWwindow* w, double x, double y) {
      ImGui_ImplGlfw_ScrollCallback(w, x, y);
      of(w).used();
    });
    glfwSetWindowFocusCallback(m_window, [](GLFWwindow* w, int focused) {
      ImGui_ImplGlfw_WindowFocusCallback(w, focused);
      of(w).m_frames = kFramesAfterEvent;
    });
    glfwSetWindowRefreshCallback(m_window, [](GLFWwindow* w) { of(w).m_frames = kFramesAfterEvent; });
    glfwSetFramebufferSizeCallback(m_window, [](GLFWwindow* w, int, int) { of(w).m_frames = kFramesAfterEvent; });
    glfwSetWindowIconifyCallback(m_window, [](GLFWwindow* w, int iconified) {
      of(w).m_is_minimised = iconified != 0;
      if (iconified != 0 && of(w).m_router.state().preferences.locks_minimised)
        of(w).m_router.lock(tr("the window was made small"));
      of(w).m_frames = kFramesAfterEvent;
    });
    glfwSetDropCallback(m_window, [](GLFWwindow* w, int count, const char** paths) {
      ImportFiles files;
      for (int i = 0; i < count; ++i) files.files.push_back(vault::from_utf8(paths[i]));
      of(w).m_router.apply(std::move(files));
      of(w).used();
    });
  }

  void used() {
    m_frames = kFramesAfterEvent;
    m_router.apply(StayOpen{});
  }

  // The key that hides is looked at before anything else gets the key, so that hiding waits for no frame.
  void on_key(int key, int code, int action) {
    if (action != GLFW_REPEAT) {
      const KeyQueue::Key pressed = key_now(m_window, key, code, action == GLFW_PRESS);
      const auto chosen = m_router.state().preferences.hide_key;
      if (m_hide_keys.takes(pressed.key, pressed.is_down, chosen, glfwGetTime())) hide();
      m_keys.add(pressed);
    }
    used();
  }

  // Draws frames that nobody sees, so that what was typed since the last frame is in the text before the text is
  // sealed.
  void take_last_input() {
    if (!m_ui || ImGui::GetCurrentContext() == nullptr) return;
    constexpr int kMostFrames = 20;
    for (int i = 0; i == 0 || (i < kMostFrames && !m_keys.empty()); ++i) {
      begin_frame();
      Actions ignored;
      draw_window(m_router.state(), m_router.forms(), m_views, *m_ui, ignored);
      m_ui->end_frame();
      ImGui::EndFrame();
    }
  }

  // The window goes first, because that is what others see. Then what the keeper was writing is sealed. Then the
  // process ends, whatever its threads do.
  [[noreturn]] void hide() {
    glfwHideWindow(m_window);
    m_claim.reset();
    take_last_input();
    m_router.keep_draft();
    // When the keeper has chosen a cover, a page with its words opens where the window stood.
    if (const std::string words = m_router.cover_page(); !words.empty()) begin_anew({"", words});
    end_process();
  }

  void leave_if_wanted() {
    if (m_router.leaving() == Leaving::hide) hide();
    if (m_router.leaving() != Leaving::lock) return;
    glfwHideWindow(m_window);
    take_last_input();
    m_router.keep_draft();
    begin_anew({m_router.locked_because(), ""});
  }

  void wait() {
    const bool has_input = ImGui::GetCurrentContext()->InputEventsQueue.Size > 0 || !m_keys.empty();
    const auto poll = m_router.next_poll(), hint = m_ui->hints.due();
    if (m_frames > 0 || has_input) {
      m_frames = std::max(m_frames, 1);
      glfwPollEvents();
    } else if (hint && (!poll || *hint < *poll)) {
      glfwWaitEventsTimeout(std::clamp(*hint, 0.01, 1.0));
      m_frames = std::max(m_frames, 1);  // that shows it
    } else if (poll) {
      glfwWaitEventsTimeout(std::clamp(*poll, 0.01, 600.0));
    } else {
      glfwWaitEvents();
    }
  }

  void begin_frame() {
    float scale = 1, ignored = 1;
    glfwGetWindowContentScale(m_window, &scale, &ignored);
    m_keys.pass_on(*m_ui);
    if (!m_keys.empty()) m_frames = std::max(m_frames, 2);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
    const AppState& state = m_router.state();
    m_ui->begin_frame(state.preferences.theme, scale * static_cast<float>(state.settings.text_percent) / 100);
  }

  void draw() {
    --m_frames;
    begin_frame();
    const AppState& state = m_router.state();
    Actions actions;
    draw_window(state, m_router.forms(), m_views, *m_ui, actions);
    m_ui->end_frame();
    ImGui::Render();
    int width = 0, height = 0;
    glfwGetFramebufferSize(m_window, &width, &height);
    glViewport(0, 0, width, height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(m_window);
    if (m_ui->wants_frame()) m_frames = std::max(m_frames, 2);
    const std::string name = state.settings.name;
    for (Action& action : actions) {
      if (!std::holds_alternative<NeedRows>(action)) m_frames = kFramesAfterEvent;
      m_router.apply(std::move(action));
    }
    if (state.settings.name != name) glfwSetWindowTitle(m_window, state.settings.name.c_str());
  }

  GLFWwindow* m_window = nullptr;
  bool m_is_cover = false;
  std::unique_ptr<OneWindow> m_claim;
  Router m_router;
  GlTextures m_textures;
  std::unique_ptr<Clipboard> m_clipboard;
  std::atomic<bool> m_session_locks = false;
  std::shared_ptr<ScreenPicture> m_screen;  // set while a picture of the screen is being taken
  std::unique_ptr<Ui> m_ui;
  Views m_views;
  KeyQueue m_keys;
  int m_frames = kFramesAfterEvent;
  bool m_is_minimised = false;
  HideKeys m_hide_keys;
};

}  // namespace

int run_window(const Handover& handover) { return Window(handover).run(); }

}  // namespace daybook::ui
