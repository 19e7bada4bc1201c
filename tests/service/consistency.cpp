#include "tests/service/consistency.h"

#include "domain/digest.h"
#include "domain/merkletree.h"
#include "service/usecases/recordjson.h"
#include "store/auditstore.h"
#include "store/changestore.h"
#include "store/preferencestore.h"
#include "wire/preference.h"

#include <QMap>

#include <limits>

namespace refrain::test {

namespace {

using Key = QPair<SubjectId, CategorySlug>;

Preference preferenceOf(const QByteArray& text)
{
    const auto view = wire::preferenceFromJson(service::fromText(text));
    return view ? view->preference : Preference();
}

QString differingPreferences(store::Database& database, const WorkspaceId& workspace,
                             const QMap<Key, Preference>& replayed)
{
    PreferenceDigest stored;
    PreferenceDigest expected;
    for (const Preference& preference : replayed)
        expected.add(preference);
    QString different;
    const Result<> read = store::PreferenceStore(database).each(workspace, {}, {}, [&](const Preference& preference) {
        stored.add(preference);
        const Preference other = replayed.value({preference.subject, preference.category});
        if (other.version != preference.version || other.state != preference.state ||
            other.snoozedUntil != preference.snoozedUntil)
            different = QStringLiteral("the preference of %1 for %2 is not what the feed says")
                            .arg(preference.subject.toString(), preference.category.toString());
    });
    if (!read)
        return read.error().toString();
    if (different.isEmpty() && stored.hex() != expected.hex())
        return QStringLiteral("the digests of table and feed differ");
    return different;
}

QString brokenFeed(store::Database& database, const WorkspaceId& workspace)
{
    const auto changes = store::ChangeStore(database).after(workspace, 0, std::numeric_limits<int>::max());
    if (!changes)
        return changes.error().toString();
    QMap<Key, Preference> replayed;
    qint64 expected = 0;
    for (const store::ChangeRecord& change : *changes) {
        if (change.seq != ++expected)
            return QStringLiteral("the feed has %1 where %2 is due").arg(change.seq).arg(expected);
        if (change.type != QLatin1String("preference"))
            continue;
        const Preference before = replayed.value({change.subject, change.category});
        const Preference said = preferenceOf(change.before);
        if (said.version != before.version || said.state != before.state)
            return QStringLiteral("change %1 begins elsewhere than the one before it ended").arg(change.seq);
        replayed.insert({change.subject, change.category}, preferenceOf(change.after));
    }
    const Result<qint64> seq = store::ChangeStore(database).lastSeq(workspace);
    if (!seq || *seq != expected)
        return QStringLiteral("the workspace counts otherwise than its feed");
    return differingPreferences(database, workspace, replayed);
}

QString brokenLog(store::Database& database, const WorkspaceId& workspace)
{
    store::AuditStore audit(database);
    const Result<qint64> size = audit.size(workspace);
    if (!size)
        return size.error().toString();
    store::AuditQuery query;
    query.limit = std::numeric_limits<int>::max();
    const auto entries = audit.page(workspace, query);
    if (!entries || qint64(entries->size()) != *size)
        return QStringLiteral("the workspace counts otherwise than its audit log");
    MemoryTree tree;
    qint64 lastSeq = 0;
    for (const store::StoredEntry& stored : *entries) {
        if (stored.index != tree.size())
            return QStringLiteral("the audit log has a gap at %1").arg(tree.size());
        tree.append(leafHash(stored.leaf));
        const Result<OpenedEntry> opened = openLeaf(stored.leaf, stored.openings);
        if (!opened || opened->entry.index != stored.index || opened->entry.seq.value_or(lastSeq + 1) <= lastSeq)
            return QStringLiteral("audit entry %1 does not open").arg(stored.index);
        lastSeq = opened->entry.seq.value_or(lastSeq);
    }
    const Result<TreeHash> root = treeRoot(store::StoredTree(database, workspace), *size);
    return root && *root == tree.root() ? QString() : QStringLiteral("the audit tree does not verify");
}

}  // namespace

QString inconsistency(store::Database& database, const WorkspaceId& workspace)
{
    const QString feed = brokenFeed(database, workspace);
    return feed.isEmpty() ? brokenLog(database, workspace) : feed;
}

}  // namespace refrain::test
