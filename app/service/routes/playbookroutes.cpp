#include "service/routes/playbookroutes.h"

#include "service/http/listquery.h"
#include "service/http/slowroute.h"
#include "service/pages/words.h"
#include "store/changestore.h"
#include "wire/preferencechange.h"

#include <algorithm>

namespace refrain::service {
namespace {

Result<web::Response> library(const ApiCall& call, const PlaybookRouteParts& parts)
{
    const Result<store::Database*> database = parts.copies.pool.connection();
    if (!database)
        return database.error();
    const Result<qint64> seq = store::ChangeStore(**database).lastSeq(call.workspace());
    if (!seq)
        return seq.error();
    QJsonArray items;
    for (const Playbook& playbook : parts.library.search(call.request.query.value(QStringLiteral("q"))))
        items.append(toJson(playbook));
    return listResponse(items, {}, *seq);
}

Result<web::Response> publish(const ApiCall& call, const PlaybookRouteParts& parts, bool isPublish)
{
    const EditContext context{call.principal.source, call.principal.actor, {}, {}};
    const Result<store::Definition> done = isPublish
                                               ? parts.publisher.publish(call.workspace(), slugOf(call), context)
                                               : parts.publisher.unpublish(call.workspace(), slugOf(call), context);
    if (!done)
        return done.error();
    return web::Response::json(toJson(*done)).set("ETag", wire::etag(done->version));
}

/// How many an announcement would reach, were it sent now.
Result<QJsonObject> reachOf(const ApiCall& call, const PlaybookRouteParts& parts, const PlaybookCopy& copy)
{
    const auto recipients = parts.publisher.recipients(call.workspace(), copy);
    if (!recipients)
        return recipients.error();
    const Result<Decisions> decisions = parts.decider.decide(call.workspace(), copy.about, *recipients);
    if (!decisions)
        return decisions.error();
    const qint64 total = qint64(recipients->size());
    const qint64 deliver = std::count_if(decisions->items.begin(), decisions->items.end(),
                                         [](const Decision& decision) { return decision.deliver; });
    return QJsonObject{{QStringLiteral("total"), total},
                       {QStringLiteral("deliver"), deliver},
                       {QStringLiteral("skip"), total - deliver}};
}

/// Every sentence as people would read it, with samples for what changes; texts of the body stand for the stored ones.
Result<web::Response> preview(const ApiCall& call, const PlaybookRouteParts& parts)
{
    const Result<QJsonObject> body = call.request.body.isEmpty() ? Result<QJsonObject>(QJsonObject()) : call.body();
    if (!body)
        return body.error();
    const Result<QJsonObject> checked = parts.copies.desk.checked(call.workspace(), slugOf(call), *body);
    if (!checked)
        return checked.error();
    const PlaybookCopy copy = copyFromJson(*checked);
    const Playbook* playbook = parts.library.find(copy.playbook);
    QJsonArray messages;
    for (const PlaybookText& text : playbook ? playbook->texts : std::vector<PlaybookText>()) {
        for (const QString& language : languages())
            messages.append(QJsonObject{{QStringLiteral("key"), text.key},
                                        {QStringLiteral("title"), text.title},
                                        {QStringLiteral("language"), language},
                                        {QStringLiteral("text"), filled(textOf(copy, text, language), text.samples)}});
    }
    QJsonObject answer{{QStringLiteral("messages"), messages},
                       {QStringLiteral("durations"), QJsonArray::fromStringList(copy.durations)}};
    if (!copy.about.isEmpty()) {
        const Result<QString> text = parts.publisher.announcement(call.workspace(), copy);
        if (!text)
            return text.error();
        answer.insert(QStringLiteral("announcement"), *text);
        const Result<QJsonObject> reach = reachOf(call, parts, copy);
        if (!reach)
            return reach.error();
        answer.insert(QStringLiteral("recipients"), *reach);
    }
    return web::Response::json(answer);
}

}  // namespace

void addPlaybookRoutes(Api& api, const PlaybookRouteParts& parts)
{
    const QString path = QStringLiteral("/playbooks");
    TaskPool& tasks = parts.copies.tasks;
    addDefinitionRoutes(api, path, parts.copies);
    api.add("GET", path + QStringLiteral("/library"), Permission::SeeSent,
            [parts](const ApiCall& call) { return library(call, parts); });
    addSlow(api, tasks, "POST", path + QStringLiteral("/{slug}:publish"), Permission::Administer,
            [parts](const ApiCall& call) { return publish(call, parts, true); });
    addSlow(api, tasks, "POST", path + QStringLiteral("/{slug}:unpublish"), Permission::Administer,
            [parts](const ApiCall& call) { return publish(call, parts, false); });
    addSlow(api, tasks, "POST", path + QStringLiteral("/{slug}:preview"), Permission::Administer,
            [parts](const ApiCall& call) { return preview(call, parts); });
}

}  // namespace refrain::service
