#include "service/routes/playbookroutes.h"

#include "service/http/listquery.h"
#include "service/http/slowroute.h"
#include "service/pages/words.h"
#include "store/changestore.h"
#include "wire/preferencechange.h"

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
