#pragma once

#include "console/table/categoryimpact.h"
#include "domain/category.h"

#include <QString>
#include <QStringList>

namespace refrain::ui {

/// The words of the Categories screen; the same in its list, its form and its questions.
[[nodiscard]] QString kindText(CategoryKind kind);
/// Who may turn an opt-out back on: "Only the person".
[[nodiscard]] QString resubscribeText(Resubscribe resubscribe);
/// What senders do while Refrain cannot be asked: "Do not send".
[[nodiscard]] QString onFailureText(OnFailure onFailure);
/// "Required", "Paused", "Archived"; empty for an ordinary one.
[[nodiscard]] QString statusText(const Category& category);
[[nodiscard]] QString titleOf(const Category& category);

/// What an edit means for people, as sentences, the gravest first. Never empty where something differs.
[[nodiscard]] QStringList impactWords(const Category& before, const Category& after,
                                      const console::CategoryImpact& impact);
/// Whether such an edit is asked about first: it overrides somebody's own no, touches many, or takes a category away.
[[nodiscard]] bool isGrave(const Category& before, const Category& after, const console::CategoryImpact& impact);

/// Why it cannot be saved as it is; empty: it can. `known`: all categories, archived ones too.
[[nodiscard]] QString faultOf(const Category& category, bool isNew, const std::vector<Category>& known);
/// "product-news" for "Product news": a slug to begin with.
[[nodiscard]] QString suggestedSlug(const QString& title);

}  // namespace refrain::ui
