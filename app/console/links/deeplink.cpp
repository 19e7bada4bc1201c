#include "console/links/deeplink.h"

#include <QRegularExpression>

namespace refrain::console {

std::optional<DeepLink> DeepLink::fromString(const QString& text)
{
    // \z and not $, which would let a line break follow.
    static const QRegularExpression form(
        QStringLiteral("\\Arefrain://workspace/([TE][A-Z0-9]{1,20})/subject/([UWCG][A-Z0-9]{1,20})\\z"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return DeepLink{WorkspaceId(match.captured(1)), SubjectId(match.captured(2))};
}

QString DeepLink::toString() const
{
    return QStringLiteral("refrain://workspace/%1/subject/%2").arg(workspace.toString(), subject.toString());
}

}  // namespace refrain::console
