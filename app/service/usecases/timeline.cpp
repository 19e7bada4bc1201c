#include "service/usecases/timeline.h"

#include "service/usecases/recordjson.h"
#include "store/subjectstore.h"
#include "store/syncstore.h"
#include "wire/auditentry.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>

namespace refrain::service {
namespace {

template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

/// Events of one moment that a page may have cut apart are read again, so many at most.
constexpr int mostOfOneMoment = 50;
constexpr qsizetype longestText = 300;

/// Numbers as texts that sort like them.
QString sortable(qint64 number)
{
    return QStringLiteral("%1").arg(number, 19, 10, QLatin1Char('0'));
}

bool isNewer(const TimelineEvent& a, const TimelineEvent& b)
{
    return a.at != b.at ? a.at > b.at : a.key() > b.key();
}

QJsonObject toJson(const Actor& actor)
{
    return {{QStringLiteral("kind"), toString(actor.kind)},
            {QStringLiteral("id"), actor.id},
            {QStringLiteral("name"), actor.name}};
}

QJsonObject entryJson(const ReadEntry& read)
{
    wire::AuditItem item;
    item.index = read.opened.entry.index;
    item.leaf = read.leaf;
    item.entry = read.opened.entry;
    item.erased = read.opened.erased;
    QJsonObject json = wire::toJson(item);
    json.insert(QStringLiteral("kind"), QStringLiteral("entry"));
    return json;
}

QJsonObject messageJson(const store::MessageFate& fate)
{
    QJsonObject json{
        {QStringLiteral("kind"), QStringLiteral("message")},    {QStringLiteral("notification"), fate.notification},
        {QStringLiteral("category"), fate.category.toString()}, {QStringLiteral("outcome"), toString(fate.outcome)},
        {QStringLiteral("source"), toString(fate.source)},      {QStringLiteral("actor"), toJson(fate.actor)},
        {QStringLiteral("text"), fate.text.left(longestText)}};
    if (!fate.rule.isEmpty())
        json.insert(QStringLiteral("rule"), fate.rule);
    if (!fate.error.isEmpty())
        json.insert(QStringLiteral("error"), fate.error);
    if (!fate.sameAs.isEmpty())
        json.insert(QStringLiteral("sameAs"), fate.sameAs.toString());
    return json;
}

/// What differs, field by field; a subject that was new has no fields before.
QJsonObject directoryJson(const store::ChangeRecord& record, QJsonObject (*hides)(QJsonObject))
{
    const QJsonObject before = hides(fromText(record.before));
    const QJsonObject after = hides(fromText(record.after));
    QJsonArray changes;
    for (auto it = after.begin(); it != after.end() && !before.isEmpty(); ++it) {
        if (it.key() != QLatin1String("updatedAt") && before.value(it.key()) != it.value())
            changes.append(QJsonObject{{QStringLiteral("field"), it.key()},
                                       {QStringLiteral("before"), before.value(it.key())},
                                       {QStringLiteral("after"), it.value()}});
    }
    return {{QStringLiteral("kind"), QStringLiteral("directory")},
            {QStringLiteral("seq"), record.seq},
            {QStringLiteral("isNew"), before.isEmpty()},
            {QStringLiteral("changes"), changes}};
}

QJsonObject toldJson(const store::Acknowledgement& told)
{
    QJsonObject json{{QStringLiteral("kind"), QStringLiteral("told")},
                     {QStringLiteral("outcome"), toString(told.outcome)},
                     {QStringLiteral("change"), told.seq},
                     {QStringLiteral("choices"), told.choices}};
    if (!told.error.isEmpty())
        json.insert(QStringLiteral("error"), told.error);
    return json;
}

QJsonObject syncJson(const SyncRun& run)
{
    return {{QStringLiteral("kind"), QStringLiteral("sync")},
            {QStringLiteral("run"), run.id},
            {QStringLiteral("with"), toString(run.kind)},
            {QStringLiteral("outcome"), toString(run.outcome)}};
}

}  // namespace

QString TimelineEvent::key() const
{
    return std::visit(
        Overloaded{[](const ReadEntry& read) { return QStringLiteral("e") + sortable(read.opened.entry.index); },
                   [](const store::MessageFate& fate) { return QStringLiteral("m") + fate.notification; },
                   [](const store::ChangeRecord& record) { return QStringLiteral("d") + sortable(record.seq); },
                   [](const store::Acknowledgement& told) { return QStringLiteral("t") + sortable(told.seq); },
                   [](const SyncRun& run) { return QStringLiteral("s") + run.id; }},
        what);
}

Result<TimelinePage> Timeline::page(const WorkspaceId& workspace, const SubjectId& subject,
                                    const std::optional<TimelinePosition>& after, int limit)
{
    const Millis until = after ? after->at : std::numeric_limits<Millis>::max() - 1;
    const int wanted = limit + 1 + (after ? mostOfOneMoment : 0);
    store::AuditQuery query;
    query.subject = subject;
    query.to = until + 1;
    query.newestFirst = true;
    query.limit = wanted;
    const Result<AuditPage> entries = m_audit.page(workspace, query);
    if (!entries)
        return entries.error();
    TimelinePage page;
    page.seq = entries->seq;
    for (const ReadEntry& entry : entries->items)
        page.events.push_back({entry.opened.entry.at, entry});
    if (Result<> added = addJournals(page, workspace, subject, until, wanted); !added)
        return added.error();
    std::sort(page.events.begin(), page.events.end(), isNewer);
    if (after)
        std::erase_if(page.events, [&](const TimelineEvent& event) {
            return event.at > after->at || (event.at == after->at && event.key() >= after->key);
        });
    page.more = page.events.size() > std::size_t(limit);
    if (page.more)
        page.events.resize(std::size_t(limit));
    return page;
}

Result<> Timeline::addJournals(TimelinePage& page, const WorkspaceId& workspace, const SubjectId& subject, Millis until,
                               int wanted)
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    const auto messages = store::MessageStore(**database).fates(workspace, subject, until, wanted);
    const auto changes = store::ChangeStore(**database).directoryOf(workspace, subject, until, wanted);
    const auto told = store::AcknowledgementStore(**database).of(workspace, subject, until, wanted);
    const auto seen = store::SyncStore(**database).lastThatSaw(workspace, subject);
    const auto known = store::SubjectStore(**database).find(workspace, subject);
    if (!messages || !changes || !told)
        return !messages ? messages.error() : !changes ? changes.error() : told.error();
    if (!seen || !known)
        return !seen ? seen.error() : known.error();
    for (const store::MessageFate& message : *messages)
        page.events.push_back({message.at, message});
    for (const store::ChangeRecord& change : *changes)
        page.events.push_back({change.at, change});
    for (const store::Acknowledgement& one : *told)
        page.events.push_back({one.at, one});
    if (*seen && (*seen)->startedAt <= until)
        page.events.push_back({(*seen)->startedAt, **seen});
    if (page.events.empty() && !*known && until == std::numeric_limits<Millis>::max() - 1)
        return Error::notFound(QStringLiteral("There is nobody and no channel with this id."));
    return {};
}

QJsonObject toJson(const TimelineEvent& event, QJsonObject (*hides)(QJsonObject))
{
    QJsonObject json =
        std::visit(Overloaded{[](const ReadEntry& read) { return entryJson(read); },
                              [](const store::MessageFate& fate) { return messageJson(fate); },
                              [hides](const store::ChangeRecord& record) { return directoryJson(record, hides); },
                              [](const store::Acknowledgement& told) { return toldJson(told); },
                              [](const SyncRun& run) { return syncJson(run); }},
                   event.what);
    json.insert(QStringLiteral("at"), toRfc3339(event.at));
    return json;
}

}  // namespace refrain::service
