#pragma once

#include "base/id.h"

#include <QString>

#include <optional>

namespace refrain {

enum class CategoryKind { Message, DataUse, Feature };
/// Who may turn back an opt-out (design, "Who may turn back an opt-out").
enum class Resubscribe { Anyone, UserOnly, Never };
/// What a sender does while no decision can be had.
enum class OnFailure { Skip, Deliver };

[[nodiscard]] QString toString(CategoryKind kind);
[[nodiscard]] std::optional<CategoryKind> categoryKindFromString(const QString& name);
[[nodiscard]] QString toString(Resubscribe resubscribe);
[[nodiscard]] std::optional<Resubscribe> resubscribeFromString(const QString& name);
[[nodiscard]] QString toString(OnFailure onFailure);
[[nodiscard]] std::optional<OnFailure> onFailureFromString(const QString& name);

/// Something a person can switch off. The slug `*` holds the policy of all optional messages.
struct Category {
    CategorySlug slug;
    QString title;
    QString description;
    CategoryKind kind = CategoryKind::Message;
    CategorySlug parent;  ///< Empty: none.
    bool defaultIn = true;
    bool required = false;
    QString requiredReason;
    bool paused = false;
    Resubscribe resubscribe = Resubscribe::UserOnly;
    OnFailure onFailure = OnFailure::Skip;
    int position = 0;
    bool archived = false;
    qint64 version = 0;

    friend bool operator==(const Category&, const Category&) = default;
};

/// Lower-case letters, digits and inner hyphens, 1 to 64 characters; or `*`.
[[nodiscard]] bool isCategorySlug(const QString& text);

}  // namespace refrain
