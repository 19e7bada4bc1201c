#include "store/auditstore.h"

#include "domain/canonicaljson.h"
#include "store/manyrows.h"

#include <QHash>

#include <algorithm>
#include <atomic>
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

QByteArray toText(const std::vector<Opening>& openings)
{
    QByteArray all;
    for (const Opening& opening : openings) {
        all += all.isEmpty() ? "[[" : ",[";
        appendCanonical(all, opening.pointer);
        all += ',';
        appendCanonical(all, opening.value);
        all += ",\"" + opening.salt.toBase64() + "\"]";
    }
    return all.isEmpty() ? QByteArrayLiteral("[]") : all + ']';
}

}  // namespace

/// An entry with all that is kept of it.
struct AuditStore::Sealed {
    AuditEntry entry;
    QByteArray leaf;
    TreeHash hash;
    QByteArray openings;
};

/// Makes and seals entries, which is most of the work and touches no database: other cores go ahead while the caller
/// writes what is ready.
class AuditStore::Sealing {
public:
    Sealing(std::size_t count, std::function<Sealed(std::size_t)> seal) : m_slots(count), m_seal(std::move(seal))
    {
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        const std::size_t helpers = std::min(count / entriesPerThread, cores - 1);
        for (std::size_t i = 0; i < helpers; ++i)
            m_helpers.emplace_back([this] { help(); });
    }
    ~Sealing()
    {
        m_stopping = true;
        for (std::thread& helper : m_helpers)
            helper.join();
    }
    Sealing(const Sealing&) = delete;
    Sealing& operator=(const Sealing&) = delete;

    [[nodiscard]] std::size_t count() const { return m_slots.size(); }

    /// Makes it, or waits for who is about to.
    const Sealed& take(std::size_t index)
    {
        Slot& slot = m_slots[index];
        if (!makeOf(index))
            slot.isReady.wait(false);
        return slot.sealed;
    }

private:
    struct Slot {
        std::atomic<bool> isTaken = false;
        std::atomic<bool> isReady = false;
        Sealed sealed;
    };

    void help()
    {
        for (std::size_t i = 0; i < m_slots.size() && !m_stopping; ++i)
            makeOf(i);
    }

    /// False where another thread does.
    bool makeOf(std::size_t index)
    {
        Slot& slot = m_slots[index];
        if (slot.isTaken.exchange(true))
            return false;
        slot.sealed = m_seal(index);
        slot.isReady = true;
        slot.isReady.notify_one();
        return true;
    }

    std::vector<Slot> m_slots;
    std::function<Sealed(std::size_t)> m_seal;
    std::atomic<bool> m_stopping = false;
    std::vector<std::thread> m_helpers;
};

Result<qint64> AuditStore::append(const WorkspaceId& workspace, AuditEntry entry, Random& random)
{
    return appendAll(
        workspace, 1,
        [&entry](std::size_t) {
            return AuditDraft{entry, nullptr, nullptr};
        },
        random);
}

Result<qint64> AuditStore::appendAll(const WorkspaceId& workspace, std::size_t count, const EntryAt& entryAt,
                                     Random& random, const Meanwhile& meanwhile)
{
    const Result<qint64> first = size(workspace);
    if (!first || count == 0)
        return first;
    Sealing sealing(count, [&](std::size_t i) {
        AuditDraft draft = entryAt(i);
        AuditEntry& entry = draft.entry;
        entry.workspace = workspace;
        entry.index = *first + qint64(i);
        SealedEntry sealed = seal(draft, random);
        const TreeHash hash = leafHash(sealed.leaf);
        return Sealed{std::move(entry), std::move(sealed.leaf), hash, toText(sealed.openings)};
    });
    if (meanwhile) {
        if (Result<> done = meanwhile([&sealing](std::size_t i) { sealing.take(i); }); !done)
            return done.error();
    }
    if (Result<> done = insert(workspace, *first, sealing); !done)
        return done.error();
    const Result<qint64> counted =
        m_database.run("UPDATE workspaces SET audit_size = ? WHERE workspace = ?", {*first + qint64(count), workspace});
    return counted ? first : counted;
}

Result<> AuditStore::insert(const WorkspaceId& workspace, qint64 first, Sealing& sealing)
{
    Insertion<"INSERT INTO audit_entries (workspace, idx, leaf, seq, type, category, source, at) VALUES ",
              "(?, ?, ?, ?, ?, ?, ?, ?)">
        entries(m_database);
    Insertion<"INSERT INTO audit_openings (workspace, idx, subject, actor, openings) VALUES ", "(?, ?, ?, ?, ?)">
        openings(m_database);
    Insertion<"INSERT INTO audit_nodes (workspace, level, idx, hash) VALUES ", "(?, ?, ?, ?)"> nodes(m_database);
    const StoredTree stored(m_database, workspace);
    GrowingTree tree(stored);
    for (std::size_t i = 0; i < sealing.count(); ++i) {
        const auto& [entry, leaf, hash, opened] = sealing.take(i);
        if (Result<> done = entries.add(workspace, entry.index, leaf, entry.seq, entry.type, entry.category,
                                        toString(entry.source), entry.at);
            !done)
            return done;
        if (Result<> done = openings.add(workspace, entry.index, entry.subject, entry.actor.id, Value::utf8(opened));
            !done)
            return done;
        const auto completed = appendLeaf(tree, first + qint64(i), hash);
        if (!completed)
            return completed.error();
        for (const SubtreeHash& node : *completed) {
            tree.add(node);
            if (Result<> done = nodes.add(workspace, node.level, node.index, node.hash); !done)
                return done;
        }
    }
    // None after one that failed: the transaction may be over.
    if (Result<> done = entries.end(); !done)
        return done;
    if (Result<> done = openings.end(); !done)
        return done;
    return nodes.end();
}

}  // namespace refrain::store
