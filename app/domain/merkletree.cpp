#include "domain/merkletree.h"

#include "domain/sha256.h"

#include <algorithm>
#include <bit>

namespace refrain {

namespace {

constexpr qsizetype hashSize = 32;

/// The largest power of two below `count`. REQUIRES: count >= 2.
qint64 split(qint64 count)
{
    return qint64(std::bit_floor(quint64(count - 1)));
}

Error outOfRange(const char* what, qint64 a, qint64 b)
{
    return Error::invalid(QStringLiteral("The audit log has no such proof: the numbers lie outside of the log."),
                          QStringLiteral("%1: %2, %3").arg(QLatin1String(what)).arg(a).arg(b));
}

/// Hash of the leaves [begin, end), where begin is a multiple of the power of two at or above the count.
Result<TreeHash> rangeHash(const TreeHashes& hashes, qint64 begin, qint64 end)
{
    const qint64 count = end - begin;
    if (std::has_single_bit(quint64(count))) {
        const int level = std::countr_zero(quint64(count));
        return hashes.hash(level, begin >> level);
    }
    const qint64 middle = begin + split(count);
    const Result<TreeHash> left = rangeHash(hashes, begin, middle);
    if (!left)
        return left.error();
    const Result<TreeHash> right = rangeHash(hashes, middle, end);
    if (!right)
        return right.error();
    return nodeHash(*left, *right);
}

/// SUBPROOF of RFC 6962, 2.1.2, over [begin, end); the old tree ends at `from` inside it.
Result<> subproof(const TreeHashes& hashes, qint64 from, qint64 begin, qint64 end, bool known, QList<TreeHash>& out)
{
    if (from == end) {
        if (known)
            return {};
        Result<TreeHash> whole = rangeHash(hashes, begin, end);
        if (!whole)
            return whole.error();
        out.append(*std::move(whole));
        return {};
    }
    const qint64 middle = begin + split(end - begin);
    const bool inLeft = from <= middle;
    const Result<> inner =
        inLeft ? subproof(hashes, from, begin, middle, known, out) : subproof(hashes, from, middle, end, false, out);
    if (!inner)
        return inner.error();
    Result<TreeHash> sibling = inLeft ? rangeHash(hashes, middle, end) : rangeHash(hashes, begin, middle);
    if (!sibling)
        return sibling.error();
    out.append(*std::move(sibling));
    return {};
}

bool allHashes(const QList<TreeHash>& proof)
{
    return std::all_of(proof.begin(), proof.end(), [](const TreeHash& hash) { return hash.size() == hashSize; });
}

}  // namespace

TreeHash leafHash(const QByteArray& leaf)
{
    return sha256({QByteArrayView("\x00", 1), leaf});
}

TreeHash nodeHash(const TreeHash& left, const TreeHash& right)
{
    return sha256({QByteArrayView("\x01", 1), left, right});
}

Result<std::vector<SubtreeHash>> appendLeaf(const TreeHashes& hashes, qint64 size, const TreeHash& leaf)
{
    std::vector<SubtreeHash> completed{{0, size, leaf}};
    for (int level = 0; (size >> level) & 1; ++level) {
        const Result<TreeHash> left = hashes.hash(level, (size >> level) - 1);
        if (!left)
            return left.error();
        completed.push_back({level + 1, size >> (level + 1), nodeHash(*left, completed.back().hash)});
    }
    return completed;
}

Result<TreeHash> treeRoot(const TreeHashes& hashes, qint64 size)
{
    if (size < 0)
        return outOfRange("root", 0, size);
    if (size == 0)
        return sha256({});
    return rangeHash(hashes, 0, size);
}

Result<QList<TreeHash>> inclusionProof(const TreeHashes& hashes, qint64 index, qint64 size)
{
    if (index < 0 || index >= size)
        return outOfRange("inclusion", index, size);
    QList<TreeHash> path;  // from the root downwards, reversed at the end
    qint64 begin = 0;
    qint64 end = size;
    while (end - begin > 1) {
        const qint64 middle = begin + split(end - begin);
        const bool inLeft = index < middle;
        Result<TreeHash> sibling = inLeft ? rangeHash(hashes, middle, end) : rangeHash(hashes, begin, middle);
        if (!sibling)
            return sibling.error();
        path.prepend(*std::move(sibling));
        (inLeft ? end : begin) = middle;
    }
    return path;
}

Result<QList<TreeHash>> consistencyProof(const TreeHashes& hashes, qint64 from, qint64 to)
{
    if (from < 0 || from > to)
        return outOfRange("consistency", from, to);
    QList<TreeHash> proof;
    if (from == 0 || from == to)
        return proof;
    if (const Result<> done = subproof(hashes, from, 0, to, true, proof); !done)
        return done.error();
    return proof;
}

bool verifyInclusion(const TreeHash& leaf, qint64 index, qint64 size, const QList<TreeHash>& proof,
                     const TreeHash& root)
{
    if (index < 0 || index >= size || !allHashes(proof))
        return false;
    qint64 node = index;
    qint64 last = size - 1;
    TreeHash hash = leaf;
    for (const TreeHash& sibling : proof) {
        if (last == 0)
            return false;
        if ((node & 1) || node == last) {
            hash = nodeHash(sibling, hash);
            while (!(node & 1) && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = nodeHash(hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

bool verifyConsistency(qint64 from, qint64 to, const TreeHash& fromRoot, const TreeHash& toRoot,
                       const QList<TreeHash>& proof)
{
    if (from < 0 || from > to || !allHashes(proof))
        return false;
    if (from == 0)
        return proof.isEmpty();
    if (from == to)
        return proof.isEmpty() && fromRoot == toRoot;
    QList<TreeHash> path = proof;
    if (std::has_single_bit(quint64(from)))
        path.prepend(fromRoot);
    if (path.isEmpty())
        return false;
    qint64 node = from - 1;
    qint64 last = to - 1;
    while (node & 1) {
        node >>= 1;
        last >>= 1;
    }
    TreeHash older = path.front();
    TreeHash newer = path.front();
    for (auto hash = path.cbegin() + 1; hash != path.cend(); ++hash) {
        if (last == 0)
            return false;
        if ((node & 1) || node == last) {
            older = nodeHash(*hash, older);
            newer = nodeHash(*hash, newer);
            while (!(node & 1) && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            newer = nodeHash(newer, *hash);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && older == fromRoot && newer == toRoot;
}

void MemoryTree::append(const TreeHash& leaf)
{
    const Result<std::vector<SubtreeHash>> completed = appendLeaf(*this, size(), leaf);
    Q_ASSERT(completed);
    for (const SubtreeHash& subtree : *completed) {
        if (size_t(subtree.level) == m_levels.size())
            m_levels.emplace_back();
        m_levels[size_t(subtree.level)].push_back(subtree.hash);
    }
}

TreeHash MemoryTree::root() const
{
    return *treeRoot(*this, size());
}

Result<TreeHash> MemoryTree::hash(int level, qint64 index) const
{
    if (level < 0 || size_t(level) >= m_levels.size() || index < 0 || size_t(index) >= m_levels[size_t(level)].size())
        return outOfRange("hash", level, index);
    return m_levels[size_t(level)][size_t(index)];
}

}  // namespace refrain
