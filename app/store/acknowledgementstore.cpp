#include "store/acknowledgementstore.h"

namespace refrain::store {

namespace {

using Outcome = Acknowledgement::Outcome;

Outcome outcomeOf(const QString& name)
{
    for (const Outcome outcome : {Outcome::Told, Outcome::Waiting, Outcome::Failed}) {
        if (name == toString(outcome))
            return outcome;
    }
    return Outcome::Uncertain;
}

}  // namespace

QString toString(Acknowledgement::Outcome outcome)
{
    switch (outcome) {
        case Outcome::Told: return QStringLiteral("told");
        case Outcome::Waiting: return QStringLiteral("waiting");
        case Outcome::Failed: return QStringLiteral("failed");
        case Outcome::Uncertain: return QStringLiteral("uncertain");
    }
    return {};
}

Result<> AcknowledgementStore::put(const WorkspaceId& workspace, const Acknowledgement& acknowledgement)
{
    const Result<qint64> done = m_database.run(
        "INSERT OR REPLACE INTO acknowledgements (workspace, subject, seq, at, outcome, error, choices)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        {workspace, acknowledgement.subject, acknowledgement.seq, acknowledgement.at, toString(acknowledgement.outcome),
         acknowledgement.error, acknowledgement.choices});
    return done ? Result<>() : Result<>(done.error());
}

Result<std::vector<Acknowledgement>> AcknowledgementStore::of(const WorkspaceId& workspace, const SubjectId& subject,
                                                              Millis until, int limit)
{
    return m_database.all(
        "SELECT subject, seq, at, outcome, error, choices FROM acknowledgements"
        " WHERE workspace = ? AND subject = ? AND at <= ? ORDER BY at DESC, seq DESC LIMIT ?",
        {workspace, subject, until, limit}, [](const Row& row) {
            return Acknowledgement{row.id<SubjectId>(0),   row.integer(1), row.integer(2),
                                   outcomeOf(row.text(3)), row.text(4),    int(row.integer(5))};
        });
}

Result<> AcknowledgementStore::forget(const WorkspaceId& workspace, const SubjectId& subject)
{
    const Result<qint64> done =
        m_database.run("DELETE FROM acknowledgements WHERE workspace = ? AND subject = ?", {workspace, subject});
    return done ? Result<>() : Result<>(done.error());
}

}  // namespace refrain::store
