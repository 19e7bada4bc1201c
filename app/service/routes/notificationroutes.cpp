#include "service/routes/notificationroutes.h"

#include "service/http/listquery.h"
#include "wire/fieldreader.h"
#include "wire/notification.h"

namespace refrain::service {
namespace {

store::NotificationKey keyOf(const ApiCall& call)
{
    return {call.workspace(), call.request.parameter(QStringLiteral("id"))};
}

EditContext contextOf(const ApiCall& call)
{
    return {call.principal.source, call.principal.actor, {}, {}};
}

Result<web::Response> create(const ApiCall& call, NotificationDesk& desk, const Repeatable::Keep& keep)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    const Result<wire::NotifyRequest> request = wire::notifyRequestFromJson(*body);
    if (!request)
        return request.error();
    Notification wish;
    wish.category = request->category;
    wish.text = request->text;
    web::Response response;
    const auto beforeCommit = [&](store::Database& database, const NotificationView& view) {
        response = web::Response::json({{QStringLiteral("id"), view.notification.id}}, 202);
        return keep(database, response);
    };
    const Result<NotificationView> view =
        desk.create(call.workspace(), wish, request->recipients, contextOf(call), beforeCommit);
    if (!view)
        return view.error();
    return response;
}

Result<web::Response> show(const ApiCall& call, NotificationDesk& desk)
{
    const Result<int> limit = limitOf(call.request);
    const Result<QStringList> after = positionOf(call.request, 1);
    if (!limit || !after)
        return !limit ? limit.error() : after.error();
    const Result<NotificationView> view = desk.find(keyOf(call));
    if (!view)
        return view.error();
    const auto page = desk.recipients(keyOf(call), after->first().toLongLong(), *limit + 1);
    if (!page)
        return page.error();
    QJsonArray items;
    for (const NotificationRecipient& recipient : *page) {
        if (items.size() < *limit)
            items.append(wire::toJson(recipient));
    }
    const bool more = page->size() > size_t(*limit);
    const QString next = more ? opaque({QString::number(page->at(size_t(*limit) - 1).position)}) : QString();
    QJsonObject answer = wire::toJson(view->notification, view->summary);
    answer.insert(QStringLiteral("recipients"),
                  QJsonObject{{QStringLiteral("items"), items}, {QStringLiteral("next"), wire::orNull(next)}});
    return web::Response::json(answer);
}

}  // namespace

void addNotificationRoutes(Api& api, NotificationDesk& desk, Repeatable& repeatable)
{
    api.add("POST", QStringLiteral("/notifications"), Permission::Send, [&desk, &repeatable](const ApiCall& call) {
        return repeatable.run(call, [&](const Repeatable::Keep& keep) { return create(call, desk, keep); });
    });
    api.add("GET", QStringLiteral("/notifications/{id}"), Permission::SeeSent,
            [&desk](const ApiCall& call) { return show(call, desk); });
    for (const auto& [verb, act] : {std::pair{":pause", NotificationDesk::Act::Pause},
                                    {":resume", NotificationDesk::Act::Resume},
                                    {":cancel", NotificationDesk::Act::Cancel}}) {
        api.add("POST", QStringLiteral("/notifications/{id}") + QLatin1String(verb), Permission::Send,
                [&desk, act = act](const ApiCall& call) -> Result<web::Response> {
                    const Result<NotificationView> view = desk.act(keyOf(call), act, contextOf(call));
                    if (!view)
                        return view.error();
                    return web::Response::json(wire::toJson(view->notification, view->summary));
                });
    }
}

}  // namespace refrain::service
