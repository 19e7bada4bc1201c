#include "console/signin/tokenstore.h"

#include <QMetaObject>

#include <utility>

namespace refrain::console {

void MemoryTokenStore::read(const QString& account, QObject* context, Read answer)
{
    const auto found = m_tokens.constFind(account);
    std::optional<Secret> token;
    if (found != m_tokens.constEnd())
        token = *found;
    QMetaObject::invokeMethod(
        context, [token, answer = std::move(answer)] { answer(token); }, Qt::QueuedConnection);
}

void MemoryTokenStore::write(const QString& account, const Secret& token, QObject* context, Done answer)
{
    m_tokens.insert(account, token);
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer)] { answer({}); }, Qt::QueuedConnection);
}

void MemoryTokenStore::remove(const QString& account, QObject* context, Done answer)
{
    m_tokens.remove(account);
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer)] { answer({}); }, Qt::QueuedConnection);
}

QString MemoryTokenStore::notice() const
{
    return tr("This computer has no keyring that Refrain can use, so you stay signed in only until you quit.");
}

}  // namespace refrain::console
