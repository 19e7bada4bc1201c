#include "slack/socketmode.h"

#include "base/log.h"
#include "slack/failure.h"

#include <algorithm>
#include <utility>

namespace refrain::slack {
namespace {

constexpr int rememberedEnvelopes = 2'000;

/// Slack's words after which no further try helps (as its Node client has them).
bool isForGood(const Error& error)
{
    static const QStringList words{QStringLiteral("not_authed"),       QStringLiteral("invalid_auth"),
                                   QStringLiteral("account_inactive"), QStringLiteral("user_removed_from_team"),
                                   QStringLiteral("team_disabled"),    QStringLiteral("not_allowed_token_type"),
                                   QStringLiteral("missing_scope")};
    return words.contains(errorWord(error));
}

}  // namespace

void SocketMode::Post::call(std::function<void(SocketMode&)> what)
{
    const std::lock_guard lock(mutex);
    if (to)
        QMetaObject::invokeMethod(
            to, [object = to, what = std::move(what)] { what(*object); }, Qt::QueuedConnection);
}

SocketMode::SocketMode(Parts parts) : m_parts(std::move(parts)), m_next(this), m_opener(this)
{
    m_post->to = this;
    m_opener.setMaxThreadCount(1);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &SocketMode::open);
}

SocketMode::~SocketMode()
{
    {
        const std::lock_guard lock(m_post->mutex);
        m_post->to = nullptr;
    }
    m_opener.waitForDone();
    for (SocketModeLink* link : m_links)
        delete link;  // here, where the listeners' object still stands
}

void SocketMode::start()
{
    open();
}

void SocketMode::finish(std::function<void()> done)
{
    m_isFinishing = true;
    m_done = std::move(done);
    m_next.stop();
    settle();
}

void SocketMode::settle()
{
    if (!m_done || m_open > 0)
        return;
    for (SocketModeLink* link : m_links)
        link->flush();
    std::exchange(m_done, nullptr)();
}

int SocketMode::liveLinks() const
{
    return int(
        std::count_if(m_links.begin(), m_links.end(), [](const SocketModeLink* link) { return link->isLive(); }));
}

void SocketMode::open()
{
    if (m_isOpening || m_isFinishing)
        return;
    m_isOpening = true;
    m_next.stop();
    m_opener.start([post = m_post, &api = m_parts.api, token = m_parts.appToken] {
        const Result<AppsConnectionsOpen::Response> answer = api.run({{}, token}, AppsConnectionsOpen());
        post->call([answer](SocketMode& mode) { mode.opened(answer); });
    });
}

void SocketMode::opened(const Result<AppsConnectionsOpen::Response>& answer)
{
    if (!answer) {
        m_isOpening = false;
        if (answer.error().is(ErrorCode::Cancelled))
            return;
        if (!isForGood(answer.error()))
            return retry(answer.error().message());
        m_isReported = true;
        return m_parts.report(QStringLiteral("Slack refuses the app-level token (%1), so no commands or events arrive; "
                                             "check REFRAIN_SLACK_APP_TOKEN and start Refrain again.")
                                  .arg(errorWord(answer.error())),
                              true);
    }
    auto* link = new SocketModeLink(m_parts.times, this);
    m_links.push_back(link);
    m_candidate = link;
    link->open(answer->url,
               {[this] { greet(); }, [this, link](const QJsonObject& envelope) { receive(link, envelope); },
                [this, link](const QString& reason) { dismiss(link, reason); }, [this, link] { drop(link); }});
}

void SocketMode::greet()
{
    m_candidate = nullptr;
    m_isOpening = false;
    m_failures = 0;
    if (m_isReported)
        m_parts.report({}, false);
    m_isReported = false;
}

/// The next link is opened at once; the old one stays until Slack closes it, because what is under way there is still
/// acknowledged.
void SocketMode::dismiss(SocketModeLink* link, const QString& reason)
{
    qCDebug(log::slack) << "Socket Mode: Slack will close a connection:" << reason;
    if (std::find(m_dismissed.begin(), m_dismissed.end(), link) == m_dismissed.end())
        m_dismissed.push_back(link);
    const bool mayReplace = reason == QLatin1String("warning") || reason == QLatin1String("refresh_requested");
    if (mayReplace && !lastingLink())
        open();
}

/// A live link that Slack has not said it will close.
SocketModeLink* SocketMode::lastingLink() const
{
    for (SocketModeLink* link : m_links)
        if (link->isLive() && std::find(m_dismissed.begin(), m_dismissed.end(), link) == m_dismissed.end())
            return link;
    return nullptr;
}

void SocketMode::drop(SocketModeLink* link)
{
    std::erase(m_links, link);
    std::erase(m_dismissed, link);
    link->deleteLater();
    const bool wasCandidate = std::exchange(m_candidate, link == m_candidate ? nullptr : m_candidate) == link;
    if (wasCandidate)
        m_isOpening = false;
    if (!lastingLink() && !m_isOpening && !m_next.isActive())
        retry(
            QStringLiteral("The connection to Slack was lost, so no commands or events arrive; Refrain keeps trying."));
}

void SocketMode::retry(const QString& sentence)
{
    ++m_failures;
    m_next.start(std::min(m_parts.backOff * (m_failures - 1), m_parts.longestWait));
    // A first failure is mended at once and worth no words.
    if (m_failures < 2 || m_isReported)
        return;
    m_isReported = true;
    m_parts.report(sentence, false);
}

void SocketMode::receive(SocketModeLink* link, const QJsonObject& envelope)
{
    const QString id = envelope.value(QLatin1String("envelope_id")).toString();
    const auto known = m_envelopes.constFind(id);
    if (known != m_envelopes.cend()) {
        if (known->has_value())
            acknowledge(link, id, **known);
        return;
    }
    if (m_isFinishing)
        return;
    remember(id);
    ++m_open;
    const bool takesAnswer = envelope.value(QLatin1String("accepts_response_payload")).toBool();
    // The link may be gone by the time of the answer; QPointer is looked at in this thread alone.
    m_parts.receive(envelope.value(QLatin1String("type")).toString(),
                    envelope.value(QLatin1String("payload")).toObject(),
                    [post = m_post, link = QPointer(link), id, takesAnswer](bool accepted, const QJsonObject& payload) {
                        post->call([=](SocketMode& mode) {
                            mode.answered(accepted, link, id, takesAnswer ? payload : QJsonObject());
                        });
                    });
}

void SocketMode::answered(bool accepted, SocketModeLink* link, const QString& envelope, const QJsonObject& payload)
{
    if (accepted)
        acknowledge(link, envelope, payload);
    else
        m_envelopes.remove(envelope);
    --m_open;
    settle();
}

void SocketMode::acknowledge(SocketModeLink* link, const QString& envelope, const QJsonObject& payload)
{
    if (m_envelopes.contains(envelope))
        m_envelopes[envelope] = payload;
    QJsonObject message{{QStringLiteral("envelope_id"), envelope}};
    if (!payload.isEmpty())
        message.insert(QStringLiteral("payload"), payload);
    if (SocketModeLink* way = link && link->isLive() ? link : lastingLink())
        way->send(message);
}

void SocketMode::remember(const QString& envelope)
{
    m_envelopes.insert(envelope, std::nullopt);
    m_order.enqueue(envelope);
    if (m_order.size() > rememberedEnvelopes)
        m_envelopes.remove(m_order.dequeue());
}

}  // namespace refrain::slack
