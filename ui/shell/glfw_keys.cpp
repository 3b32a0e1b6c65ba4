#include "ui/shell/glfw_keys.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace daybook::ui {
namespace {

constexpr std::pair<int, ImGuiKey> kKeys[] = {{GLFW_KEY_TAB, ImGuiKey_Tab},
                                              {GLFW_KEY_LEFT, ImGuiKey_LeftArrow},
                                              {GLFW_KEY_RIGHT, ImGuiKey_RightArrow},
                                              {GLFW_KEY_UP, ImGuiKey_UpArrow},
                                              {GLFW_KEY_DOWN, ImGuiKey_DownArrow},
                                              {GLFW_KEY_PAGE_UP, ImGuiKey_PageUp},
                                              {GLFW_KEY_PAGE_DOWN, ImGuiKey_PageDown},
                                              {GLFW_KEY_HOME, ImGuiKey_Home},
                                              {GLFW_KEY_END, ImGuiKey_End},
                                              {GLFW_KEY_INSERT, ImGuiKey_Insert},
                                              {GLFW_KEY_DELETE, ImGuiKey_Delete},
                                              {GLFW_KEY_BACKSPACE, ImGuiKey_Backspace},
                                              {GLFW_KEY_SPACE, ImGuiKey_Space},
                                              {GLFW_KEY_ENTER, ImGuiKey_Enter},
                                              {GLFW_KEY_KP_ENTER, ImGuiKey_KeypadEnter},
                                              {GLFW_KEY_ESCAPE, ImGuiKey_Escape},
                                              {GLFW_KEY_EQUAL, ImGuiKey_Equal},
                                              {GLFW_KEY_KP_ADD, ImGuiKey_KeypadAdd},
                                              {GLFW_KEY_MINUS, ImGuiKey_Minus},
                                              {GLFW_KEY_KP_SUBTRACT, ImGuiKey_KeypadSubtract},
                                              {GLFW_KEY_KP_0, ImGuiKey_Keypad0},
                                              {GLFW_KEY_LEFT_SHIFT, ImGuiKey_LeftShift},
                                              {GLFW_KEY_RIGHT_SHIFT, ImGuiKey_RightShift},
                                              {GLFW_KEY_LEFT_CONTROL, ImGuiKey_LeftCtrl},
                                              {GLFW_KEY_RIGHT_CONTROL, ImGuiKey_RightCtrl},
                                              {GLFW_KEY_LEFT_ALT, ImGuiKey_LeftAlt},
                                              {GLFW_KEY_RIGHT_ALT, ImGuiKey_RightAlt},
                                              {GLFW_KEY_LEFT_SUPER, ImGuiKey_LeftSuper},
                                              {GLFW_KEY_RIGHT_SUPER, ImGuiKey_RightSuper},
                                              {GLFW_KEY_F1, ImGuiKey_F1},
                                              {GLFW_KEY_F3, ImGuiKey_F3},
                                              {GLFW_KEY_F6, ImGuiKey_F6},
                                              {GLFW_KEY_F10, ImGuiKey_F10},
                                              {GLFW_KEY_F12, ImGuiKey_F12},
                                              {GLFW_KEY_PAUSE, ImGuiKey_Pause},
                                              {GLFW_KEY_MENU, ImGuiKey_Menu}};

// ImGuiKey_None for keys that nothing in this program asks for.
ImGuiKey key_of_glfw(int glfw_key) {
  if (glfw_key >= GLFW_KEY_A && glfw_key <= GLFW_KEY_Z)
    return static_cast<ImGuiKey>(ImGuiKey_A + glfw_key - GLFW_KEY_A);
  if (glfw_key >= GLFW_KEY_0 && glfw_key <= GLFW_KEY_9)
    return static_cast<ImGuiKey>(ImGuiKey_0 + glfw_key - GLFW_KEY_0);
  const auto* found =
      std::find_if(std::begin(kKeys), std::end(kKeys), [&](const auto& one) { return one.first == glfw_key; });
  return found == std::end(kKeys) ? ImGuiKey_None : found->second;
}

ImGuiKey key_by_name(const char* name) {
  if (name == nullptr || name[0] == '\0' || name[1] != '\0') return ImGuiKey_None;
  if (name[0] >= 'a' && name[0] <= 'z') return static_cast<ImGuiKey>(ImGuiKey_A + (name[0] - 'a'));
  // On many keyboards plus and minus have keys of their own, at other places than on an American one.
  if (name[0] == '+') return ImGuiKey_Equal;
  if (name[0] == '-') return ImGuiKey_Minus;
  return ImGuiKey_None;
}

}  // namespace

KeyQueue::Key key_now(GLFWwindow* window, int key, int code, bool is_down) {
  const auto is_held = [window](int left, int right) {
    return glfwGetKey(window, left) == GLFW_PRESS || glfwGetKey(window, right) == GLFW_PRESS;
  };
  const bool has_name = key >= GLFW_KEY_SPACE && key <= GLFW_KEY_WORLD_2;
  const ImGuiKey by_name = has_name ? key_by_name(glfwGetKeyName(key, code)) : ImGuiKey_None;
  return {by_name == ImGuiKey_None ? key_of_glfw(key) : by_name, is_down,
          is_held(GLFW_KEY_LEFT_CONTROL, GLFW_KEY_RIGHT_CONTROL), is_held(GLFW_KEY_LEFT_SHIFT, GLFW_KEY_RIGHT_SHIFT),
          is_held(GLFW_KEY_LEFT_ALT, GLFW_KEY_RIGHT_ALT)};
}

}  // namespace daybook::ui
