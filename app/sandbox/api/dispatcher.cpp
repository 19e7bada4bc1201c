#include "sandbox/api/dispatcher.h"

#include <QJsonArray>

#include <algorithm>

namespace refrain::sandbox {

namespace {

bool fits(Method::Needs needs, TokenKind kind)
{
    switch (needs) {
        case Method::Needs::Nothing: return true;
        case Method::Needs::Token: return kind == TokenKind::Bot || kind == TokenKind::User;
        case Method::Needs::AnyToken: return kind != TokenKind::SignIn;
        case Method::Needs::AppToken: return kind == TokenKind::App;
        case Method::Needs::SignInToken: return kind == TokenKind::SignIn;
    }
    return false;
}

bool sharesOne(const QStringList& wanted, const QStringList& given)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](const QString& scope) { return given.contains(scope); });
}

void warnAboutCharset(Answer& answer)
{
    if (answer.fields.isEmpty())
        return;
    const QString warning = QStringLiteral("missing_charset");
    answer.fields.insert(QStringLiteral("warning"), warning);
    QJsonObject metadata = answer.fields.value(QStringLiteral("response_metadata")).toObject();
    metadata.insert(QStringLiteral("warnings"), QJsonArray{warning});
    answer.fields.insert(QStringLiteral("response_metadata"), metadata);
}

}  // namespace

Answer missingScope(const QStringList& needed, const QStringList& provided)
{
    return Answer::fault(QStringLiteral("missing_scope"), {{QStringLiteral("needed"), needed.join(u',')},
                                                           {QStringLiteral("provided"), provided.join(u',')}});
}

web::Response rateLimited(int seconds)
{
    return web::Response::json(
               {{QStringLiteral("ok"), false}, {QStringLiteral("error"), QStringLiteral("ratelimited")}}, 429)
        .set("Retry-After", QByteArray::number(seconds));
}

Dispatcher::Dispatcher(const MethodTable& methods, const Grants& grants, RateLimiter& limiter, Random& random)
    : m_methods(methods), m_grants(grants), m_limiter(limiter), m_random(random)
{
}

web::Response Dispatcher::handle(const QString& name, const web::Request& request)
{
    const Method* method = m_methods.find(name);
    if (!method)
        return respond(Answer::fault(QStringLiteral("unknown_method"), {{QStringLiteral("req_method"), name}}), nullptr,
                       {});
    const Arguments::Read read = Arguments::from(request);
    const Checked checked = check(*method, read);
    if (checked.retryAfter)
        return rateLimited(*checked.retryAfter);
    if (checked.refusal)
        return respond(*checked.refusal, method, checked.grant);
    Answer answer = method->run({read.arguments, checked.grant, read.token, request});
    if (read.missingCharset)
        warnAboutCharset(answer);
    return respond(answer, method, checked.grant);
}

Dispatcher::Checked Dispatcher::check(const Method& method, const Arguments::Read& read)
{
    Checked checked;
    if (!read.problem.isEmpty()) {
        checked.refusal = Answer::fault(read.problem);
        return checked;
    }
    if (method.needs != Method::Needs::Nothing) {
        const TokenCheck token = m_grants.check(read.token);
        if (!token.grant) {
            checked.refusal = Answer::fault(token.problem);
            return checked;
        }
        checked.grant = *token.grant;
    }
    checked.retryAfter =
        m_limiter.admit(method, checked.grant.workspace, read.arguments.text(QStringLiteral("channel")));
    if (checked.retryAfter)
        return checked;
    if (!fits(method.needs, checked.grant.kind))
        checked.refusal = Answer::fault(QStringLiteral("not_allowed_token_type"));
    else if (!method.scopes.isEmpty() && !sharesOne(method.scopes, checked.grant.scopes))
        checked.refusal = missingScope(method.scopes, checked.grant.scopes);
    return checked;
}

web::Response Dispatcher::respond(const Answer& answer, const Method* method, const Grant& grant) const
{
    web::Response response;
    response.body = answer.bytes();
    response.set("Content-Type", "application/json; charset=utf-8");
    response.set("Cache-Control", "private, no-cache, no-store, must-revalidate");
    response.set("X-Slack-Req-Id", m_random.bytes(16).toHex());
    if (method && !grant.workspace.isEmpty()) {
        response.set("X-OAuth-Scopes", grant.scopes.join(u',').toLatin1());
        if (!method->scopes.isEmpty())
            response.set("X-Accepted-OAuth-Scopes", method->scopes.join(u',').toLatin1());
    }
    return response;
}

}  // namespace refrain::sandbox
