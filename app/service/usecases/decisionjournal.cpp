#include "service/usecases/decisionjournal.h"

#include "base/log.h"
#include "wire/actor.h"

#include <QJsonArray>

#include <iterator>

namespace refrain::service {

namespace {

QJsonObject toJson(const store::DecisionRecord::Answer& answer)
{
    return {{QStringLiteral("subject"), answer.subject.toString()},
            {QStringLiteral("decision"), delivers(answer.rule) ? QStringLiteral("deliver") : QStringLiteral("skip")},
            {QStringLiteral("rule"), toString(answer.rule)}};
}

}  // namespace

void DecisionJournal::add(const WorkspaceId& workspace, const Actor& caller, const Decisions& decisions,
                          const std::vector<SubjectId>& subjects)
{
    store::DecisionRecord record;
    record.workspace = workspace;
    record.at = m_clock.now();
    record.caller = caller;
    record.category = decisions.category.slug;
    record.seq = decisions.seq;
    record.answers.reserve(subjects.size());
    for (size_t i = 0; i < subjects.size(); ++i)
        record.answers.push_back({subjects[i], decisions.items[i].rule});
    bool isFull = false;
    {
        const std::lock_guard lock(m_mutex);
        m_waitingAnswers += qint64(record.answers.size());
        m_waiting.push_back(std::move(record));
        isFull = m_waitingAnswers > mostWaiting;
    }
    if (!isFull)
        return;
    if (Result<> done = flush(); !done)
        qCWarning(log::service) << done.error().toString();
}

Result<> DecisionJournal::flush()
{
    const std::lock_guard oneAtATime(m_writing);
    std::vector<store::DecisionRecord> records;
    qint64 answers = 0;
    {
        const std::lock_guard lock(m_mutex);
        records.swap(m_waiting);
        answers = std::exchange(m_waitingAnswers, 0);
    }
    if (records.empty())
        return {};
    Result<> written = write(records);
    if (written)
        return {};
    const std::lock_guard lock(m_mutex);
    if (m_waitingAnswers + answers > mostWaiting) {
        m_missed += answers;
        return written;
    }
    m_waitingAnswers += answers;
    records.insert(records.end(), std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(m_waiting.end()));
    m_waiting = std::move(records);
    return written;
}

Result<> DecisionJournal::write(const std::vector<store::DecisionRecord>& records)
{
    return m_pool.write<void>([&](store::Database& database) -> Result<> {
        store::DecisionStore decisions(database);
        for (const store::DecisionRecord& record : records) {
            if (Result<> done = decisions.add(record); !done)
                return done;
        }
        return {};
    });
}

Result<> DecisionJournal::forgetExpired()
{
    return m_pool.write<void>([this](store::Database& database) -> Result<> {
        const Result<qint64> forgotten = store::DecisionStore(database).forget(m_clock.now() - kept.count());
        return forgotten ? Result<>() : Result<>(forgotten.error());
    });
}

Result<store::DecisionStore::Page> DecisionJournal::page(const WorkspaceId& workspace,
                                                         const store::DecisionStore::Filter& filter,
                                                         std::optional<store::DecisionStore::Position> after, int limit)
{
    if (Result<> done = flush(); !done)
        return done.error();
    return m_pool.read<store::DecisionStore::Page>([&](store::Database& database) {
        return store::DecisionStore(database).page(workspace, filter, after, limit);
    });
}

Result<std::optional<store::DecisionRecord>> DecisionJournal::find(const WorkspaceId& workspace, qint64 id)
{
    if (Result<> done = flush(); !done)
        return done.error();
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    return store::DecisionStore(**database).find(workspace, id);
}

qint64 DecisionJournal::missed() const
{
    const std::lock_guard lock(m_mutex);
    return m_missed;
}

QJsonObject toJson(const store::DecisionRecord& record)
{
    QJsonObject object{{QStringLiteral("id"), QString::number(record.id)},
                       {QStringLiteral("at"), toRfc3339(record.at)},
                       {QStringLiteral("caller"), wire::toJson(record.caller)},
                       {QStringLiteral("category"), record.category.toString()},
                       {QStringLiteral("seq"), record.seq},
                       {QStringLiteral("asked"), record.asked},
                       {QStringLiteral("skipped"), record.skipped}};
    QJsonArray answers;
    for (const store::DecisionRecord::Answer& answer : record.answers)
        answers.append(toJson(answer));
    if (!answers.isEmpty())
        object.insert(QStringLiteral("items"), answers);
    return object;
}

}  // namespace refrain::service
