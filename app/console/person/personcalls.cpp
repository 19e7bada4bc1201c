#include "console/person/personcalls.h"

#include "console/engine/backendcalls.h"
#include "wire/decisions.h"

#include <QCoreApplication>

namespace refrain::console {

QFuture<Result<Decision>> PersonCalls::decide(const Supposition& supposition)
{
    wire::DecisionsRequest question;
    question.category = supposition.category;
    question.subjects = {supposition.subject};
    question.asOf = supposition.asOf;
    question.whatIf = supposition.whatIf;
    question.preview = true;
    ApiRequest request;
    request.method = QByteArrayLiteral("POST");
    request.path = QStringLiteral("decisions");
    request.body = wire::toJson(question);
    request.asksOnly = true;
    return m_calls.ask<Decision>(std::move(request), [](const QJsonObject& json) -> Result<Decision> {
        const auto reply = wire::decisionsReplyFromJson(json);
        if (!reply)
            return reply.error();
        return reply->items.empty() ? Decision() : reply->items.front().decision;
    });
}

QFuture<Result<QUrl>> PersonCalls::page(const SubjectId& subject)
{
    ApiRequest request;
    request.method = QByteArrayLiteral("POST");
    request.path = QStringLiteral("subjects/%1:view").arg(ApiRequest::segment(subject.toString()));
    request.asksOnly = true;
    return m_calls.ask<QUrl>(std::move(request), [](const QJsonObject& json) -> Result<QUrl> {
        const QUrl url(json.value(QLatin1String("url")).toString(), QUrl::StrictMode);
        if (!url.isValid() || (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http")))
            return Error::corrupt(QCoreApplication::translate("PersonCalls", "The backend gave no address to open."));
        return url;
    });
}

QFuture<Result<QJsonArray>> PersonCalls::home(const SubjectId& subject)
{
    ApiRequest request;
    request.path = QStringLiteral("subjects/%1/home").arg(ApiRequest::segment(subject.toString()));
    return m_calls.ask<QJsonArray>(std::move(request), [](const QJsonObject& json) {
        return Result<QJsonArray>(json.value(QLatin1String("blocks")).toArray());
    });
}

}  // namespace refrain::console
