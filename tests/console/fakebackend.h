#pragma once

#include "base/clock.h"
#include "domain/change.h"
#include "domain/digest.h"
#include "domain/merkletree.h"
#include "domain/signednote.h"
#include "domain/subject.h"
#include "net/transport.h"
#include "tests/support/fixedrandom.h"

#include <QHash>
#include <QMutex>
#include <QPromise>
#include <QUrlQuery>

#include <map>
#include <memory>
#include <vector>

namespace refrain::test {

/// A backend behind the transport's seam: the contract's rules in memory, and the faults a test asks for. Any thread.
class FakeBackend final : public net::Transport {
public:
    explicit FakeBackend(const Clock& clock);
    ~FakeBackend() override;

    [[nodiscard]] QFuture<Result<net::HttpReply>> send(net::HttpRequest request) override;

    // The world; call before the desk starts or in between.
    void addSubject(const Subject& subject);
    void addCategory(const Category& category);
    [[nodiscard]] Category category(const QString& slug) const;
    /// A change by somebody else.
    Preference changeAs(const Actor& actor, Source source, const QString& subject, const QString& category,
                        PreferenceState state);
    [[nodiscard]] Preference preference(const QString& subject, const QString& category) const;
    [[nodiscard]] qint64 seq() const;
    [[nodiscard]] int auditSize() const;

    /// What /stats answers.
    void setStats(const QJsonObject& stats);

    // Faults.
    void setOffline(bool offline);
    void setRole(Role role) { m_role = role; }  ///< Of whoever signs in from now on.
    [[nodiscard]] Role role() const { return m_role; }
    void setDirectoryRead(bool read);  ///< Whether it has read its directory from Slack once.
    /// Stopped as by SIGSTOP: takes requests and answers none until it goes on; then those cut off fail.
    void setHung(bool hung);
    void revokeSessions();
    /// Another console's backend answers at this address: it refuses this one's launch secret.
    void setStranger(bool stranger);
    void forgetOldChanges();       ///< The feed's next answer is 410.
    void loseReplies(int writes);  ///< So many PUTs are applied, and their answers lost.
    void failWrites(int count, int status);
    void spoilDigests(int count);
    void hideTurnedBack();         ///< Lists only explicit choices, as a backend may.
    void rewriteLog();             ///< Another history of the same length, properly signed.
    void setUpAnew();              ///< An empty log, signed by another key.
    void keepMoving(int digests);  ///< So many digests are of a moment that the feed has not told of yet.
    void forgetPreference(const QString& subject, const QString& category);  ///< Without telling the feed.

    // What came.
    /// Of any method where it is empty.
    [[nodiscard]] int count(const QByteArray& method, const QString& pathPart) const;
    [[nodiscard]] QStringList keysOfWrites() const;

private:
    struct Waiting {
        std::shared_ptr<QPromise<Result<net::HttpReply>>> promise;
        qint64 after = 0;
    };
    using Key = std::pair<QString, QString>;

    mutable QMutex m_mutex;
    const Clock& m_clock;
    FixedRandom m_random;
    NoteSigner m_signer;
    std::map<QString, Subject> m_subjects;
    std::map<QString, Category> m_categories;
    std::map<Key, Preference> m_preferences;
    std::vector<QJsonObject> m_changes;
    std::vector<QJsonObject> m_audit;
    MemoryTree m_tree;
    QHash<QString, net::HttpReply> m_kept;  ///< By Idempotency-Key.
    std::vector<Waiting> m_waiting;
    std::vector<std::pair<QByteArray, QString>> m_requests;
    QStringList m_writeKeys;
    Role m_role = Role::Admin;
    QJsonObject m_stats;
    bool m_offline = false;
    bool m_hung = false;
    bool m_directoryRead = true;
    std::vector<std::shared_ptr<QPromise<Result<net::HttpReply>>>> m_unanswered;  ///< While it hung.
    bool m_revoked = false;
    bool m_stranger = false;
    bool m_gone = false;
    bool m_hideTurnedBack = false;
    int m_lostReplies = 0;
    int m_failingWrites = 0;
    int m_failingStatus = 500;
    int m_spoiltDigests = 0;
    int m_movingDigests = 0;
    int m_tokens = 0;

    net::HttpReply answer(const net::HttpRequest& request, const QString& path, const QUrlQuery& query);
    net::HttpReply write(const net::HttpRequest& request, const QString& subject, const QString& category);
    net::HttpReply writeCategory(const net::HttpRequest& request, const QString& path);
    net::HttpReply list(const QString& path, const QUrlQuery& query);
    net::HttpReply changes(qint64 after) const;
    net::HttpReply auditReply(const QString& path, const QUrlQuery& query);
    Preference current(const Key& key) const;
    void record(const Preference& before, Preference after, const QString& outcome);
    void wake();
    void answerWaiting(const Result<net::HttpReply>& reply);
};

}  // namespace refrain::test
