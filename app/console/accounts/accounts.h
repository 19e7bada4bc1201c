#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "console/accounts/profile.h"
#include "console/signin/signin.h"

#include <QObject>

#include <optional>
#include <vector>

namespace refrain::console {

/// How the backend of an account is reached.
enum class BackendKind { Server, Embedded, Practice };

/// One workspace that somebody signed in to from this profile.
struct Account {
    QString id;  ///< Stable for backend + workspace + person; names its cache and its token.
    BackendKind kind = BackendKind::Server;
    QUrl backend;  ///< Embedded and practice backends move ports: the address of the last run.
    WorkspaceId workspace;
    QString workspaceName;
    QString userId;
    QString userName;
    Millis lastContact = 0;  ///< When the backend last answered this session; after 7 days its people are wiped here.
    bool signedIn = false;

    friend bool operator==(const Account&, const Account&) = default;
};

/// The switcher's list: kept in accounts.json, no secret in it. UI thread; writes are small and atomic.
class Accounts : public QObject {
    Q_OBJECT
public:
    static constexpr Millis longestSilence = 7LL * 24 * 3600 * 1000;

    Accounts(Profile profile, const Clock& clock, QObject* parent = nullptr);

    /// Reads the list; an unreadable file is set aside (.broken) and said, never overwritten. Wipes the people of
    /// accounts that had no contact for 7 days.
    [[nodiscard]] Result<> load();

    [[nodiscard]] const std::vector<Account>& all() const { return m_accounts; }
    [[nodiscard]] const Account* find(const QString& id) const;
    /// The one that was open last; nullopt at first.
    [[nodiscard]] std::optional<Account> current() const;
    void setCurrent(const QString& id);

    /// Enters (or renews) the account of a grant and makes it current.
    Account signedIn(const SignInGrant& grant, BackendKind kind);
    /// Wipes the cache of people, keeps the account in the list and its outbox rows.
    void signedOut(const QString& id);
    /// Takes the account off the list. Its cache goes; its outbox rows stay for when the same person comes back.
    void remove(const QString& id);
    void contacted(const QString& id, Millis at);
    void rename(const QString& id, const QString& workspaceName, const QString& userName);

    [[nodiscard]] static QString idFor(BackendKind kind, const QUrl& backend, const WorkspaceId& workspace,
                                       const QString& userId);
    [[nodiscard]] const Profile& profile() const { return m_profile; }

signals:
    void changed();

private:
    Profile m_profile;
    const Clock& m_clock;
    std::vector<Account> m_accounts;
    QString m_current;

    Account* at(const QString& id);
    void save();
    [[nodiscard]] Result<> read();
    void wipe(const Account& account);
};

}  // namespace refrain::console
