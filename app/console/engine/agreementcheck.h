#pragma once

#include "console/desk/deskstatus.h"
#include "console/engine/api.h"
#include "console/engine/backoff.h"
#include "console/engine/cachestore.h"
#include "domain/digest.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace refrain::console {

/// Asks whether console and backend hold the same preferences, by digests at the same sequence number. Where they do
/// not, it halves the range until it knows whose, fetches those again, and compares once more. Engine thread.
class AgreementCheck : public QObject {
    Q_OBJECT
public:
    /// What the journal calls one.
    [[nodiscard]] static QString title() { return tr("Agreement check"); }

    /// `feedSeq` says up to where the cache follows the backend; negative: not at all yet. `backoff` says how long to
    /// wait for changes that are on their way.
    AgreementCheck(Api& api, CacheStore& cache, const Clock& clock, std::function<qint64()> feedSeq,
                   const Backoff& backoff, QObject* parent = nullptr);

    void check();
    /// The same after changes came into force, without a word as long as they still agree.
    void recheck();
    [[nodiscard]] const Agreement& state() const { return m_state; }

signals:
    void stateChanged(const refrain::console::Agreement& agreement);
    /// Fetched anew, already in the cache.
    void learned(const refrain::Preference& preference);

private:
    struct Range {
        size_t first = 0;  ///< Positions in m_subjects.
        size_t last = 0;   ///< One past the end.
    };
    struct OneSubject {
        QByteArray id;
        PreferenceDigest digest;
    };

    Api& m_api;
    CacheStore& m_cache;
    const Clock& m_clock;
    std::function<qint64()> m_feedSeq;
    Backoff m_backoff;
    Agreement m_state;
    bool m_busy = false;
    bool m_quiet = false;
    qint64 m_choices = 0;
    int m_attempts = 0;
    int m_repaired = 0;
    int m_requests = 0;
    bool m_mayRepair = true;
    std::vector<OneSubject> m_subjects;  ///< While repairing: all subjects by id.
    std::vector<Range> m_suspects;
    std::vector<QByteArray> m_toFetch;
    Millis m_startedAt = 0;

    void begin();
    void ask();
    void compare(const QJsonObject& answer);
    void again();
    void repair();
    void nextSuspect();
    void judgeRange(const Range& range, const QJsonObject& answer);
    void fetchNext();
    void conclude(Agreement::Kind kind, const QString& sentence);
    void rememberAgreement();
    [[nodiscard]] Result<PreferenceDigest> localDigest();
    [[nodiscard]] ApiRequest digestRequest(const QByteArray& from, const QByteArray& to) const;
};

}  // namespace refrain::console
