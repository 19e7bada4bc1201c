#pragma once

#include "domain/category.h"
#include "service/usecases/editcontext.h"
#include "service/usecases/workspacewriter.h"

namespace refrain::service {

/// What became of an edit of a category.
struct CategoryOutcome {
    enum class Kind {
        Changed,
        Unchanged,
        Mismatch,       ///< 412: `category` is what stands there now.
        Conflict,       ///< 409: the slug was used before.
        Unknown,        ///< 404
        Unprocessable,  ///< 422 at `pointer`.
    };
    Kind kind = Kind::Unchanged;
    Category category;
    QString sentence;
    QString pointer;
};

/// Creates and edits categories. Each accepted edit is a change, whose number is the category's new version, and an
/// audit entry. A slug is never reused: categories are archived, not deleted. Any thread.
class CategoryWriter {
public:
    /// Runs inside the transaction, after everything else; an error undoes all.
    using BeforeCommit = std::function<Result<>(store::Database&, const CategoryOutcome&)>;
    /// Changes what it is handed; the slug and the version are not the editor's.
    using Edit = std::function<void(Category&)>;

    explicit CategoryWriter(WorkspaceWriter& writer) : m_writer(writer) {}

    /// As the position of a new category: after all others.
    static constexpr int atTheEnd = -1;

    [[nodiscard]] Result<CategoryOutcome> create(const WorkspaceId& workspace, const Category& category,
                                                 const EditContext& context, const BeforeCommit& beforeCommit = {});
    /// For `*` only `resubscribe` may change.
    [[nodiscard]] Result<CategoryOutcome> edit(const WorkspaceId& workspace, const CategorySlug& slug, const Edit& edit,
                                               const EditContext& context, const BeforeCommit& beforeCommit = {});

    /// The same inside a transaction of the caller's.
    [[nodiscard]] static Result<CategoryOutcome> editWithin(WorkspaceTransaction& transaction, const CategorySlug& slug,
                                                            const Edit& edit, const EditContext& context);

    /// What a fresh workspace starts with: `*` and four categories. Does nothing where there are any.
    [[nodiscard]] Result<> seed(const WorkspaceId& workspace);

private:
    WorkspaceWriter& m_writer;
};

}  // namespace refrain::service
