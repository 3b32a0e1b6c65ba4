#pragma once

// How Dear ImGui is compiled for this program. Characters have 32 bits, because text may hold any of Unicode. What
// writes files or shows windows for debugging is left out, so that nothing of a record gets out that way.
#define IMGUI_USE_WCHAR32
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FILE_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DEFINE_MATH_OPERATORS
#define ImTextureID ImU64  // as in 1.92; in 1.90.1 it would be a pointer
