#include "service/access/permission.h"
#include "service/http/listquery.h"
#include "service/http/problem.h"
#include "service/routes/apiroutes.h"
#include "service/routes/changepoll.h"
#include "service/routes/privatenames.h"
#include "service/usecases/recordjson.h"
#include "wire/change.h"

namespace refrain::service {
namespace {

constexpr qint64 longestWait = 30;

struct Ask {
    WorkspaceId workspace;
    Role role = Role::Viewer;
    qint64 after = 0;
    qint64 waitSeconds = 0;
    int limit = 100;
};

Result<Ask> readAsk(const ApiCall& call)
{
    const Result<qint64> after = numberOf(call.request, "after", 0);
    const Result<qint64> wait = numberOf(call.request, "wait", 0);
    const Result<int> limit = limitOf(call.request);
    if (!after || !wait || !limit)
        return !after ? after.error() : !wait ? wait.error() : limit.error();
    if (*wait > longestWait)
        return fieldError(QStringLiteral("/wait"), QStringLiteral("wait must be 0 to %1 seconds.").arg(longestWait));
    return Ask{call.workspace(), call.principal.role, *after, *wait, *limit};
}

QByteArray onWire(const store::ChangeRecord& record, Role role)
{
    const wire::Change change{
        record.seq, record.type, record.subject, record.category, record.at, record.source, record.actor, record.reason,
        {},         {}};
    const bool mayHide = record.type == QLatin1String("subject") && !seesPrivateChannels(role);
    const auto visible = [&](const QByteArray& text) {
        return mayHide ? toText(recordVisibleTo(role, fromText(text))) : text;
    };
    return wire::toJsonText(change, visible(record.before), visible(record.after));
}

web::Response pageResponse(const FeedPage& page, Role role)
{
    if (page.gone)
        return problemResponse(
            wire::problemError(wire::ProblemCode::Gone,
                               QStringLiteral("This position of the change feed is no longer kept. Read the lists "
                                              "again and follow from their seq.")));
    QByteArrayList items;
    for (const store::ChangeRecord& record : page.items)
        items << onWire(record, role);
    const QString next = page.more && !page.items.empty() ? QString::number(page.items.back().seq) : QString();
    return listResponse(items, next, page.seq);
}

web::Response readFeed(ChangeFeed& feed, const Ask& ask)
{
    const Result<FeedPage> page = feed.page(ask.workspace, ask.after, ask.limit);
    return page ? pageResponse(*page, ask.role) : problemResponse(page.error());
}

void follow(const ApiCall& call, const ApiParts& parts, web::Reply reply)
{
    const Result<Ask> ask = readAsk(call);
    if (!ask)
        return reply.send(problemResponse(ask.error()));
    const Result<FeedPage> page = parts.feed.page(ask->workspace, ask->after, ask->limit);
    if (!page)
        return reply.send(problemResponse(page.error()));
    if (page->gone || !page->items.empty() || ask->waitSeconds == 0)
        return reply.send(pageResponse(*page, ask->role));
    const auto poll = std::make_shared<ChangePoll>(
        std::move(reply), [&feed = parts.feed, ask = *ask] { return readFeed(feed, ask); },
        [page = *page, role = ask->role] { return pageResponse(page, role); },
        [&tasks = parts.tasks](std::function<void()> task) { return tasks.run(std::move(task)); });
    poll->start(parts.feed, ask->workspace, ask->after, ask->waitSeconds * 1000, parts.timers);
}

}  // namespace

void addChangeRoutes(Api& api, const ApiParts& parts)
{
    api.addWatching("GET", QStringLiteral("/changes"), Permission::Read,
                    [parts](const ApiCall& call, web::Reply reply) { follow(call, parts, std::move(reply)); });
}

}  // namespace refrain::service
