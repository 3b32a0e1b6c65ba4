#include "vault/intake/chat/attachment.h"

namespace daybook::vault {
namespace {

struct Ending {
  std::string_view ending;
  MediaKind kind;
};

// What telephones attach to messages, and what people send as documents.
constexpr Ending kEndings[] = {
    {"jpg", MediaKind::picture},   {"jpeg", MediaKind::picture},  {"png", MediaKind::picture},
    {"webp", MediaKind::picture},  {"gif", MediaKind::picture},   {"heic", MediaKind::picture},
    {"heif", MediaKind::picture},  {"avif", MediaKind::picture},  {"mp4", MediaKind::film},
    {"mov", MediaKind::film},      {"3gp", MediaKind::film},      {"m4v", MediaKind::film},
    {"webm", MediaKind::film},     {"opus", MediaKind::sound},    {"ogg", MediaKind::sound},
    {"oga", MediaKind::sound},     {"m4a", MediaKind::sound},     {"mp3", MediaKind::sound},
    {"aac", MediaKind::sound},     {"amr", MediaKind::sound},     {"wav", MediaKind::sound},
    {"pdf", MediaKind::document},  {"doc", MediaKind::document},  {"docx", MediaKind::document},
    {"xls", MediaKind::document},  {"xlsx", MediaKind::document}, {"ppt", MediaKind::document},
    {"pptx", MediaKind::document}, {"odt", MediaKind::document},  {"rtf", MediaKind::document},
    {"txt", MediaKind::document},  {"csv", MediaKind::document},  {"vcf", MediaKind::contact}};

}  // namespace

std::string_view to_text(AttachmentState state) {
  switch (state) {
    case AttachmentState::here:
      return "here";
    case AttachmentState::text_alone:
      return "text-alone";
    case AttachmentState::not_there:
      return "not-there";
    case AttachmentState::unclear:
      return "unclear";
    case AttachmentState::unreadable:
      return "unreadable";
    case AttachmentState::no_export:
      break;
  }
  return "no-export";
}

std::string_view to_text(MediaKind kind) {
  switch (kind) {
    case MediaKind::picture:
      return "picture";
    case MediaKind::film:
      return "film";
    case MediaKind::sound:
      return "sound";
    case MediaKind::document:
      return "document";
    case MediaKind::contact:
      return "contact";
    case MediaKind::other:
      break;
  }
  return "other";
}

MediaKind media_kind_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return MediaKind::other;
  std::string ending(name.substr(dot + 1));
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (const Ending& one : kEndings) {
    if (one.ending == ending) return one.kind;
  }
  return MediaKind::other;
}

}  // namespace daybook::vault
