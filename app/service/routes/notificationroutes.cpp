#include "service/routes/notificationroutes.h"

#include "service/http/listquery.h"
#include "service/http/problem.h"
#include "service/http/slowroute.h"
#include "store/changestore.h"
#include "wire/approval.h"
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

/// The text as it was sent in, or what the template makes of the data.
Result<Message> messageOf(const ApiCall& call, const wire::NotifyRequest& request, Templates& templates)
{
    if (request.templateSlug.isEmpty())
        return Message{request.text, {}};
    if (const QString fault = wire::dataFault(request.data, templateLimits); !fault.isEmpty())
        return fieldError(QStringLiteral("/data"), fault);
    return templates.render(call.workspace(), request.templateSlug, request.data);
}

Result<web::Response> create(const ApiCall& call, const NotificationRouteParts& parts, const Repeatable::Keep& keep)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    const Result<wire::NotifyRequest> request = wire::notifyRequestFromJson(*body);
    if (!request)
        return request.error();
    const Result<Message> message = messageOf(call, *request, parts.templates);
    if (!message)
        return message.error();
    Notification wish;
    wish.category = request->category;
    wish.text = message->text;
    wish.blocks = message->blocks;
    wish.templateSlug = request->templateSlug;
    web::Response response;
    const auto beforeCommit = [&](store::Database& database, const NotificationView& view) {
        QJsonObject answer{{QStringLiteral("id"), view.notification.id}};
        if (view.approval)
            answer.insert(QStringLiteral("approval"), wire::toJson(*view.approval));
        response = web::Response::json(answer, 202);
        return keep(database, response);
    };
    const Result<NotificationView> view =
        parts.desk.create(call.workspace(), wish, request->recipients, contextOf(call), beforeCommit);
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

Result<web::Response> list(const ApiCall& call, NotificationDesk& desk, store::DatabasePool& pool)
{
    const Result<int> limit = limitOf(call.request);
    const Result<QStringList> after = positionOf(call.request, 2);
    const auto state = wordOf(call.request, "state", notificationStateFromString);
    if (!limit || !after || !state)
        return !limit ? limit.error() : !after ? after.error() : state.error();
    const store::NotificationFilter filter{*state, call.request.query.value(QStringLiteral("workflow"))};
    const Result<store::Database*> database = pool.connection();
    if (!database)
        return database.error();
    const Result<qint64> seq = store::ChangeStore(**database).lastSeq(call.workspace());
    const auto page = desk.list(call.workspace(), filter, {after->first().toLongLong(), after->last()}, *limit + 1);
    if (!seq || !page)
        return !seq ? seq.error() : page.error();
    return pageOf(
        *page, *limit, *seq, [](const NotificationView& view) { return wire::toJson(view.notification, view.summary); },
        [](const NotificationView& view) {
            return QStringList{QString::number(view.notification.createdAt), view.notification.id};
        });
}

Result<web::Response> act(const ApiCall& call, NotificationDesk& desk, NotificationDesk::Act act)
{
    const Result<NotificationView> view = desk.act(keyOf(call), act, contextOf(call));
    if (!view)
        return view.error();
    return web::Response::json(wire::toJson(view->notification, view->summary));
}

}  // namespace

void addNotificationRoutes(Api& api, const NotificationRouteParts& parts)
{
    using Act = NotificationDesk::Act;
    const QString path = QStringLiteral("/notifications");
    const QString onePath = path + QStringLiteral("/{id}");
    api.add("GET", path, Permission::SeeSent,
            [parts](const ApiCall& call) { return list(call, parts.desk, parts.pool); });
    api.add("GET", onePath, Permission::SeeSent, [parts](const ApiCall& call) { return show(call, parts.desk); });
    addSlow(api, parts.tasks, "POST", path, Permission::Send, [parts](const ApiCall& call) {
        return parts.repeatable.run(call, [&](const Repeatable::Keep& keep) { return create(call, parts, keep); });
    });
    for (const auto& [verb, wish] :
         {std::pair{":pause", Act::Pause}, {":resume", Act::Resume}, {":cancel", Act::Cancel}}) {
        addSlow(api, parts.tasks, "POST", onePath + QLatin1String(verb), Permission::Send,
                [parts, wish = wish](const ApiCall& call) { return act(call, parts.desk, wish); });
    }
}

}  // namespace refrain::service
