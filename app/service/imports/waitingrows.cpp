#include "service/imports/importdesk.h"
#include "service/imports/importrule.h"
#include "service/usecases/recordjson.h"
#include "store/subjectstore.h"

namespace refrain::service {
namespace {

/// The names under which rows may wait for those whom the transaction touched, and whose they are.
Result<QHash<QString, SubjectId>> namesOf(WorkspaceTransaction& transaction)
{
    QStringList ids;
    for (const SubjectId& subject : transaction.touchedSubjects())
        ids << subject.toString();
    const auto subjects = store::SubjectStore(transaction.database()).findAll(transaction.workspace(), ids);
    if (!subjects)
        return subjects.error();
    QHash<QString, SubjectId> names;
    for (const Subject& subject : *subjects) {
        names.insert(subject.id.toString(), subject.id);
        if (!subject.email.isEmpty() && !subject.deleted)
            names.insert(subject.email.toLower(), subject.id);
    }
    return names;
}

ChangeRequest requestOf(const store::WaitingRow& waiting, const SubjectId& subject, const Import& import, Millis now)
{
    wire::ImportRow row;
    row.line = waiting.line;
    const QJsonObject wish = fromText(waiting.wish);
    for (auto field = wish.begin(); field != wish.end(); ++field)
        row.fields.insert(field.key(), field->toString());
    // It could be read when it came; only a snooze may have run out since, and then nothing is asked any more.
    ChangeRequest request = changeOf(row, now).valueOr(ChangeRequest());
    request.source = Source::Import;
    request.subject = subject;
    request.category = CategorySlug(row.fields.value(QStringLiteral("category")).trimmed());
    request.actor = import.actor;
    request.context = {{QStringLiteral("import"), import.id},
                       {QStringLiteral("line"), waiting.line},
                       {QStringLiteral("waited"), true}};
    return request;
}

using Rows = std::vector<store::WaitingRow>;

/// The rows of one import.
Result<> applyRows(WorkspaceTransaction& transaction, PreferenceWriter& preferences, const Rows& rows,
                   const QHash<QString, SubjectId>& names)
{
    store::ImportStore imports(transaction.database());
    const store::ImportKey key{transaction.workspace(), rows.front().import};
    auto import = imports.find(key);
    if (!import)
        return import.error();
    if (!*import)
        return {};
    std::vector<ChangeRequest> requests;
    for (const store::WaitingRow& row : rows) {
        requests.push_back(requestOf(row, names.value(row.subject), **import, transaction.now()));
        if (Result<> done = imports.removeWaiting(key.workspace, row); !done)
            return done;
    }
    const Result<qint64> first = transaction.nextSeq();
    if (!first)
        return first.error();
    const auto batch = preferences.applyWithin(transaction, requests, BatchMode::Each);
    if (!batch)
        return batch.error();
    if (batch->seq >= *first) {
        if (Result<> done = imports.addPart(key, {*first, batch->seq}); !done)
            return done;
    }
    (*import)->counts.waiting -= qint64(rows.size());
    (*import)->arrived += qint64(rows.size());
    for (const ChangeOutcome& outcome : batch->items) {
        ImportCounts& counts = (*import)->counts;
        switch (outcome.kind) {
            case ChangeOutcome::Kind::Changed: ++counts.changed; break;
            case ChangeOutcome::Kind::Unchanged: ++counts.unchanged; break;
            default: ++counts.refused; break;
        }
    }
    return imports.put(key.workspace, **import);
}

}  // namespace

Result<> applyWaiting(WorkspaceTransaction& transaction, PreferenceWriter& preferences)
{
    store::ImportStore imports(transaction.database());
    const Result<bool> any = imports.anyWaiting(transaction.workspace());
    if (!any || !*any)
        return any ? Result<>() : Result<>(any.error());
    const auto names = namesOf(transaction);
    if (!names)
        return names.error();
    const Result<Rows> rows = imports.waitingFor(transaction.workspace(), names->keys());
    if (!rows)
        return rows.error();
    for (auto row = rows->begin(); row != rows->end();) {
        const auto end =
            std::find_if(row, rows->end(), [&](const store::WaitingRow& other) { return other.import != row->import; });
        if (Result<> done = applyRows(transaction, preferences, Rows(row, end), *names); !done)
            return done;
        row = end;
    }
    return {};
}

}  // namespace refrain::service
