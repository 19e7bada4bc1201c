#include "sandbox/practice/responseurls.h"

#include <QJsonDocument>

namespace refrain::sandbox {

namespace {

web::Response refusal(const char* word, int status)
{
    return web::Response::json({{QStringLiteral("ok"), false}, {QStringLiteral("error"), QLatin1String(word)}}, status);
}

}  // namespace

ResponseUrls::ResponseUrls(Mailbox& mailbox, const Clock& clock, Random& random, QString team, QString author)
    : m_mailbox(mailbox), m_clock(clock), m_random(random), m_team(std::move(team)), m_author(std::move(author))
{
}

QString ResponseUrls::issue(const Prompt& prompt)
{
    const Millis now = m_clock.now();
    m_open.removeIf([now](const QHash<QString, Open>::iterator& one) { return one->until + lifetime < now; });
    const QString kind = prompt.messageTs.isEmpty() ? QStringLiteral("commands") : QStringLiteral("actions");
    const QString path =
        QStringLiteral("/%1/%2/%3/%4").arg(kind, m_team).arg(++m_number).arg(QString::fromLatin1(m_random.token(18)));
    m_open.insert(path, {prompt, now + lifetime, 0});
    return path;
}

web::Response ResponseUrls::post(const QString& path, const QByteArray& body)
{
    const auto open = m_open.find(path);
    if (open == m_open.end() || open->until < m_clock.now())
        return refusal("expired_url", 404);
    if (open->posts >= mostPosts)
        return refusal("used_url", 404);
    const QJsonDocument answer = QJsonDocument::fromJson(body);
    if (!answer.isObject())
        return refusal("invalid_payload", 400);
    ++open->posts;
    applyAnswer(m_mailbox, m_author, open->prompt, answer.object());
    return web::Response::text("ok");
}

}  // namespace refrain::sandbox
