#pragma once

#include "domain/category.h"
#include "domain/snoozeend.h"

#include <vector>

namespace refrain {

/// What the words behind /optout or /optin, or in a message to the app, ask for. Only what is said exactly is acted
/// upon; whatever is merely like something comes back as a question.
struct SpokenWish {
    enum class Kind {
        Nothing,     ///< No words: show what there is.
        Category,    ///< `category`, named exactly.
        Several,     ///< `categories`, each named exactly.
        Everything,  ///< All optional messages: ask first.
        Stop,        ///< One of the law's words alone: all optional messages, at once.
        Undo,
        Status,
        Help,
        NearMiss,  ///< No category is called so; `nearest` come close.
        BadTime,   ///< `category` or everything, but what stands behind it is no time that can be used: `fault`.
        Unclear,
    };
    Kind kind = Kind::Unclear;
    CategorySlug category;
    std::vector<CategorySlug> categories;  ///< In the order in which they were named, each once.
    std::vector<CategorySlug> nearest;
    std::optional<Millis> until;  ///< A snooze until then, instead of an opt-out.
    SnoozeFault fault = SnoozeFault::None;
    QString written;        ///< The words that were to be a time.
    bool saidStop = false;  ///< One of the law's words is among them: never to be read as a wish to opt in.
};

/// What the words are read against.
struct SpokenContext {
    const std::vector<Category>& categories;  ///< Archived ones included: what they are called is answered, too.
    Millis now = 0;
    QTimeZone zone;  ///< The person's own.
};

/// Longer texts are no wish: they are not read at all.
inline constexpr qsizetype longestWish = 300;

/// Reads what follows a command: a category's slug or title, or several with commas or “and”, `all`, `undo`, `status`,
/// `help`, the law's words (stop, quit, end, unsubscribe, cancel, revoke, opt out), alone or before a category, and a
/// time behind it. In German too (`alle`, `hilfe`, `stopp`, `abmelden`). Pure.
[[nodiscard]] SpokenWish parseCommand(const QString& text, const SpokenContext& context);

/// Reads a message to the app, which is mostly no wish at all: only the law's words at its beginning, and `undo`,
/// `status` and `help` alone, mean anything.
[[nodiscard]] SpokenWish parseMessage(const QString& text, const SpokenContext& context);

}  // namespace refrain
