#pragma once

#include "domain/category.h"
#include "domain/preference.h"
#include "domain/subject.h"

#include <optional>
#include <vector>

namespace refrain {

/// The rule that decided, in the order in which they are tried (design, "The preference rule").
enum class Rule {
    Unreachable,
    Required,
    Paused,
    OptedOutOfEverything,
    Snoozed,
    OptedOut,
    OptedIn,
    OptedOutOfParent,
    DefaultOut,
    DefaultIn,
};

[[nodiscard]] QString toString(Rule rule);
[[nodiscard]] std::optional<Rule> ruleFromString(const QString& name);

/// "May this message go to this subject?", answered.
struct Decision {
    bool deliver = false;
    Rule rule = Rule::Unreachable;
    std::optional<Millis> since;  ///< When the deciding record was made; none for defaults and unknown subjects.
    qint64 version = 0;           ///< Version of the deciding record; 0 for defaults.
    SubjectId decidedBy;          ///< The linked subject whose record decided; the asked one itself otherwise.

    friend bool operator==(const Decision&, const Decision&) = default;
};

/// What is known of one subject when it is decided alone. Pointers are borrowed; null means absent.
struct DecisionFacts {
    const Subject* subject = nullptr;  ///< Null: unknown, hence unreachable.
    const Preference* everything = nullptr;
    const Preference* own = nullptr;
    const Preference* parent = nullptr;
};

/// THE preference rule, for one subject alone. Pure; any thread.
[[nodiscard]] Decision decide(const Category& category, const DecisionFacts& facts, Millis now);

/// Linked subjects of one person, and a profile that is an alias: the strictest wins, ties go to skip.
/// The asked subject comes first. REQUIRES: not empty.
[[nodiscard]] Decision decideTogether(const Category& category, const std::vector<DecisionFacts>& person, Millis now);

}  // namespace refrain
