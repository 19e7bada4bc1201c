#pragma once

#include "service/imports/importdesk.h"

#include <QHash>

namespace refrain::service {

/// Works out what the rows of one part come to, inside one transaction.
class ImportPartRun {
public:
    ImportPartRun(WorkspaceTransaction& transaction, PreferenceWriter& preferences, const Import& import, bool dryRun)
        : m_transaction(transaction), m_preferences(preferences), m_import(import), m_dryRun(dryRun)
    {
    }

    /// Applies what can be, keeps what waits, notes which numbers of the feed it took.
    [[nodiscard]] Result<ImportDesk::Taken> run(const std::vector<wire::ImportRow>& rows);

private:
    /// Which of the rows name somebody by id.
    [[nodiscard]] Result<> lookAhead(const std::vector<wire::ImportRow>& rows);
    [[nodiscard]] Result<> sort(const wire::ImportRow& row);
    /// As subjectNamed() has it.
    [[nodiscard]] Result<std::optional<SubjectId>> subjectOf(const SubjectId& name);
    [[nodiscard]] Result<bool> isKnown(const CategorySlug& category);
    [[nodiscard]] Result<> keep(const wire::ImportRow& row, const ChangeRequest& request);
    /// Where somebody chose after the rows were checked, their word stands.
    [[nodiscard]] Result<> guard();
    [[nodiscard]] Result<> apply();
    void tell(const ChangeRequest& request, qint64 line, const ChangeOutcome& outcome);
    /// So that whoever looks later sees which rows were not taken over.
    [[nodiscard]] Result<> noteLeft();

    WorkspaceTransaction& m_transaction;
    PreferenceWriter& m_preferences;
    const Import& m_import;
    bool m_dryRun;
    ImportDesk::Taken m_taken;
    std::vector<ChangeRequest> m_requests;
    std::vector<qint64> m_lines;
    QHash<CategorySlug, bool> m_categories;
    QHash<SubjectId, SubjectId> m_known;
};

}  // namespace refrain::service
