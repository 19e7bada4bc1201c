#include "service/imports/importrule.h"

#include "base/direction.h"
#include "domain/address.h"
#include "store/subjectstore.h"

namespace refrain::service {
namespace {

constexpr qsizetype longestReason = 500;
constexpr qsizetype longestTicket = 200;

}  // namespace

Result<ChangeRequest> changeOf(const wire::ImportRow& row, Millis now)
{
    const auto text = [&row](const QString& name) { return row.fields.value(name).trimmed(); };
    if (!row.fault.isEmpty())
        return Error::invalid(row.fault);
    ChangeRequest request;
    request.source = Source::Import;
    request.subject = SubjectId(text(QStringLiteral("subject")));
    request.category = CategorySlug(text(QStringLiteral("category")));
    request.state = preferenceStateFromString(text(QStringLiteral("state")));
    request.requestedBy = requestedByFromString(text(QStringLiteral("requestedBy")));
    request.reason = withoutTurns(text(QStringLiteral("reason"))).left(longestReason);
    request.ticket = withoutTurns(text(QStringLiteral("ticket"))).left(longestTicket);
    if (request.subject.isEmpty())
        return Error::invalid(QStringLiteral("The row does not say whom it is about."));
    if (!request.state && !text(QStringLiteral("state")).isEmpty())
        return Error::invalid(QStringLiteral("“%1” is no state.").arg(text(QStringLiteral("state")).left(80)));
    if (!request.requestedBy && text(QStringLiteral("stateIsOwnWord")) == QLatin1String("true"))
        request.requestedBy = RequestedBy::Person;
    const std::optional<Millis> snooze = fromRfc3339(text(QStringLiteral("snoozedUntil")));
    const std::optional<Millis> at = fromRfc3339(text(QStringLiteral("at")));
    if ((!snooze && !text(QStringLiteral("snoozedUntil")).isEmpty()) || (!at && !text(QStringLiteral("at")).isEmpty()))
        return Error::invalid(QStringLiteral("A time here is not written as RFC 3339 has it."));
    // A snooze that is over needs no row, and only the past can have been asked in.
    if (snooze && *snooze > now)
        request.snoozedUntil = snooze;
    if (at && *at <= now)
        request.receivedAt = at;
    if (!request.state && !request.snoozedUntil)
        return Error::invalid(QStringLiteral("Neither a state nor a snooze to come stands here."));
    return request;
}

Result<std::optional<SubjectId>> subjectNamed(store::Database& database, const WorkspaceId& workspace,
                                              const QString& name)
{
    const auto isKnown = [&](const QString& id) {
        return database.number("SELECT 1 FROM subjects WHERE workspace = ? AND id = ?", {workspace, id});
    };
    for (const QString& id : {name, name.toUpper()}) {
        if (id != name && (id.contains(QLatin1Char('@')) || !looksLikeSlackId(id)))
            continue;
        const Result<qint64> known = isKnown(id);
        if (!known)
            return known.error();
        if (*known == 1)
            return std::optional(SubjectId(id));
    }
    if (!name.contains(QLatin1Char('@')))
        return std::optional<SubjectId>();
    auto found = store::SubjectStore(database).withEmail(workspace, name);
    if (!found)
        return found.error();
    // Who left and came back has two accounts of one address.
    if (found->size() > 1)
        std::erase_if(*found, [](const Subject& subject) { return subject.deleted; });
    if (found->size() > 1)
        return Error::invalid(QStringLiteral("Several here have this address; name one by id."));
    return found->empty() ? std::optional<SubjectId>() : std::optional(found->front().id);
}

QString waitingName(const QString& name)
{
    return name.contains(QLatin1Char('@')) ? name.toLower() : looksLikeSlackId(name.toUpper()) ? name.toUpper() : name;
}

}  // namespace refrain::service
