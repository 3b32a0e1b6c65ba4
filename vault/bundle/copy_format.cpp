#include "vault/bundle/copy_format.h"

#include <fmt/format.h>

#include "crypto/encoding.h"

namespace daybook::vault {

namespace copy_path {
std::string entry(std::uint64_t sequence) { return fmt::format("bag/log/entries/{:06}.json", sequence); }
std::string opening(std::uint64_t sequence) { return fmt::format("bag/log/openings/{:06}.json", sequence); }
std::string proof(std::uint64_t sequence) { return fmt::format("bag/log/proofs/{:06}.tlog-proof", sequence); }
std::string consistency(std::uint64_t old_size) { return fmt::format("bag/log/consistency/{}", old_size); }
}  // namespace copy_path

namespace {

Json head_json(const LogHead& head) { return Json{{"size", head.size}, {"root", crypto::to_base64(head.root)}}; }

std::optional<LogHead> parse_head(const Json& json) {
  const auto size = integer_member(json, "size");
  const auto root = crypto::exactly<32>(crypto::from_base64(text_member(json, "root").value_or("")));
  if (!size || *size < 0 || !root) return std::nullopt;
  return LogHead{static_cast<std::uint64_t>(*size), *root};
}

}  // namespace

std::string SealFacts::to_json() const {
  Json json{{"v", 1},
            {"bundle", bundle},
            {"record", record},
            {"seq", number},
            {"created", created},
            {"purpose", purpose},
            {"recipients", recipients},
            {"clock", "self-asserted"}};
  json["log"] = head_json(log);
  json["log"]["origin"] = origin;
  json["previous"] = previous ? head_json(*previous) : Json(nullptr);
  json["tool"] = Json{{"name", "Daybook"}, {"version", kToolVersion}};
  return to_canonical(json);
}

Result<SealFacts> SealFacts::parse(std::string_view text) {
  const Error bad{ErrorCode::malformed, "seal.json"};
  TRY_ASSIGN(const Json json, parse_json(text));
  const auto bundle = text_member(json, "bundle"), record = text_member(json, "record"),
             created = text_member(json, "created"), purpose = text_member(json, "purpose");
  const auto number = integer_member(json, "seq");
  if (integer_member(json, "v") != 1 || !bundle || !record || !created || !purpose || !number ||
      !json.contains("log") || !json.contains("recipients"))
    return bad;
  const auto log = parse_head(json["log"]);
  const auto origin = text_member(json["log"], "origin");
  if (!log || !origin || !json["recipients"].is_array()) return bad;
  SealFacts facts{*bundle, *record, *number, *created, *purpose, {}, *origin, *log, std::nullopt};
  for (const Json& recipient : json["recipients"]) {
    if (!recipient.is_string()) return bad;
    facts.recipients.push_back(recipient.get<std::string>());
  }
  if (json.contains("previous") && !json["previous"].is_null()) {
    facts.previous = parse_head(json["previous"]);
    if (!facts.previous) return bad;
  }
  return facts;
}

std::string SealFacts::trusted_comment() const {
  std::string all = "none";
  if (!recipients.empty()) {
    std::string joined;
    for (const std::string& recipient : recipients) joined += (joined.empty() ? "" : "\n") + recipient;
    all = crypto::to_hex(crypto::Sha256::of(as_bytes(joined)));
  }
  return fmt::format("seal:v1\tbundle:{}\tseq:{}\tlog:{}\troot:{}\trcpt:{}", bundle, number, log.size,
                     crypto::to_hex(log.root), all);
}

std::optional<LogHead> head_in_comment(std::string_view comment) {
  const auto field = [&](std::string_view label) -> std::string_view {
    const std::size_t at = comment.find(label);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = comment.substr(at + label.size());
    return rest.substr(0, rest.find('\t'));
  };
  const auto size = crypto::from_decimal(field("\tlog:"), INT64_MAX);
  const auto root = crypto::exactly<32>(crypto::from_hex(field("\troot:")));
  if (!comment.starts_with("seal:v1\t") || !size || !root) return std::nullopt;
  return LogHead{*size, *root};
}

std::string recipient_hash(const std::string& bundle, const crypto::AgeRecipient& recipient) {
  return crypto::to_hex(crypto::Sha256::of(as_bytes("rcpt-v1\n" + bundle + "\n" + recipient.to_text())));
}

std::string receipt_fingerprint(ByteView tagmanifest) {
  const std::string hex = crypto::to_hex(ByteView(crypto::Sha256::of(tagmanifest)).first(16));
  std::string text;
  for (std::size_t i = 0; i < hex.size(); i += 4) text += (i == 0 ? "" : " ") + hex.substr(i, 4);
  return text;
}

}  // namespace daybook::vault
