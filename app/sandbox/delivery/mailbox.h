#pragma once

#include "base/clock.h"
#include "sandbox/state/ledger.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace refrain::sandbox {

/// One message as it stands.
struct Message {
    QString channel;      ///< `C…`, `G…` or `D…`.
    QString ts;           ///< Its name within the channel, and when: "1800000000.000100".
    QString author;       ///< A user id.
    QString onlyFor;      ///< The one user who sees it, where it is ephemeral.
    QJsonObject content;  ///< `text`, `blocks`, `attachments`, `metadata`, `thread_ts` as they were given.
    bool edited = false;
};

/// All messages of the practice workspace. Call with the sandbox's lock held.
class Mailbox {
public:
    Mailbox(Ledger& ledger, const Clock& clock);

    /// Stores it and tells the listener; returns it with its `ts`, which is unique and ascending.
    Message post(Message message);
    /// False where there is no such message, or it is ephemeral.
    [[nodiscard]] bool update(const QString& channel, const QString& ts, const QJsonObject& content);
    /// False where there is none.
    bool remove(const QString& channel, const QString& ts);

    [[nodiscard]] std::optional<Message> find(const QString& channel, const QString& ts) const;
    /// Oldest first, at most the last `limit`.
    [[nodiscard]] std::vector<Message> inChannel(const QString& channel, int limit = 200) const;

    /// Called after each post, update and removal, with the lock held.
    void setListener(std::function<void(const Message&)> listener) { m_listener = std::move(listener); }

private:
    void tell(const Message& message);

    Ledger& m_ledger;
    const Clock& m_clock;
    qint64 m_lastMicros = 0;
    std::function<void(const Message&)> m_listener;
};

}  // namespace refrain::sandbox
