#include "wire/category.h"

#include "wire/fieldreader.h"

namespace refrain::wire {

namespace {

constexpr qsizetype longestTitle = 100;
constexpr qsizetype longestText = 1000;

std::optional<bool> defaultFromString(const QString& name)
{
    if (name == QLatin1String("opted_in"))
        return true;
    if (name == QLatin1String("opted_out"))
        return false;
    return std::nullopt;
}

void readText(FieldReader& in, const char* key, qsizetype longest, QString& text)
{
    if (in.has(key))
        text = in.words(key, longest);
}

/// Every field but slug and version, where the object holds it.
void readFields(FieldReader& in, Category& category)
{
    readText(in, "title", longestTitle, category.title);
    readText(in, "description", longestText, category.description);
    readText(in, "requiredReason", longestText, category.requiredReason);
    category.kind = in.word("kind", categoryKindFromString, category.kind);
    if (in.has("parent"))
        category.parent = CategorySlug(in.text("parent"));
    category.defaultIn = in.word("defaultState", defaultFromString, category.defaultIn);
    category.required = in.flag("required", category.required);
    category.paused = in.flag("paused", category.paused);
    category.resubscribe = in.word("resubscribe", resubscribeFromString, category.resubscribe);
    category.onFailure = in.word("onFailure", onFailureFromString, category.onFailure);
    const qint64 position = in.number("position", category.position);
    if (position < 0 || position > 100'000)
        in.fail("position", QStringLiteral("This must lie between 0 and 100000."));
    else
        category.position = int(position);
    category.archived = in.flag("archived", category.archived);
}

}  // namespace

QJsonObject toJson(const Category& category)
{
    return {
        {QStringLiteral("slug"), category.slug.toString()},
        {QStringLiteral("title"), category.title},
        {QStringLiteral("description"), category.description},
        {QStringLiteral("kind"), toString(category.kind)},
        {QStringLiteral("parent"), orNull(category.parent.toString())},
        {QStringLiteral("defaultState"), category.defaultIn ? QStringLiteral("opted_in") : QStringLiteral("opted_out")},
        {QStringLiteral("required"), category.required},
        {QStringLiteral("requiredReason"), category.requiredReason},
        {QStringLiteral("paused"), category.paused},
        {QStringLiteral("resubscribe"), toString(category.resubscribe)},
        {QStringLiteral("onFailure"), toString(category.onFailure)},
        {QStringLiteral("position"), category.position},
        {QStringLiteral("archived"), category.archived},
        {QStringLiteral("version"), category.version},
    };
}

Result<Category> categoryFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    Category category;
    const QString slug = in.requiredText("slug");
    if (!slug.isEmpty() && !isCategorySlug(slug))
        in.fail("slug", QStringLiteral("A slug has 1 to 64 lower-case letters, digits and inner hyphens."));
    category.slug = CategorySlug(slug);
    readFields(in, category);
    category.version = in.number("version", 0);
    if (const Result<> done = in.done(); !done)
        return done.error();
    return category;
}

Result<Category> patched(Category current, const QJsonObject& patch)
{
    FieldReader in(patch);
    readFields(in, current);
    if (const Result<> done = in.done(); !done)
        return done.error();
    return current;
}

}  // namespace refrain::wire
