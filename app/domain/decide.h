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
/// Each rule has one outcome.
[[nodiscard]] bool delivers(Rule rule);

/// "May this message go to this subject?", answered.
struct Decision {
    bool deliver = false;
    Rule rule = Rule::Unreachable;
    std::optional<Millis> since;  ///< When the deciding choice was made; none where no choice decided.
    qint64 version = 0;           ///< Of the deciding choice, or of the category for required and paused; else 0.
    SubjectId decidedBy;          ///< The linked subject that decided, else the asked one; empty where unknown.

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

/// Linked subjects of one person, and a profile that is an alias, decided together: the strictest wins.
///
/// Rule 1 (`unreachable`) concerns the address in use alone, which comes first: the asked subject's, and of an alias
/// the member's or channel's that it stands for. Another account of the person that was deactivated silences nothing;
/// its choices count like those of the rest. For rules 2 to 8 any skip beats any deliver; of several skips the earliest
/// rule is told, and of equals the one that comes first. REQUIRES: not empty.
[[nodiscard]] Decision decideTogether(const Category& category, const std::vector<DecisionFacts>& person, Millis now);

}  // namespace refrain
