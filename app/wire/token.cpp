#include "wire/token.h"

#include "wire/fieldreader.h"

namespace refrain::wire {

QJsonObject toJson(const TokenReply& reply)
{
    return {{QStringLiteral("access_token"), QString::fromLatin1(reply.accessToken.reveal())},
            {QStringLiteral("token_type"), QStringLiteral("Bearer")},
            {QStringLiteral("expires_in"), reply.expiresInSeconds},
            {QStringLiteral("refresh_token"), QString::fromLatin1(reply.refreshToken.reveal())},
            {QStringLiteral("workspace"), reply.workspace.toString()},
            {QStringLiteral("user"), reply.user},
            {QStringLiteral("name"), reply.name},
            {QStringLiteral("role"), toString(reply.role)}};
}

Result<TokenReply> tokenReplyFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    TokenReply reply;
    reply.accessToken = Secret(in.requiredText("access_token").toLatin1());
    reply.refreshToken = Secret(in.text("refresh_token").toLatin1());
    if (in.requiredText("token_type").compare(QLatin1String("Bearer"), Qt::CaseInsensitive) != 0)
        in.fail("token_type", QStringLiteral("Only bearer tokens are understood."));
    reply.expiresInSeconds = in.number("expires_in", 0);
    reply.workspace = WorkspaceId(in.text("workspace"));
    reply.user = in.text("user");
    reply.name = in.text("name");
    reply.role = in.word("role", roleFromString, Role::Viewer);
    if (const Result<> done = in.done(); !done)
        return done.error();
    return reply;
}

QJsonObject toJson(const TokenError& error)
{
    return {{QStringLiteral("error"), error.error}, {QStringLiteral("error_description"), error.description}};
}

Result<TokenError> tokenErrorFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    TokenError error{in.requiredText("error"), in.text("error_description")};
    if (const Result<> done = in.done(); !done)
        return done.error();
    return error;
}

}  // namespace refrain::wire
