#include "slack/methods/viewspublish.h"

#include <QJsonDocument>

namespace refrain::slack {

Call ViewsPublish::call() const
{
    const QByteArray view = QJsonDocument(m_view).toJson(QJsonDocument::Compact);
    return Call{QStringLiteral("views.publish"), Tier::Four, {}, true}
        .with("user_id", m_user.toString())
        .with("view", QString::fromUtf8(view));
}

Result<ViewsPublish::Response> ViewsPublish::parse(const QJsonObject& answer)
{
    return Response{answer.value(QLatin1String("view")).toObject().value(QLatin1String("hash")).toString()};
}

}  // namespace refrain::slack
