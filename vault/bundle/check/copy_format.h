#pragma once

#include "crypto/age_keys.h"
#include "crypto/hash.h"
#include "crypto/merkle.h"
#include "vault/log/entry.h"

namespace daybook::vault {

// Names and small texts of a sealed copy, used by writer and checker alike. vault/bundle/format.md describes the format
// for people who write a checker of their own.

namespace copy_path {
constexpr const char* kBagit = "bag/bagit.txt";
constexpr const char* kBagInfo = "bag/bag-info.txt";
constexpr const char* kManifest256 = "bag/manifest-sha256.txt";
constexpr const char* kManifest512 = "bag/manifest-sha512.txt";
constexpr const char* kStartHere = "bag/START-HERE.txt";
constexpr const char* kFingerprints = "bag/fingerprints-sha256.txt";
constexpr const char* kTagManifest = "bag/tagmanifest-sha512.txt";
constexpr const char* kSignature = "bag/tagmanifest-sha512.txt.minisig";
constexpr const char* kRootKey = "bag/keys/root.pub";
constexpr const char* kKeys = "bag/keys/keys.json";
constexpr const char* kSeal = "bag/meta/seal.json";
constexpr const char* kItems = "bag/meta/manifest.json";
constexpr const char* kReportFolder = "bag/report/";
constexpr const char* kReport = "bag/report/report.html";
constexpr const char* kCheckpoint = "bag/log/checkpoint";
constexpr const char* kVkey = "bag/log/vkey.txt";
constexpr const char* kData = "bag/data/";
std::string entry(EntryNumber number);
std::string opening(EntryNumber number);
std::string proof(EntryNumber number);
std::string consistency(std::uint64_t old_size);
std::string messages(ItemNumber item);
std::string part_lines(ItemNumber item);
std::string part_bytes(ItemNumber item);
}  // namespace copy_path

/// The word of `needs` in seal.json for conversations and parts of them, which older checkers do not know.
constexpr const char* kNeedsMessages = "messages-1";

/// Size of a log in entries, and root of its tree at that size.
struct LogHead {
  std::uint64_t size = 0;
  crypto::TreeHash root{};
  friend bool operator==(const LogHead&, const LogHead&) = default;
};

/// meta/seal.json: which copy this is, for whom, and where the log stood.
struct SealFacts {
  std::string bundle;                   // UUID
  std::string record;                   // id of the record, hexadecimal
  std::int64_t number = 0;              // which copy of the record, from 1
  std::string created;                  // UTC, by the keeper's own computer
  std::string purpose;                  // in the keeper's words
  std::vector<std::string> recipients;  // made by recipient_hash(), sorted; empty for a copy that is not locked
  std::string origin;                   // name of the log
  LogHead log;                          // head of the log
  std::optional<LogHead> previous;      // head of the log in the copy before
  std::vector<std::string> needs = {};  // sorted words for what an older checker would pass over
  std::string tool = {};                // name and version of the program, from a copy; to_json() writes its own

  /// The canonical JSON of meta/seal.json.
  std::string to_json() const;
  /// The trusted comment of the signature, which has the same facts in a form that is readable with minisign alone.
  std::string trusted_comment() const;
};

/// SHA-256("rcpt-v1" LF bundle LF recipient), in hexadecimal. Whoever knows the recipient's public key can tell that a
/// copy was made for it. The UUID in the hash makes that of two copies differ, so that others cannot connect the two.
std::string recipient_hash(const std::string& bundle, const crypto::AgeRecipient& recipient);

/// The receipt's number, from SHA-256 of fingerprints-sha256.txt: all 64 digits in hexadecimal, unbroken, as certutil
/// and sha256sum print them.
std::string receipt_of_fingerprints(const crypto::Sha256Digest& fingerprints_sha256);
/// The receipt's number of an older copy, which has no such file, from SHA-256 of tagmanifest-sha512.txt: the first 128
/// bits in hexadecimal, in groups of four digits.
std::string receipt_of_tag_list(const crypto::Sha256Digest& tagmanifest_sha256);

/// Version of the program, for seal.json and the report.
constexpr const char* kToolVersion = "0.1.0";

}  // namespace daybook::vault
