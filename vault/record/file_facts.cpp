#include "vault/record/file_facts.h"

namespace daybook::vault {
namespace {

constexpr Drawn kAll[] = {Drawn::whole,           Drawn::in_part,    Drawn::first_of_several, Drawn::not_yet,
                          Drawn::too_many_pixels, Drawn::no_decoder, Drawn::damaged};

}  // namespace

std::string_view to_text(Drawn drawn) {
  switch (drawn) {
    case Drawn::whole:
      return "whole";
    case Drawn::in_part:
      return "in_part";
    case Drawn::first_of_several:
      return "first_of_several";
    case Drawn::not_yet:
      return "not_yet";
    case Drawn::too_many_pixels:
      return "too_many_pixels";
    case Drawn::no_decoder:
      return "no_decoder";
    case Drawn::damaged:
      return "damaged";
  }
  return "";
}

std::optional<Drawn> parse_drawn(std::string_view text) {
  for (const Drawn drawn : kAll) {
    if (to_text(drawn) == text) return drawn;
  }
  return std::nullopt;
}

bool is_drawn(Drawn drawn) {
  switch (drawn) {
    case Drawn::whole:
    case Drawn::in_part:
    case Drawn::first_of_several:
      return true;
    case Drawn::not_yet:
    case Drawn::too_many_pixels:
    case Drawn::no_decoder:
    case Drawn::damaged:
      break;
  }
  return false;
}

}  // namespace daybook::vault
