#pragma once

#include "console/bulk/bulkrun.h"
#include "console/imports/importcalls.h"
#include "console/imports/importfile.h"
#include "console/imports/unfinishedimport.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace refrain::console {

/// One file on its way in, from the first look to the last row: all of it is checked, by dry runs, and then taken over
/// part by part. UI thread; the file is read on others, the work is done at the backend.
///
///     Idle -> Checking -> Checked -> Applying -> Done
///                                      |-> Stopping -> Stopped -> Applying …
///                                      '-> Stuck -> Applying …
///
/// Each part is one transaction of the backend with a key of its own: whatever is interrupted, only whole changes are
/// left, and going on takes nothing twice. Whoever chose between the check and the import keeps their word. Where large
/// acts need a second admin, the backend keeps the parts until all are there: what it does then, its import says.
class ImportRun final : public QObject {
    Q_OBJECT
public:
    enum class Stage { Idle, Checking, Checked, Applying, Stopping, Stopped, Stuck, Done };
    static constexpr std::size_t checkingPart = 5'000;
    static constexpr std::size_t applyingPart = 2'000;
    /// More changes are counted and not listed.
    static constexpr std::size_t mostChanges = 1'000;

    ImportRun(ImportCalls calls, const Clock& clock, QObject* parent = nullptr);
    ~ImportRun() override;

    /// A newer check drops an older one. REQUIRES: nothing was applied.
    void check(const ImportFile::Plan& plan);
    /// REQUIRES: Checked.
    void apply(bool tell);
    void stop();
    void goOn();
    /// Goes on with an import that an earlier console began, behind the rows that the backend has. REQUIRES: Idle.
    void resume(const UnfinishedImport& begun, const Import& import);
    /// What resume() needs later. REQUIRES: hasBegun().
    [[nodiscard]] UnfinishedImport unfinished() const { return {m_import.id, m_key, m_stamp, m_plan}; }
    /// Ends an import that was stopped where it is.
    void end();
    /// Whether changes of so many people need a second admin; nothing does where it is not set.
    void setNeedsApproval(std::function<bool(qint64 people)> needs) { m_needsApproval = std::move(needs); }
    [[nodiscard]] bool needsApproval() const;
    /// Of a check: how many people it would change, those who are not here yet among them.
    [[nodiscard]] qint64 people() const { return qint64(m_people.size()); }
    /// Before a part that failed is sent again; doubled with every try.
    void setPause(int milliseconds) { m_pauseMs = milliseconds; }

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] bool isUnderWay() const;
    [[nodiscard]] bool hasBegun() const { return !m_import.id.isEmpty(); }
    [[nodiscard]] const ImportFile::Plan& plan() const { return m_plan; }
    /// Of the check, then of what was taken over.
    [[nodiscard]] const ImportCounts& counts() const { return m_counts; }
    /// Of a check what would change, as far as it is listed.
    [[nodiscard]] const std::vector<wire::ImportItem>& changes() const { return m_changes; }
    /// What is not taken over, all of it, by line; rows that wait as well.
    [[nodiscard]] const std::vector<wire::ImportItem>& left() const { return m_left; }
    /// In bytes of the file while it is checked, then in rows.
    [[nodiscard]] const BulkRun::Progress& progress() const { return m_progress; }
    [[nodiscard]] const Import& import() const { return m_import; }
    [[nodiscard]] const QString& problem() const { return m_problem; }

signals:
    void stageChanged();
    void progressed();

private:
    template <class T, class Then>
    void then(QFuture<Result<T>> future, Then taken);
    void enter(Stage stage);
    [[nodiscard]] bool begin(Stage stage);
    void readNext();
    void sendNext();
    void send();
    void take(const Result<ImportCalls::Taken>& taken);
    void finish();
    void fail(const Error& error);
    void follow();
    [[nodiscard]] bool isDry() const { return m_stage == Stage::Checking; }

    ImportCalls m_calls;
    const Clock& m_clock;
    ImportFile::Plan m_plan;
    std::shared_ptr<ImportFile> m_file;
    QFuture<Result<ImportFile::Piece>> m_next;  // read while the backend works on the one before
    ImportCalls::Rows m_part;
    qint64 m_partBytes = 0;
    Stage m_stage = Stage::Idle;
    ImportCounts m_counts;
    std::vector<wire::ImportItem> m_changes;
    std::vector<wire::ImportItem> m_left;
    BulkRun::Progress m_progress;
    Import m_import;
    qint64 m_rows = 0;     // of the file, once it was checked
    qint64 m_ground = -1;  // the workspace's sequence when it was checked
    QString m_stamp;       // of the file then
    QString m_problem;
    QByteArray m_key;
    quint64 m_generation = 0;
    int m_attempts = 0;
    int m_pauseMs = 500;
    QTimer m_again;
    QTimer m_follow;             // while the backend takes over what it gathered
    QSet<std::size_t> m_people;  // hashes of their ids
    std::function<bool(qint64)> m_needsApproval;
};

}  // namespace refrain::console
