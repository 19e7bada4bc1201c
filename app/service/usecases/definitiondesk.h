#pragma once

#include "service/usecases/editcontext.h"
#include "service/usecases/workspacewriter.h"
#include "store/definitionstore.h"

#include <functional>

namespace refrain::service {

struct DefinitionOutcome {
    enum class Kind {
        Changed,
        Unchanged,
        Mismatch,  ///< 412: it was changed meanwhile; `definition` is as it is now.
    };
    Kind kind = Kind::Changed;
    store::Definition definition;
};

/// Keeps definitions of one kind: who may edit has been settled, what is stored has been checked, every edit is
/// audited. Any thread; borrowed objects outlive it.
class DefinitionDesk {
public:
    struct Rules {
        QString kind;  ///< As the log and the table call it: `template`.
        /// The body to store for what is wished, with every field; Invalid with a pointer where it cannot be. May take
        /// seconds: it runs outside of every transaction.
        std::function<Result<QJsonObject>(const WorkspaceId&, const QString& slug, const QJsonObject& wish)> check;
        /// What the log keeps of a body; the log outlives everything, so nothing long and no text to people.
        std::function<QJsonObject(const QJsonObject&)> forLog;
        /// Fields whose objects a patch merges, null removing what it names (RFC 7396); all others it replaces.
        QStringList merged = {};
    };
    /// Runs inside the transaction, after everything else; an error undoes all.
    using BeforeCommit = std::function<Result<>(store::Database&, const DefinitionOutcome&)>;

    DefinitionDesk(store::DatabasePool& pool, WorkspaceWriter& writer, Rules rules)
        : m_pool(pool), m_writer(writer), m_rules(std::move(rules))
    {
    }

    [[nodiscard]] const QString& kind() const { return m_rules.kind; }

    /// NotFound where there is none.
    [[nodiscard]] Result<store::Definition> find(const WorkspaceId& workspace, const QString& slug);
    /// What an edit would store; stores nothing.
    [[nodiscard]] Result<QJsonObject> checked(const WorkspaceId& workspace, const QString& slug,
                                              const QJsonObject& patch);
    /// By slug, after the slug `after`.
    [[nodiscard]] Result<std::vector<store::Definition>> list(const WorkspaceId& workspace, const QString& after,
                                                              int limit);

    /// Conflict where the slug is taken. REQUIRES: isCategorySlug(slug).
    [[nodiscard]] Result<DefinitionOutcome> create(const WorkspaceId& workspace, const QString& slug,
                                                   const QJsonObject& wish, const EditContext& context,
                                                   const BeforeCommit& beforeCommit = {});
    /// Fields that `patch` does not hold stay, null sets one back, and of the merged ones so do their parts. NotFound
    /// where there is none.
    [[nodiscard]] Result<DefinitionOutcome> edit(const WorkspaceId& workspace, const QString& slug,
                                                 const QJsonObject& patch, const EditContext& context,
                                                 const BeforeCommit& beforeCommit = {});

private:
    /// Stores `body` where the definition still has the version it was made from; none: it was changed meanwhile.
    [[nodiscard]] Result<std::optional<DefinitionOutcome>> keep(const WorkspaceId& workspace,
                                                                const store::Definition& before,
                                                                const QJsonObject& body, const EditContext& context,
                                                                const BeforeCommit& beforeCommit);
    [[nodiscard]] Result<> record(WorkspaceTransaction& transaction, const store::Definition& before,
                                  const store::Definition& after, const EditContext& context) const;

    store::DatabasePool& m_pool;
    WorkspaceWriter& m_writer;
    Rules m_rules;
};

}  // namespace refrain::service
