#include "store/auditstore.h"

#include <QHash>

#include <algorithm>
#include <thread>

namespace refrain::store {

namespace {

/// Fewer are sealed sooner than a thread is begun.
constexpr std::size_t entriesPerThread = 100;

/// The stored tree with the hashes on top that were added and not read back.
class GrowingTree final : public TreeHashes {
public:
    explicit GrowingTree(const TreeHashes& stored) : m_stored(stored) {}

    [[nodiscard]] Result<TreeHash> hash(int level, qint64 index) const override
    {
        const auto fresh = m_fresh.constFind({level, index});
        return fresh == m_fresh.constEnd() ? m_stored.hash(level, index) : Result<TreeHash>(*fresh);
    }
    void add(const SubtreeHash& node) { m_fresh.insert({node.level, node.index}, node.hash); }

private:
    const TreeHashes& m_stored;
    QHash<QPair<int, qint64>, TreeHash> m_fresh;
};

struct Sealed {
    SealedEntry entry;
    TreeHash hash;
};

/// Sealing is most of the work and touches nothing but the entry: many are shared out among the cores.
std::vector<Sealed> sealAll(const std::vector<AuditEntry>& entries, Random& random)
{
    std::vector<Sealed> sealed(entries.size());
    const auto sealEvery = [&](std::size_t first, std::size_t step) {
        for (std::size_t i = first; i < entries.size(); i += step) {
            sealed[i].entry = seal(entries[i], random);
            sealed[i].hash = leafHash(sealed[i].entry.leaf);
        }
    };
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t shares = std::clamp(entries.size() / entriesPerThread, std::size_t(1), cores);
    std::vector<std::thread> helpers;
    for (std::size_t share = 1; share < shares; ++share)
        helpers.emplace_back(sealEvery, share, shares);
    sealEvery(0, shares);
    for (std::thread& helper : helpers)
        helper.join();
    return sealed;
}

}  // namespace

Result<qint64> AuditStore::appendAll(const WorkspaceId& workspace, std::vector<AuditEntry> entries, Random& random)
{
    const Result<qint64> first = size(workspace);
    if (!first || entries.empty())
        return first;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        entries[i].workspace = workspace;
        entries[i].index = *first + qint64(i);
    }
    const std::vector<Sealed> sealed = sealAll(entries, random);
    const StoredTree stored(m_database, workspace);
    GrowingTree tree(stored);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto completed = appendLeaf(tree, entries[i].index, sealed[i].hash);
        if (!completed)
            return completed.error();
        if (Result<> done = insert(entries[i], sealed[i].entry); !done)
            return done.error();
        for (const SubtreeHash& node : *completed) {
            tree.add(node);
            const Result<qint64> done =
                m_database.run("INSERT INTO audit_nodes (workspace, level, idx, hash) VALUES (?, ?, ?, ?)",
                               {workspace, node.level, node.index, node.hash});
            if (!done)
                return done;
        }
    }
    const Result<qint64> counted = m_database.run("UPDATE workspaces SET audit_size = ? WHERE workspace = ?",
                                                  {*first + qint64(entries.size()), workspace});
    return counted ? first : counted;
}

}  // namespace refrain::store
