#include "service/approvals/approvalground.h"
#include "service/http/listquery.h"
#include "service/http/problem.h"
#include "service/routes/apiroutes.h"
#include "service/routes/approvalroutes.h"
#include "service/workflows/workspacezone.h"
#include "slack/scopes.h"
#include "store/categorystore.h"
#include "store/settingstore.h"
#include "store/syncstore.h"
#include "store/workspacestore.h"
#include "wire/fieldreader.h"

#include <QJsonDocument>

namespace refrain::service {
namespace {

/// A setting's value is any JSON, which stands alone only inside an array.
QJsonValue valueOf(const QByteArray& json)
{
    return QJsonDocument::fromJson('[' + json + ']').array().at(0);
}

QByteArray textOf(const QJsonValue& value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).chopped(1).mid(1);
}

Result<QJsonObject> countsOf(store::Database& database, const WorkspaceId& workspace)
{
    store::SubjectStore subjects(database);
    const Result<qint64> users = subjects.count(workspace, SubjectKind::User);
    const Result<qint64> channels = subjects.count(workspace, SubjectKind::Channel);
    const auto categories = store::CategoryStore(database).all(workspace);
    if (!users || !channels || !categories)
        return !users ? users.error() : !channels ? channels.error() : categories.error();
    return QJsonObject{{QStringLiteral("users"), *users},
                       {QStringLiteral("channels"), *channels},
                       {QStringLiteral("categories"), qint64(categories->size())}};
}

/// When the directory was last read to its end, and the workspace's settings.
Result<QJsonObject> stateOf(store::Database& database, const WorkspaceId& workspace)
{
    const Result<std::optional<SyncRun>> last = store::SyncStore(database).last(workspace, SyncKind::Directory);
    const auto settings = store::SettingStore(database).all(workspace);
    if (!last || !settings)
        return !last ? last.error() : settings.error();
    QJsonObject values;
    for (const auto& [name, json] : *settings)
        values.insert(name, valueOf(json));
    const std::optional<Millis> finishedAt = *last ? (*last)->finishedAt : std::nullopt;
    return QJsonObject{{QStringLiteral("lastSync"), wire::orNull(finishedAt)}, {QStringLiteral("settings"), values}};
}

QStringList missingScopes(const store::Workspace& workspace)
{
    QStringList missing;
    for (const QString& scope : slack::botScopes()) {
        if (!workspace.scopes.contains(scope))
            missing << scope;
    }
    return missing;
}

Result<QJsonObject> describe(const ApiCall& call, const ApiParts& parts)
{
    const Result<store::Database*> database = parts.pool.connection();
    if (!database)
        return database.error();
    const auto found = store::WorkspaceStore(**database, parts.vault).find(call.workspace());
    const Result<QJsonObject> counts = countsOf(**database, call.workspace());
    const Result<QJsonObject> state = stateOf(**database, call.workspace());
    const Result<QString> auditKey = parts.audit.verifierKey(call.workspace());
    const auto approvals =
        ApprovalGate::standing(**database, call.workspace(), call.principal.actor, parts.clock.now());
    if (!found || !counts || !state || !auditKey)
        return !found ? found.error() : !counts ? counts.error() : !state ? state.error() : auditKey.error();
    if (!approvals)
        return approvals.error();
    if (!*found)
        return Error::notFound(QStringLiteral("There is no such workspace for you."));
    const store::Workspace& workspace = **found;
    QJsonObject object = *state;
    object.insert(QStringLiteral("id"), workspace.id.toString());
    object.insert(QStringLiteral("name"), workspace.name);
    object.insert(QStringLiteral("domain"), workspace.domain);
    object.insert(QStringLiteral("organizationWide"), workspace.organizationWide);
    object.insert(QStringLiteral("status"), toString(workspace.status));
    object.insert(QStringLiteral("counts"), *counts);
    object.insert(QStringLiteral("scopes"), QJsonArray::fromStringList(workspace.scopes));
    object.insert(QStringLiteral("missingScopes"), QJsonArray::fromStringList(missingScopes(workspace)));
    object.insert(QStringLiteral("missingFeatures"),
                  QJsonArray::fromStringList(slack::featuresWithout(workspace.scopes)));
    object.insert(QStringLiteral("auditKey"), *auditKey);
    object.insert(QStringLiteral("approvals"), wire::toJson(*approvals));
    object.insert(QStringLiteral("seq"), workspace.seq);
    object.insert(QStringLiteral("role"), toString(call.principal.role));
    object.insert(QStringLiteral("me"), QJsonObject{{QStringLiteral("id"), call.principal.actor.id},
                                                    {QStringLiteral("name"), call.principal.actor.name}});
    return object;
}

Result<web::Response> answer(const ApiCall& call, const ApiParts& parts)
{
    const Result<QJsonObject> object = describe(call, parts);
    if (!object)
        return object.error();
    return web::Response::json(*object);
}

Result<web::Response> list(const ApiCall& call, const ApiParts& parts)
{
    const Result<QJsonObject> object = describe(call, parts);
    if (!object)
        return object.error();
    return pageResponse(call.request, {*object}, object->value(QLatin1String("seq")).toInteger());
}

/// The rule about approvals goes alone: a weaker one waits for a second admin, and nothing else would with it.
Result<web::Response> patchPolicy(const ApiCall& call, const ApiParts& parts, const QJsonObject& settings,
                                  const Repeatable::Keep& keep)
{
    if (settings.size() > 1)
        return fieldError(QStringLiteral("/settings/approvals"),
                          QStringLiteral("Send this setting alone: it may need a second admin's approval."));
    if (!settings.value(policySetting).isObject())
        return fieldError(QStringLiteral("/settings/approvals"),
                          QStringLiteral("This is an object, such as {\"on\": true, \"above\": 1000}."));
    const EditContext context{call.principal.source, call.principal.actor, {}, {}};
    web::Response response;
    const auto beforeCommit = [&](store::Database& database, const std::optional<Approval>& asked) -> Result<> {
        if (!asked)
            return {};
        response = approvalAnswer(*asked);
        return keep(database, response);
    };
    const auto asked =
        parts.guarded.setPolicy(call.workspace(), settings.value(policySetting).toObject(), context, beforeCommit);
    if (!asked)
        return asked.error();
    return *asked ? Result<web::Response>(response) : answer(call, parts);
}

Result<web::Response> patch(const ApiCall& call, const ApiParts& parts, const Repeatable::Keep& keep)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    wire::FieldReader in(*body);
    const QJsonObject settings = in.object("settings");
    if (!in.has("settings"))  // such as a setting itself, which would seem to be kept
        in.allowOnly({QStringLiteral("settings")});
    if (Result<> done = in.done(); !done)
        return done.error();
    if (settings.contains(QLatin1String("timeZone"))) {
        if (Result<> zone = checkZone(settings.value(QLatin1String("timeZone"))); !zone)
            return zone.error();
    }
    if (settings.contains(policySetting))
        return patchPolicy(call, parts, settings, keep);
    const Result<> written =
        parts.writer.write<void>(call.workspace(), [&](WorkspaceTransaction& transaction) -> Result<> {
            store::SettingStore store(transaction.database());
            AuditEntry entry;
            entry.type = QStringLiteral("setting");
            entry.outcome = QStringLiteral("accepted");
            entry.source = call.principal.source;
            entry.actor = call.principal.actor;
            for (auto it = settings.begin(); it != settings.end(); ++it) {
                const Result<std::optional<QByteArray>> before = store.find(call.workspace(), it.key());
                if (!before)
                    return before.error();
                if (*before == textOf(it.value()))
                    continue;
                entry.before.insert(it.key(), *before ? valueOf(**before) : QJsonValue());
                entry.after.insert(it.key(), it.value());
                if (Result<> done = store.put(call.workspace(), it.key(), textOf(it.value())); !done)
                    return done;
            }
            if (entry.after.isEmpty())
                return {};
            const Result<qint64> index = transaction.audit(std::move(entry));
            return index ? Result<>() : Result<>(index.error());
        });
    if (!written)
        return written.error();
    return answer(call, parts);
}

}  // namespace

void addWorkspaceRoutes(Api& api, const ApiParts& parts)
{
    api.addForAnybody("GET", QStringLiteral("/v1/workspaces"),
                      [parts](const ApiCall& call) { return list(call, parts); });
    api.add("GET", QString(), Permission::Read, [parts](const ApiCall& call) { return answer(call, parts); });
    api.add("PATCH", QString(), Permission::Administer, [parts](const ApiCall& call) {
        return parts.repeatable.run(call, [&](const Repeatable::Keep& keep) { return patch(call, parts, keep); });
    });
}

}  // namespace refrain::service
