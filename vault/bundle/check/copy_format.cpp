#include "vault/bundle/check/copy_format.h"

#include <fmt/format.h>

#include "crypto/encoding.h"

namespace daybook::vault {

namespace copy_path {
std::string entry(EntryNumber number) { return fmt::format("bag/log/entries/{:06}.json", leaf_index(number)); }
std::string opening(EntryNumber number) { return fmt::format("bag/log/openings/{:06}.json", leaf_index(number)); }
std::string proof(EntryNumber number) { return fmt::format("bag/log/proofs/{:06}.tlog-proof", leaf_index(number)); }
std::string consistency(std::uint64_t old_size) { return fmt::format("bag/log/consistency/{}", old_size); }
std::string messages(ItemNumber item) { return "bag/log/messages/" + item_text(item) + ".json"; }
std::string part_lines(ItemNumber item) { return kData + item_text(item) + "-part.jsonl"; }
std::string part_bytes(ItemNumber item) { return kData + item_text(item) + "-part.bin"; }
}  // namespace copy_path

namespace {

Json head_json(const LogHead& head) { return Json{{"size", head.size}, {"root", crypto::to_base64(head.root)}}; }

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
  if (!needs.empty()) json["needs"] = needs;
  json["log"] = head_json(log);
  json["log"]["origin"] = origin;
  json["previous"] = previous ? head_json(*previous) : Json(nullptr);
  json["tool"] = Json{{"name", "Daybook"}, {"version", kToolVersion}};
  return to_canonical(json);
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

std::string recipient_hash(const std::string& bundle, const crypto::AgeRecipient& recipient) {
  return crypto::to_hex(crypto::Sha256::of(as_bytes("rcpt-v1\n" + bundle + "\n" + recipient.to_text())));
}

std::string receipt_of_fingerprints(const crypto::Sha256Digest& fingerprints_sha256) {
  return crypto::to_hex(fingerprints_sha256);
}

std::string receipt_of_tag_list(const crypto::Sha256Digest& tagmanifest_sha256) {
  const std::string hex = crypto::to_hex(ByteView(tagmanifest_sha256).first(16));
  std::string text;
  for (std::size_t i = 0; i < hex.size(); i += 4) text += (i == 0 ? "" : " ") + hex.substr(i, 4);
  return text;
}

}  // namespace daybook::vault
