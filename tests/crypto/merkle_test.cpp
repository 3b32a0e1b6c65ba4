#include "crypto/merkle.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "crypto/encoding.h"
#include "tests/support/corpora.h"

using namespace daybook;
using namespace daybook::crypto;
using namespace daybook::test;

namespace {

// Some vectors use text of another length as a hash. Our type has room for 32 bytes only, so such text is hashed: what
// was equal stays equal, what differed stays different. Empty is no hash at all.
std::optional<TreeHash> hash_field(const nlohmann::json& vector, const char* name) {
  if (!vector.contains(name) || vector[name].is_null()) return std::nullopt;
  const auto bytes = from_base64(vector[name].get<std::string>());
  if (!bytes || bytes->empty()) return std::nullopt;
  return bytes->size() == 32 ? exactly<32>(bytes) : Sha256::of(*bytes);
}

std::optional<std::vector<TreeHash>> path_field(const nlohmann::json& vector) {
  std::vector<TreeHash> path;
  if (vector["proof"].is_null()) return path;
  for (const auto& item : vector["proof"]) {
    const auto hash = exactly<32>(from_base64(item.get<std::string>()));
    if (!hash) return std::nullopt;
    path.push_back(*hash);
  }
  return path;
}

std::vector<std::filesystem::path> json_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  return files;
}

// A tree in memory, all complete subtrees stored.
struct Tree {
  std::map<std::pair<int, std::uint64_t>, TreeHash> nodes;
  std::uint64_t size = 0;
  NodeLookup lookup = [this](int level, std::uint64_t index) -> Result<TreeHash> {
    const auto found = nodes.find({level, index});
    if (found == nodes.end()) return Error{ErrorCode::damaged, "no such node"};
    return found->second;
  };
  void add(std::string_view entry) {
    for (const TreeNode& node : nodes_completed_by(size, leaf_hash(as_bytes(entry)), lookup).value())
      nodes[{node.level, node.index}] = node.hash;
    ++size;
  }
};

}  // namespace

TEST_CASE("the Merkle vectors of transparency-dev: all 196 as they should be") {
  const auto folder = corpus("merkle");
  int as_expected = 0;
  for (const auto& path : json_files(folder / "inclusion")) {
    INFO(path.string());
    const auto vector = nlohmann::json::parse(read_file(path));
    const auto leaf = hash_field(vector, "leafHash"), root = hash_field(vector, "root");
    const auto proof = path_field(vector);
    const bool good = leaf && root && proof &&
                      verify_inclusion(vector["leafIdx"].get<std::uint64_t>(), vector["treeSize"].get<std::uint64_t>(),
                                       *leaf, *proof, *root);
    CHECK(good == !vector["wantErr"].get<bool>());
    as_expected += good == !vector["wantErr"].get<bool>();
  }
  for (const auto& path : json_files(folder / "consistency")) {
    INFO(path.string());
    const auto vector = nlohmann::json::parse(read_file(path));
    const auto size1 = vector["size1"].get<std::uint64_t>(), size2 = vector["size2"].get<std::uint64_t>();
    const auto root1 = hash_field(vector, "root1"), root2 = hash_field(vector, "root2");
    const auto proof = path_field(vector);
    const bool good = root1 && root2 && proof && verify_consistency(size1, size2, *proof, *root1, *root2);
    CHECK(good == !vector["wantErr"].get<bool>());
    as_expected += good == !vector["wantErr"].get<bool>();
  }
  std::printf("Merkle vectors as expected: %d\n", as_expected);
  CHECK(as_expected == 196);
}

TEST_CASE("every proof of every tree up to 70 leaves verifies, and none with another index or root") {
  Tree tree;
  std::vector<TreeHash> roots{empty_root()};
  for (std::uint64_t size = 1; size <= 70; ++size) {
    tree.add("entry " + std::to_string(size));
    const TreeHash root = root_at(size, tree.lookup).value();
    roots.push_back(root);
    for (std::uint64_t index = 0; index < size; ++index) {
      const auto path = prove_inclusion(index, size, tree.lookup).value();
      const TreeHash leaf = tree.lookup(0, index).value();
      CHECK(verify_inclusion(index, size, leaf, path, root));
      CHECK_FALSE(verify_inclusion(index + 1, size, leaf, path, root));
      CHECK_FALSE(verify_inclusion(index, size, leaf, path, roots[size - 1]));
    }
    for (std::uint64_t old = 1; old <= size; ++old) {
      const auto path = prove_consistency(old, size, tree.lookup).value();
      CHECK(verify_consistency(old, size, path, roots[old], root));
      if (old < size) CHECK_FALSE(verify_consistency(old, size, path, root, root));
    }
  }
}
