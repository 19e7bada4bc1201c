#include "slack/call.h"

#include <QUrl>

namespace refrain::slack {

Call& Call::with(QByteArray name, QString value) &
{
    if (!value.isEmpty())
        fields.append({std::move(name), std::move(value)});
    return *this;
}

Call Call::with(QByteArray name, QString value) &&
{
    with(std::move(name), std::move(value));
    return std::move(*this);
}

QByteArray Call::form() const
{
    QByteArray text;
    for (const auto& [name, value] : fields) {
        if (!text.isEmpty())
            text += '&';
        text += name + '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

}  // namespace refrain::slack
