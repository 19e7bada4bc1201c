#include "domain/category.h"

#include "base/enumnames.h"

#include <QRegularExpression>

namespace refrain {

namespace {

constexpr EnumNames<CategoryKind, 3> categoryKindNames{{{
    {CategoryKind::Message, "message"},
    {CategoryKind::DataUse, "data_use"},
    {CategoryKind::Feature, "feature"},
}}};

constexpr EnumNames<Resubscribe, 3> resubscribeNames{{{
    {Resubscribe::Anyone, "anyone"},
    {Resubscribe::UserOnly, "user_only"},
    {Resubscribe::Never, "never"},
}}};

constexpr EnumNames<OnFailure, 2> onFailureNames{{{
    {OnFailure::Skip, "skip"},
    {OnFailure::Deliver, "deliver"},
}}};

}  // namespace

QString toString(CategoryKind value)
{
    return categoryKindNames.name(value);
}

std::optional<CategoryKind> categoryKindFromString(const QString& name)
{
    return categoryKindNames.value(name);
}

QString toString(Resubscribe value)
{
    return resubscribeNames.name(value);
}

std::optional<Resubscribe> resubscribeFromString(const QString& name)
{
    return resubscribeNames.value(name);
}

QString toString(OnFailure value)
{
    return onFailureNames.name(value);
}

std::optional<OnFailure> onFailureFromString(const QString& name)
{
    return onFailureNames.value(name);
}

bool isCategorySlug(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral("^(\\*|[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?)$"));
    return shape.match(text).hasMatch();
}

}  // namespace refrain
