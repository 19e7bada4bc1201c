#include "console/access/accesskeys.h"

#include "console/engine/backendcalls.h"
#include "wire/fieldreader.h"

namespace refrain::console {

namespace {

Result<AccessKey> readKey(const QJsonObject& object)
{
    wire::FieldReader in(object);
    AccessKey key;
    key.id = in.requiredText("id");
    key.name = in.text("name");
    key.role = in.word("role", roleFromString, Role::Service);
    key.createdBy = in.text("createdBy");
    key.createdAt = in.time("createdAt").value_or(0);
    key.lastUsedAt = in.time("lastUsedAt");
    key.revokedAt = in.time("revokedAt");
    if (Result<> done = in.done(); !done)
        return done.error();
    return key;
}

Result<AccessKeys::Made> readMade(const QJsonObject& object)
{
    const Result<AccessKey> key = readKey(object);
    if (!key)
        return key.error();
    return AccessKeys::Made{*key, Secret(object.value(QLatin1String("key")).toString().toLatin1())};
}

}  // namespace

QFuture<Result<std::vector<AccessKey>>> AccessKeys::list()
{
    return m_calls.list(QStringLiteral("apikeys"), readKey);
}

QFuture<Result<AccessKeys::Made>> AccessKeys::create(const QString& name, Role role)
{
    ApiRequest request;
    request.method = QByteArrayLiteral("POST");
    request.path = QStringLiteral("apikeys");
    request.body = {{QStringLiteral("name"), name}, {QStringLiteral("role"), toString(role)}};
    return m_calls.ask<Made>(std::move(request), readMade);
}

QFuture<Result<>> AccessKeys::revoke(const QString& id)
{
    ApiRequest request;
    request.method = QByteArrayLiteral("DELETE");
    request.path = QStringLiteral("apikeys/") + ApiRequest::segment(id);
    return m_calls.order(std::move(request));
}

}  // namespace refrain::console
