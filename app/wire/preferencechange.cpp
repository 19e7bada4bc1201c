#include "wire/preferencechange.h"

#include <algorithm>
#include <limits>

namespace refrain::wire {

namespace {

constexpr qsizetype longestReason = 500;
constexpr qsizetype longestTicket = 200;

}  // namespace

QJsonObject toJson(const ChangeRequest& request)
{
    QJsonObject object;
    if (request.state)
        object.insert(QStringLiteral("state"), toString(*request.state));
    if (request.snoozedUntil)
        object.insert(QStringLiteral("snoozedUntil"), orNull(*request.snoozedUntil));
    if (!request.reason.isEmpty())
        object.insert(QStringLiteral("reason"), request.reason);
    if (!request.ticket.isEmpty())
        object.insert(QStringLiteral("ticket"), request.ticket);
    if (request.requestedBy)
        object.insert(QStringLiteral("requestedBy"), toString(*request.requestedBy));
    if (request.receivedAt)
        object.insert(QStringLiteral("receivedAt"), toRfc3339(*request.receivedAt));
    if (request.clickedAt)
        object.insert(QStringLiteral("clickedAt"), toRfc3339(*request.clickedAt));
    return object;
}

QJsonArray toJson(const std::vector<ChangeRequest>& changes)
{
    QJsonArray all;
    for (const ChangeRequest& change : changes) {
        QJsonObject object = toJson(change);
        object.insert(QStringLiteral("subject"), change.subject.toString());
        object.insert(QStringLiteral("category"), change.category.toString());
        if (change.ifMatch)
            object.insert(QStringLiteral("ifMatch"), *change.ifMatch);
        all.append(object);
    }
    return all;
}

ChangeRequest readChangeRequest(FieldReader& in)
{
    ChangeRequest request;
    request.state = in.word("state", preferenceStateFromString);
    if (in.has("snoozedUntil"))
        request.snoozedUntil.emplace(in.time("snoozedUntil"));
    request.reason = in.sentence("reason", longestReason);
    request.ticket = in.words("ticket", longestTicket);
    request.requestedBy = in.word("requestedBy", requestedByFromString);
    request.receivedAt = in.time("receivedAt");
    request.clickedAt = in.time("clickedAt");
    return request;
}

Result<ChangeRequest> changeRequestFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    ChangeRequest request = readChangeRequest(in);
    if (const Result<> done = in.done(); !done)
        return done.error();
    return request;
}

Result<std::optional<qint64>> versionFromIfMatch(const QByteArray& header)
{
    QByteArray text = header.trimmed();
    if (text.isEmpty() || text == "*")
        return std::optional<qint64>();
    if (text.size() > 2 && text.startsWith('"') && text.endsWith('"'))
        text = text.mid(1, text.size() - 2);
    bool isNumber = false;
    qint64 version = text.toLongLong(&isNumber);
    const bool isDigits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber && isDigits && !text.startsWith('0')) {
        // A version all the same, and none that there will ever be.
        version = std::numeric_limits<qint64>::max();
        text = QByteArray::number(version);
        isNumber = true;
    }
    if (!isNumber || version < 0 || QByteArray::number(version) != text)
        return Error::invalid(QStringLiteral("If-Match must be a version such as 17 or \"17\", or *. Nothing was "
                                             "changed."),
                              QStringLiteral("bad_request"));
    return std::optional<qint64>(version);
}

QByteArray etag(qint64 version)
{
    return '"' + QByteArray::number(version) + '"';
}

}  // namespace refrain::wire
