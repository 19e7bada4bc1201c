#include "service/cli/importer.h"

#include "base/direction.h"
#include "store/subjectstore.h"

namespace refrain::service {
namespace {

constexpr std::size_t rowsAtOnce = 500;
constexpr qint64 rowsPerWord = 10000;
constexpr qsizetype longestReason = 500;

Error broken(const QString& sentence)
{
    return Error::invalid(sentence);
}

}  // namespace

Result<ImportSummary> Importer::run(const WorkspaceId& workspace, QIODevice& in, bool dryRun)
{
    m_summary = {};
    RowReader reader(in);
    for (qint64 rows = 0;; ++rows) {
        const Result<std::optional<ImportRow>> row = reader.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        if (Result<> done = take(workspace, **row); !done)
            return done.error();
        if (m_wishes.size() >= rowsAtOnce) {
            if (Result<> done = apply(workspace, dryRun); !done)
                return done.error();
        }
        if (rows > 0 && rows % rowsPerWord == 0)
            m_progress << rows << " rows read." << Qt::endl;
    }
    if (Result<> done = apply(workspace, dryRun); !done)
        return done.error();
    return m_summary;
}

Result<> Importer::take(const WorkspaceId& workspace, const ImportRow& row)
{
    Result<ChangeRequest> request = row.fault.isEmpty() ? requestOf(workspace, row) : broken(row.fault);
    if (request) {
        m_wishes.push_back({row.line, *std::move(request)});
        return {};
    }
    const Error& error = request.error();
    if (!error.is(ErrorCode::Invalid) && !error.is(ErrorCode::NotFound))
        return error;
    ++(error.is(ErrorCode::NotFound) ? m_summary.unknown : m_summary.broken);
    tell(row.line, error.message());
    return {};
}

Result<ChangeRequest> Importer::requestOf(const WorkspaceId& workspace, const ImportRow& row)
{
    const auto text = [&row](const char* name) { return row.fields.value(QLatin1String(name)).trimmed(); };
    ChangeRequest request;
    request.source = Source::Import;
    request.actor = m_actor;
    request.category = CategorySlug(text("category"));
    request.state = preferenceStateFromString(text("state"));
    request.requestedBy = requestedByFromString(text("requestedBy"));
    request.reason = withoutTurns(text("reason")).left(longestReason);
    request.ticket = withoutTurns(text("ticket"));
    if (!request.state && !text("state").isEmpty())
        return broken(QStringLiteral("“%1” is no state.").arg(text("state").left(80)));
    if (!request.requestedBy && text("stateIsOwnWord") == QLatin1String("true"))
        request.requestedBy = RequestedBy::Person;
    const std::optional<Millis> snooze = fromRfc3339(text("snoozedUntil"));
    const std::optional<Millis> at = fromRfc3339(text("at"));
    if ((!snooze && !text("snoozedUntil").isEmpty()) || (!at && !text("at").isEmpty()))
        return broken(QStringLiteral("A time here is not written as RFC 3339 has it."));
    // A snooze that is over needs no row, and only the past can have been asked in.
    if (snooze && *snooze > m_clock.now())
        request.snoozedUntil = snooze;
    if (at && *at <= m_clock.now())
        request.receivedAt = at;
    if (!request.state && !request.snoozedUntil)
        return broken(QStringLiteral("Neither a state nor a snooze to come stands here."));
    const Result<SubjectId> subject = subjectOf(workspace, text("subject"));
    if (!subject)
        return subject.error();
    request.subject = *subject;
    return request;
}

Result<SubjectId> Importer::subjectOf(const WorkspaceId& workspace, const QString& named)
{
    if (!named.contains(QLatin1Char('@')))
        return SubjectId(named);
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    const auto found = store::SubjectStore(**database).withEmail(workspace, named);
    if (!found)
        return found.error();
    if (found->size() != 1)
        return Error::notFound(found->empty() ? QStringLiteral("Nobody here has this address.")
                                              : QStringLiteral("Several here have this address; name one by id."));
    return found->front().id;
}

Result<> Importer::apply(const WorkspaceId& workspace, bool dryRun)
{
    using Kind = ChangeOutcome::Kind;
    if (m_wishes.empty())
        return {};
    std::vector<ChangeRequest> requests;
    requests.reserve(m_wishes.size());
    for (const Wish& wish : m_wishes)
        requests.push_back(wish.request);
    const Result<BatchOutcome> batch = m_writer.applyAll(workspace, requests, BatchMode::Each, dryRun);
    if (!batch)
        return batch.error();
    for (std::size_t i = 0; i < batch->items.size(); ++i) {
        const ChangeOutcome& outcome = batch->items[i];
        switch (outcome.kind) {
            case Kind::Changed: ++m_summary.changed; break;
            case Kind::Unchanged: ++m_summary.unchanged; break;
            case Kind::Refused: ++m_summary.refused; break;
            case Kind::UnknownSubject:
            case Kind::UnknownCategory: ++m_summary.unknown; break;
        }
        if (outcome.isFailure())
            tell(m_wishes[i].line, outcome.sentence);
    }
    m_wishes.clear();
    return {};
}

void Importer::tell(qint64 line, const QString& sentence)
{
    m_progress << "line " << line << ": " << sentence << '\n';
}

}  // namespace refrain::service
