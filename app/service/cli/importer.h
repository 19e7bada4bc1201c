#pragma once

#include "service/imports/importdesk.h"
#include "wire/rowreader.h"

#include <QTextStream>

namespace refrain::service {

/// Takes a file of preferences over from the command line: an import like any other, some thousand rows at a time, so
/// beside a running backend too.
class Importer {
public:
    /// `progress`: gets a line for each row that was not taken over, and every 10,000 rows how far it is.
    Importer(ImportDesk& desk, Actor actor, QTextStream& progress)
        : m_desk(desk), m_context{Source::Api, std::move(actor), {}, {}}, m_progress(progress)
    {
    }

    /// How it went, in rows. What was written before an error stays written; importing the file again goes on from
    /// there. `name`: what the import is called.
    [[nodiscard]] Result<ImportCounts> run(const WorkspaceId& workspace, const QString& name, QIODevice& in,
                                           bool dryRun);

private:
    [[nodiscard]] Result<> readAll(wire::RowReader& reader);
    [[nodiscard]] Result<> send();

    ImportDesk& m_desk;
    EditContext m_context;
    QTextStream& m_progress;
    store::ImportKey m_key;  // without an id: nothing is written
    wire::ImportPart m_part;
    ImportCounts m_counts;
};

}  // namespace refrain::service
