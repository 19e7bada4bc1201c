#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "sandbox/practice/answers.h"
#include "web/response.h"

#include <QHash>

namespace refrain::sandbox {

/// The addresses at which an app may answer later: five times within 30 minutes, without a token, so
/// each is a secret. Kept in memory. Call with the sandbox's lock held.
class ResponseUrls {
public:
    static constexpr Millis lifetime = 30 * 60 * 1000;
    static constexpr int mostPosts = 5;

    /// All outlive this; `author` is the app's bot user.
    ResponseUrls(Mailbox& mailbox, const Clock& clock, Random& random, QString team, QString author);

    /// The path of a new address: `/commands/T…/<number>/<secret>`, or `/actions/…` for a button.
    [[nodiscard]] QString issue(const Prompt& prompt);

    /// What an app posted to `path`: 200 `ok`, or Slack's word for why not.
    [[nodiscard]] web::Response post(const QString& path, const QByteArray& body);

private:
    struct Open {
        Prompt prompt;
        Millis until = 0;
        int posts = 0;
    };

    Mailbox& m_mailbox;
    const Clock& m_clock;
    Random& m_random;
    const QString m_team;
    const QString m_author;
    quint64 m_number = 0;
    QHash<QString, Open> m_open;  ///< By path.
};

}  // namespace refrain::sandbox
