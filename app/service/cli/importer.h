#pragma once

#include "service/cli/rowreader.h"
#include "service/usecases/preferencewriter.h"

#include <QTextStream>

namespace refrain::service {

/// How an import went, in rows.
struct ImportSummary {
    qint64 changed = 0;
    qint64 unchanged = 0;
    qint64 refused = 0;  ///< By policy: what was chosen here stands. Told by line.
    qint64 unknown = 0;  ///< Nobody here, or no such category. Told by line.
    qint64 broken = 0;   ///< Not to be read. Told by line.
};

/// Applies a file of preferences with source `import`, some hundred rows at a time, through PreferenceWriter: so
/// beside a running backend too. Never turns an opt-out back.
class Importer {
public:
    /// `progress`: gets a line for each row that was not applied, and every 10,000 rows how far it is.
    Importer(store::DatabasePool& pool, PreferenceWriter& writer, const Clock& clock, Actor actor,
             QTextStream& progress)
        : m_pool(pool), m_writer(writer), m_clock(clock), m_actor(std::move(actor)), m_progress(progress)
    {
    }

    /// What was written before an error stays written; importing the file again goes on from there.
    [[nodiscard]] Result<ImportSummary> run(const WorkspaceId& workspace, QIODevice& in, bool dryRun);

private:
    struct Wish {
        qint64 line = 0;
        ChangeRequest request;
    };
    [[nodiscard]] Result<> take(const WorkspaceId& workspace, const ImportRow& row);
    [[nodiscard]] Result<> apply(const WorkspaceId& workspace, bool dryRun);
    [[nodiscard]] Result<ChangeRequest> requestOf(const WorkspaceId& workspace, const ImportRow& row);
    [[nodiscard]] Result<SubjectId> subjectOf(const WorkspaceId& workspace, const QString& named);
    void tell(qint64 line, const QString& sentence);

    store::DatabasePool& m_pool;
    PreferenceWriter& m_writer;
    const Clock& m_clock;
    Actor m_actor;
    QTextStream& m_progress;
    std::vector<Wish> m_wishes;
    ImportSummary m_summary;
};

}  // namespace refrain::service
