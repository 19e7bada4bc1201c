#include "console/sending/optoutlinks.h"

#include "console/engine/backendcalls.h"
#include "wire/fieldreader.h"

namespace refrain::console {

QFuture<Result<QString>> OptOutLinks::make(const SubjectId& subject, const CategorySlug& category)
{
    ApiRequest request;
    request.method = QByteArrayLiteral("POST");
    request.path = QStringLiteral("links");
    request.body = {{QStringLiteral("subject"), subject.toString()}};
    if (!category.isEmpty())
        request.body.insert(QStringLiteral("category"), category.toString());
    return m_calls.ask<QString>(std::move(request), [](const QJsonObject& json) -> Result<QString> {
        wire::FieldReader in(json);
        const QString url = in.requiredText("url");
        if (Result<> done = in.done(); !done)
            return done.error();
        return url;
    });
}

}  // namespace refrain::console
