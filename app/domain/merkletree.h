#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>

#include <vector>

/// The Merkle tree of RFC 6962, section 2 (SHA-256, prefixes 0x00 and 0x01), as pure functions over
/// whatever keeps the hashes. Sizes count leaves, indexes count from 0. Any thread.
namespace refrain {

using TreeHash = QByteArray;  ///< 32 bytes.

/// Hashes of complete subtrees: (level, index) covers the leaves [index << level, (index + 1) << level).
/// A store keeps exactly these, each written once and never changed.
class TreeHashes {
public:
    virtual ~TreeHashes() = default;
    /// Asked only for subtrees that the tree of the size in question holds completely.
    [[nodiscard]] virtual Result<TreeHash> hash(int level, qint64 index) const = 0;
};

struct SubtreeHash {
    int level = 0;
    qint64 index = 0;
    TreeHash hash;

    friend bool operator==(const SubtreeHash&, const SubtreeHash&) = default;
};

[[nodiscard]] TreeHash leafHash(const QByteArray& leaf);
[[nodiscard]] TreeHash nodeHash(const TreeHash& left, const TreeHash& right);

/// The hashes that a leaf appended at index `size` completes, its own (level 0) first. They are what
/// the store has to write; reads as many as `size` has trailing one bits.
[[nodiscard]] Result<std::vector<SubtreeHash>> appendLeaf(const TreeHashes& hashes, qint64 size, const TreeHash& leaf);

/// Root of the first `size` leaves in O(log size) reads; for 0 the hash of nothing.
[[nodiscard]] Result<TreeHash> treeRoot(const TreeHashes& hashes, qint64 size);

/// RFC 6962, 2.1.1. Invalid unless 0 <= index < size.
[[nodiscard]] Result<QList<TreeHash>> inclusionProof(const TreeHashes& hashes, qint64 index, qint64 size);

/// RFC 6962, 2.1.2. Empty for from = 0 and for from = to; invalid unless 0 <= from <= to.
[[nodiscard]] Result<QList<TreeHash>> consistencyProof(const TreeHashes& hashes, qint64 from, qint64 to);

/// RFC 9162, 2.1.3.2.
[[nodiscard]] bool verifyInclusion(const TreeHash& leaf, qint64 index, qint64 size, const QList<TreeHash>& proof,
                                   const TreeHash& root);

/// RFC 9162, 2.1.4.2. From size 0 everything is consistent, with an empty proof.
[[nodiscard]] bool verifyConsistency(qint64 from, qint64 to, const TreeHash& fromRoot, const TreeHash& toRoot,
                                     const QList<TreeHash>& proof);

/// Keeps all hashes in memory: for recomputing the root of a log that was read, and for tests.
class MemoryTree final : public TreeHashes {
public:
    void append(const TreeHash& leaf);
    [[nodiscard]] qint64 size() const { return m_levels.empty() ? 0 : qint64(m_levels.front().size()); }
    [[nodiscard]] TreeHash root() const;
    [[nodiscard]] Result<TreeHash> hash(int level, qint64 index) const override;

private:
    std::vector<std::vector<TreeHash>> m_levels;
};

}  // namespace refrain
