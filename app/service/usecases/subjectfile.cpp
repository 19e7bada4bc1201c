#include "service/usecases/subjectfile.h"

#include "service/usecases/decisionjournal.h"
#include "service/usecases/recordjson.h"
#include "store/acknowledgementstore.h"
#include "store/auditstore.h"
#include "store/changestore.h"
#include "store/memberstore.h"
#include "store/preferencestore.h"
#include "store/subjectstore.h"
#include "wire/auditentry.h"
#include "wire/change.h"
#include "wire/fieldreader.h"
#include "wire/preference.h"
#include "wire/subject.h"

#include <limits>

namespace refrain::service {
namespace {

constexpr int all = std::numeric_limits<int>::max();

Result<QJsonArray> preferencesOf(store::Database& database, const WorkspaceId& workspace, const SubjectId& subject)
{
    const auto known = store::PreferenceStore(database).ofSubject(workspace, subject);
    if (!known)
        return known.error();
    QJsonArray items;
    for (const Preference& preference : *known)
        items.append(wire::toJson(preference));
    return items;
}

Result<QJsonArray> changesOf(store::Database& database, const WorkspaceId& workspace, const SubjectId& subject)
{
    const auto known = store::ChangeStore(database).ofSubject(workspace, subject, 0, all);
    if (!known)
        return known.error();
    QJsonArray items;
    for (const store::ChangeRecord& record : *known)
        items.append(wire::toJson(wire::Change{record.seq, record.type, record.subject, record.category, record.at,
                                               record.source, record.actor, record.reason, fromText(record.before),
                                               fromText(record.after)}));
    return items;
}

Result<QJsonArray> entriesOf(store::Database& database, const WorkspaceId& workspace, const store::AuditQuery& query)
{
    const auto known = store::AuditStore(database).page(workspace, query);
    if (!known)
        return known.error();
    QJsonArray items;
    for (const store::StoredEntry& stored : *known) {
        const Result<OpenedEntry> opened = openLeaf(stored.leaf, stored.openings);
        if (!opened)
            return opened.error();
        items.append(
            wire::toJson(wire::AuditItem{stored.index, stored.leaf, opened->entry, opened->erased, stored.openings}));
    }
    return items;
}

Result<QJsonArray> linksOf(store::Database& database, const WorkspaceId& workspace, const SubjectId& subject)
{
    QJsonArray items;
    const Result<> read = database.each(
        "SELECT category, created_by, created_at, expires_at FROM links WHERE workspace = ? AND subject = ?"
        " ORDER BY created_at",
        {workspace, subject}, [&](const store::Row& row) {
            items.append(QJsonObject{{QStringLiteral("category"), wire::orNull(row.text(0))},
                                     {QStringLiteral("createdBy"), row.text(1)},
                                     {QStringLiteral("createdAt"), toRfc3339(row.integer(2))},
                                     {QStringLiteral("expiresAt"), wire::orNull(row.maybeInteger(3))}});
        });
    return read ? Result<QJsonArray>(items) : Result<QJsonArray>(read.error());
}

Result<QJsonArray> profilesOf(store::Database& database, const WorkspaceId& workspace, const SubjectId& subject)
{
    QJsonArray items;
    const Result<> read = database.each(
        "SELECT distinct_id, address_kind, updated_at FROM profiles WHERE workspace = ?"
        " AND (distinct_id = ? OR alias_of = ?) ORDER BY distinct_id",
        {workspace, subject, subject}, [&](const store::Row& row) {
            items.append(QJsonObject{{QStringLiteral("distinctId"), row.text(0)},
                                     {QStringLiteral("reachedBy"), row.text(1)},
                                     {QStringLiteral("updatedAt"), toRfc3339(row.integer(2))}});
        });
    return read ? Result<QJsonArray>(items) : Result<QJsonArray>(read.error());
}

/// What became of the messages to them; the texts are the senders'.
Result<QJsonArray> messagesOf(store::Database& database, const WorkspaceId& workspace, const SubjectId& subject)
{
    QJsonArray items;
    const Result<> read = database.each(
        "SELECT r.notification, n.category, r.outcome, r.rule, r.error, r.at FROM notification_recipients AS r"
        " JOIN notifications AS n ON n.workspace = r.workspace AND n.id = r.notification"
        " WHERE r.workspace = ? AND r.subject = ? ORDER BY r.at",
        {workspace, subject}, [&](const store::Row& row) {
            items.append(QJsonObject{{QStringLiteral("notification"), row.text(0)},
                                     {QStringLiteral("category"), row.text(1)},
                                     {QStringLiteral("outcome"), row.text(2)},
                                     {QStringLiteral("rule"), wire::orNull(row.text(3))},
                                     {QStringLiteral("error"), wire::orNull(row.text(4))},
                                     {QStringLiteral("at"), wire::orNull(row.maybeInteger(5))}});
        });
    return read ? Result<QJsonArray>(items) : Result<QJsonArray>(read.error());
}

/// What they were told of changes that others made for them.
Result<QJsonArray> toldOf(store::Database& database, const WorkspaceId& workspace, const SubjectId& subject)
{
    const auto known =
        store::AcknowledgementStore(database).of(workspace, subject, std::numeric_limits<Millis>::max(), all);
    if (!known)
        return known.error();
    QJsonArray items;
    for (const store::Acknowledgement& one : *known)
        items.append(QJsonObject{{QStringLiteral("at"), toRfc3339(one.at)},
                                 {QStringLiteral("change"), one.seq},
                                 {QStringLiteral("outcome"), toString(one.outcome)},
                                 {QStringLiteral("error"), wire::orNull(one.error)}});
    return items;
}

/// Which senders asked about them and what they were told, as far back as the journal goes.
Result<QJsonArray> decisionsOf(store::Database& database, const WorkspaceId& workspace, const SubjectId& subject)
{
    QJsonArray items;
    std::optional<store::DecisionStore::Position> after;
    do {
        const auto page = store::DecisionStore(database).page(workspace, {subject, {}, {}, {}, {}}, after, 1'000);
        if (!page)
            return page.error();
        for (const store::DecisionRecord& record : page->records)
            items.append(toJson(record));
        after = page->next;
    } while (after);
    return items;
}

Result<QJsonValue> memberOf(store::Database& database, const WorkspaceId& workspace, const SubjectId& subject)
{
    const auto member = store::MemberStore(database).find(workspace, subject.toString());
    if (!member)
        return member.error();
    if (!*member)
        return QJsonValue();
    return QJsonValue(QJsonObject{{QStringLiteral("name"), (*member)->name},
                                  {QStringLiteral("role"), toString((*member)->role)},
                                  {QStringLiteral("grantedBy"), wire::orNull((*member)->grantedBy)},
                                  {QStringLiteral("grantedAt"), toRfc3339((*member)->grantedAt)}});
}

}  // namespace

Result<QJsonObject> subjectFile(store::Database& database, const WorkspaceId& workspace, const SubjectId& id)
{
    const auto subject = store::SubjectStore(database).find(workspace, id);
    if (!subject)
        return subject.error();
    if (!*subject)
        return Error::notFound(QStringLiteral("There is nobody and no channel with this id."));
    store::AuditQuery about;
    about.subject = id;
    about.limit = all;
    store::AuditQuery by;
    by.actor = id.toString();
    by.limit = all;
    const Result<QJsonArray> preferences = preferencesOf(database, workspace, id);
    const Result<QJsonArray> changes = changesOf(database, workspace, id);
    const Result<QJsonArray> links = linksOf(database, workspace, id);
    const Result<QJsonArray> profiles = profilesOf(database, workspace, id);
    const Result<QJsonArray> messages = messagesOf(database, workspace, id);
    const Result<QJsonArray> told = toldOf(database, workspace, id);
    const Result<QJsonArray> decisions = decisionsOf(database, workspace, id);
    const Result<QJsonArray> entries = entriesOf(database, workspace, about);
    const Result<QJsonArray> acts = entriesOf(database, workspace, by);
    const Result<QJsonValue> member = memberOf(database, workspace, id);
    for (const Result<QJsonArray>* part :
         {&preferences, &changes, &links, &profiles, &messages, &told, &decisions, &entries, &acts}) {
        if (!*part)
            return part->error();
    }
    if (!member)
        return member.error();
    return QJsonObject{{QStringLiteral("workspace"), workspace.toString()},
                       {QStringLiteral("subject"), wire::toJson(**subject)},
                       {QStringLiteral("preferences"), *preferences},
                       {QStringLiteral("changes"), *changes},
                       {QStringLiteral("audit"), *entries},
                       {QStringLiteral("acts"), *acts},
                       {QStringLiteral("links"), *links},
                       {QStringLiteral("profiles"), *profiles},
                       {QStringLiteral("messages"), *messages},
                       {QStringLiteral("told"), *told},
                       {QStringLiteral("decisions"), *decisions},
                       {QStringLiteral("member"), *member}};
}

}  // namespace refrain::service
