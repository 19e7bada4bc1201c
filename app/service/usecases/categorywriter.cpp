#include "service/usecases/categorywriter.h"

#include "service/usecases/categoryrules.h"
#include "service/usecases/recordjson.h"
#include "store/categorystore.h"
#include "wire/category.h"

namespace refrain::service {

namespace {

using Kind = CategoryOutcome::Kind;

Result<> record(WorkspaceTransaction& transaction, const std::optional<Category>& before, const Category& after,
                const EditContext& context)
{
    AuditEntry entry;
    entry.type = QStringLiteral("category");
    entry.outcome = QStringLiteral("accepted");
    entry.seq = after.version;
    entry.source = context.source;
    entry.actor = context.actor;
    entry.reason = context.reason;
    entry.category = after.slug;
    entry.context = context.approval;
    if (before)
        entry.before = wire::toJson(*before);
    entry.after = wire::toJson(after);

    store::ChangeRecord change;
    change.type = QStringLiteral("category");
    change.category = after.slug;
    change.source = context.source;
    change.actor = context.actor;
    change.reason = context.reason;
    change.before = toText(entry.before);
    change.after = toText(entry.after);
    if (Result<qint64> seq = transaction.change(std::move(change)); !seq)
        return seq.error();
    if (Result<qint64> index = transaction.audit(std::move(entry)); !index)
        return index.error();
    return {};
}

Result<CategoryOutcome> keep(WorkspaceTransaction& transaction, const std::optional<Category>& before, Category after,
                             const EditContext& context)
{
    const Result<CategoryFault> fault = checkCategory(transaction.database(), transaction.workspace(), after, before);
    if (!fault)
        return fault.error();
    if (!fault->sentence.isEmpty())
        return CategoryOutcome{Kind::Unprocessable, before.value_or(after), fault->sentence, fault->pointer};
    const Result<qint64> seq = transaction.nextSeq();
    if (!seq)
        return seq.error();
    after.version = *seq;
    if (Result<> done = store::CategoryStore(transaction.database()).put(transaction.workspace(), after); !done)
        return done.error();
    if (Result<> done = record(transaction, before, after, context); !done)
        return done.error();
    return CategoryOutcome{Kind::Changed, after, {}, {}};
}

Result<CategoryOutcome> editOne(WorkspaceTransaction& transaction, const CategorySlug& slug,
                                const CategoryWriter::Edit& edit, const EditContext& context)
{
    const auto known = store::CategoryStore(transaction.database()).find(transaction.workspace(), slug);
    if (!known)
        return known.error();
    if (!*known)
        return CategoryOutcome{
            Kind::Unknown, {}, QStringLiteral("There is no category “%1”.").arg(slug.toString()), {}};
    if (context.ifMatch && *context.ifMatch != (*known)->version)
        return CategoryOutcome{
            Kind::Mismatch,
            **known,
            QStringLiteral("The category was changed meanwhile, so this edit was not made. Look at it and edit again."),
            {}};
    Category after = **known;
    edit(after);
    after.slug = slug;
    after.version = (*known)->version;
    if (after == **known)
        return CategoryOutcome{Kind::Unchanged, after, {}, {}};
    return keep(transaction, *known, std::move(after), context);
}

Result<int> nextPosition(WorkspaceTransaction& transaction)
{
    const Result<qint64> last = transaction.database().number(
        "SELECT max(position) FROM categories WHERE workspace = ?", {transaction.workspace()});
    return last ? Result<int>(int(*last) + 1) : last.error();
}

Result<CategoryOutcome> createOne(WorkspaceTransaction& transaction, Category category, const EditContext& context)
{
    const auto known = store::CategoryStore(transaction.database()).find(transaction.workspace(), category.slug);
    if (!known)
        return known.error();
    if (*known)
        return CategoryOutcome{
            Kind::Conflict, **known,
            QStringLiteral("There is or was a category “%1” already, and a slug is never used again.")
                .arg(category.slug.toString()),
            QStringLiteral("/slug")};
    if (category.position == CategoryWriter::atTheEnd) {
        const Result<int> position = nextPosition(transaction);
        if (!position)
            return position.error();
        category.position = *position;
    }
    return keep(transaction, std::nullopt, std::move(category), context);
}

Result<CategoryOutcome> finished(WorkspaceTransaction& transaction, Result<CategoryOutcome> outcome,
                                 const CategoryWriter::BeforeCommit& beforeCommit)
{
    if (outcome && beforeCommit) {
        if (Result<> done = beforeCommit(transaction.database(), *outcome); !done)
            return done.error();
    }
    return outcome;
}

}  // namespace

Result<CategoryOutcome> CategoryWriter::create(const WorkspaceId& workspace, const Category& category,
                                               const EditContext& context, const BeforeCommit& beforeCommit)
{
    return m_writer.write<CategoryOutcome>(workspace, [&](WorkspaceTransaction& transaction) {
        return finished(transaction, createOne(transaction, category, context), beforeCommit);
    });
}

Result<CategoryOutcome> CategoryWriter::edit(const WorkspaceId& workspace, const CategorySlug& slug, const Edit& edit,
                                             const EditContext& context, const BeforeCommit& beforeCommit)
{
    return m_writer.write<CategoryOutcome>(workspace, [&](WorkspaceTransaction& transaction) {
        return finished(transaction, editOne(transaction, slug, edit, context), beforeCommit);
    });
}

Result<CategoryOutcome> CategoryWriter::editWithin(WorkspaceTransaction& transaction, const CategorySlug& slug,
                                                   const Edit& edit, const EditContext& context)
{
    return editOne(transaction, slug, edit, context);
}

Result<> CategoryWriter::seed(const WorkspaceId& workspace)
{
    return m_writer.write<void>(workspace, [&](WorkspaceTransaction& transaction) -> Result<> {
        const Result<qint64> known =
            transaction.database().number("SELECT count(*) FROM categories WHERE workspace = ?", {workspace});
        if (!known)
            return known.error();
        if (*known > 0)
            return {};
        const EditContext context{Source::Policy, Actor{}, QStringLiteral("What a new workspace starts with."), {}};
        store::CategoryStore categories(transaction.database());
        for (Category category : firstCategories()) {
            const Result<qint64> seq = transaction.nextSeq();
            if (!seq)
                return seq.error();
            category.version = *seq;
            if (Result<> done = categories.put(workspace, category); !done)
                return done;
            if (Result<> done = record(transaction, std::nullopt, category, context); !done)
                return done;
        }
        return {};
    });
}

}  // namespace refrain::service
