#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "console/table/cell.h"
#include "domain/actor.h"
#include "domain/preference.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace refrain::console {

class Engine;

/// What the Activity screen asks for; empty members do not filter.
struct AuditFilter {
    SubjectId subject;
    CategorySlug category;
    QStringList categories;  ///< Any of these, instead of one.
    QString actor;
    std::optional<Source> source;
    /// Choices that turned something to this, as the plots count them.
    std::optional<PreferenceState> became;
    std::optional<Millis> from;
    std::optional<Millis> to;
    friend bool operator==(const AuditFilter&, const AuditFilter&) = default;
};

/// One entry of the audit log, in words.
struct AuditRow {
    qint64 index = 0;
    std::optional<qint64> seq;  ///< None: refused, or an administrative act.
    Millis at = 0;
    QString type;  ///< "preference", "category", ...
    SubjectId subject;
    QString subjectName;  ///< From the cache; the id where the name is not known. Of a role whose it is.
    CategorySlug category;
    QString categoryTitle;  ///< The slug where the title is not known.
    QString actor;
    QString actorId;         ///< What AuditFilter::actor takes; empty for Refrain itself.
    bool byProgram = false;  ///< An API key's act.
    QString source;          ///< In words; empty where there is none.
    QString reason;
    QString ticket;
    std::optional<RequestedBy> requestedBy;  ///< Whose wish it was; none where it is not known.
    QString before;                          ///< In words: "default", "off", "snoozed until ...".
    QString after;
    bool refused = false;
    std::optional<Source> way;  ///< None: another program's word for it.
    StoredChoice found;         ///< Of a choice: what stood before it; and what it made of it.
    StoredChoice made;
    QString import;           ///< The id of the import that the change is of, or that undid it; empty: none.
    qint64 importLine = 0;    ///< Of its file; 0: not known.
    QString approvedBy = {};  ///< The second admin's name, where it needed one.
    QString leafHash;         ///< Hex, as recomputed here from the leaf's bytes.
};

struct AuditPage {
    std::vector<AuditRow> rows;  ///< Newest first.
    QString next;                ///< For the next page; empty: this is the last.
};

/// Whether the log is what it was: recomputed here from its leaves, never taken on trust.
struct LogState {
    enum class Kind {
        Unknown,    ///< Not checked yet.
        Checking,   ///< Leaves are being fetched: `verified` of `size`.
        Verified,   ///< Root recomputed, equal to the signed checkpoint, consistent with every checkpoint seen before.
        Rewritten,  ///< An alarm: a signature, a root or a consistency proof is wrong. Stays until somebody looks.
        Offline,    ///< Could not be asked; the last verified size stands.
    };
    Kind kind = Kind::Unknown;
    qint64 verified = 0;  ///< Leaves.
    qint64 size = 0;
    QString root;  ///< Hex of the root over `verified` leaves.
    std::optional<Millis> checkedAt;
    QString sentence;
    /// The log is signed by another key than the one trusted here: `offeredKey` is not empty, and trustNewLog() is a
    /// way out. Any other alarm has none: it is shown, and its evidence can be saved.
    QString knownKey;
    QString offeredKey;
    friend bool operator==(const LogState&, const LogState&) = default;
};

/// Reads the audit log for the Activity screen and recomputes its root. UI thread; the work is the engine's.
class AuditReader : public QObject {
    Q_OBJECT
public:
    /// REQUIRES: the engine outlives the reader.
    explicit AuditReader(Engine& engine, QObject* parent = nullptr);
    ~AuditReader() override;

    /// One page, newest first; `after` is the `next` of the page before, empty for the first.
    [[nodiscard]] QFuture<Result<AuditPage>> load(const AuditFilter& filter, const QString& after = {});
    /// Writes all entries that the filter lets through as CSV (RFC 4180, UTF-8 with a mark, no formulas) and answers
    /// how many. A file that could not be finished is not left behind. Cancel the future to give up.
    [[nodiscard]] QFuture<Result<qint64>> exportCsv(const AuditFilter& filter, const QString& path);
    [[nodiscard]] const LogState& state() const { return m_state; }
    /// Checks now, rather than with the next sync.
    void verify();
    /// Trusts the log signed by `vkey` from now on, and checks it. The old key and all that was seen under it stay on
    /// record. REQUIRES: state().offeredKey is `vkey`; anything else changes nothing.
    void trustNewLog(const QString& vkey);
    /// Writes what an alarm rests on as JSON: keys, signed checkpoints as they came, the proof that failed.
    [[nodiscard]] QFuture<Result<>> saveEvidence(const QString& path);

signals:
    void stateChanged(const refrain::console::LogState& state);
    void exportProgressed(qint64 written);

private:
    Engine& m_engine;
    LogState m_state;
};

}  // namespace refrain::console

Q_DECLARE_METATYPE(refrain::console::LogState)
