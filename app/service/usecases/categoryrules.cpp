#include "service/usecases/categoryrules.h"

#include "store/categorystore.h"

#include <QStringList>

namespace refrain::service {

namespace {

CategoryFault fault(const char* pointer, const char* sentence)
{
    return {QString::fromLatin1(pointer), QString::fromUtf8(sentence)};
}

CategoryFault checkShape(const Category& category)
{
    if (!isCategorySlug(category.slug.toString()) || category.slug == everyCategory())
        return fault("/slug", "A slug is made of lower-case letters, digits and inner hyphens, 64 at most.");
    if (category.title.trimmed().isEmpty() || category.title.size() > 80)
        return fault("/title", "A title has 1 to 80 characters.");
    if (category.description.size() > 500)
        return fault("/description", "A description has 500 characters at most.");
    if (category.requiredReason.size() > 500)
        return fault("/requiredReason", "A reason has 500 characters at most.");
    if (category.required && category.requiredReason.trimmed().isEmpty())
        return fault("/requiredReason", "A category that nobody can leave needs the reason why.");
    if (category.required && category.paused)
        return fault("/paused", "A required category cannot be paused.");
    return {};
}

/// Words that `/optout` understands as something else, so that no category could be meant by them.
bool isWordOfCommands(const CategorySlug& slug)
{
    static const QStringList words{
        QStringLiteral("all"),    QStringLiteral("everything"),  QStringLiteral("undo"),   QStringLiteral("status"),
        QStringLiteral("help"),   QStringLiteral("list"),        QStringLiteral("stop"),   QStringLiteral("quit"),
        QStringLiteral("end"),    QStringLiteral("unsubscribe"), QStringLiteral("cancel"), QStringLiteral("revoke"),
        QStringLiteral("optout"), QStringLiteral("opt-out")};
    return words.contains(slug.toString());
}

/// The policy of all optional messages is nothing but who may turn it back.
CategoryFault checkEvery(const Category& category, const Category& known)
{
    Category allowed = known;
    allowed.resubscribe = category.resubscribe;
    return category == allowed ? CategoryFault() : fault("", "Of “*” only “resubscribe” can be changed.");
}

Result<CategoryFault> checkParent(store::Database& database, const WorkspaceId& workspace, const Category& category)
{
    if (category.parent.isEmpty())
        return CategoryFault();
    if (category.parent == category.slug || category.parent == everyCategory())
        return fault("/parent", "A category's parent is another category, and not “*”.");
    const auto parent = store::CategoryStore(database).find(workspace, category.parent);
    if (!parent)
        return parent.error();
    if (!*parent)
        return fault("/parent", "There is no such category.");
    if (!(*parent)->parent.isEmpty())
        return fault("/parent", "A category that has a parent itself cannot be one.");
    const Result<qint64> children = database.number(
        "SELECT count(*) FROM categories WHERE workspace = ? AND parent = ?", {workspace, category.slug});
    if (!children)
        return children.error();
    if (*children > 0)
        return fault("/parent", "A category that is a parent itself cannot have one.");
    return CategoryFault();
}

Category category(const char* slug, const char* title, const char* description, int position)
{
    Category category;
    category.slug = CategorySlug(QString::fromLatin1(slug));
    category.title = QString::fromUtf8(title);
    category.description = QString::fromUtf8(description);
    category.position = position;
    return category;
}

}  // namespace

Result<CategoryFault> checkCategory(store::Database& database, const WorkspaceId& workspace, const Category& category,
                                    const std::optional<Category>& known)
{
    if (known && known->slug == everyCategory())
        return checkEvery(category, *known);
    const CategoryFault shape = checkShape(category);
    if (!shape.sentence.isEmpty())
        return shape;
    if (!known && isWordOfCommands(category.slug))
        return fault("/slug", "In Slack's commands this word means something else. Choose another slug.");
    if (known && known->parent == category.parent)
        return CategoryFault();
    return checkParent(database, workspace, category);
}

std::vector<Category> firstCategories()
{
    Category security =
        category("security", "Security notices", "Sign-ins, passwords and anything that puts an account at risk.", 4);
    security.required = true;
    security.requiredReason = QStringLiteral("People must learn of a risk to their account, so these always arrive.");
    security.onFailure = OnFailure::Deliver;
    return {
        category("*", "All optional messages", "Everything that a person can switch off, in one go.", 0),
        category("reminders", "Reminders", "Nudges about something that waits for an answer or is due.", 1),
        category("product-news", "Product news", "What is new in the tools and services of this workspace.", 2),
        category("surveys", "Surveys", "Questions about how things are going, and requests for feedback.", 3),
        security,
    };
}

}  // namespace refrain::service
