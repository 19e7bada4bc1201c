#include "domain/decide.h"

#include "base/enumnames.h"

namespace refrain {

namespace {

constexpr EnumNames<Rule, 10> ruleNames{{{
    {Rule::Unreachable, "unreachable"},
    {Rule::Required, "required"},
    {Rule::Paused, "paused"},
    {Rule::OptedOutOfEverything, "opted_out_of_everything"},
    {Rule::Snoozed, "snoozed"},
    {Rule::OptedOut, "opted_out"},
    {Rule::OptedIn, "opted_in"},
    {Rule::OptedOutOfParent, "opted_out_of_parent"},
    {Rule::DefaultOut, "default_out"},
    {Rule::DefaultIn, "default_in"},
}}};

bool isOut(const Preference* preference)
{
    return preference && preference->state == PreferenceState::OptedOut;
}

/// The record whose snooze covers now: the category's own before its parent's before that of `*`.
const Preference* snoozing(const DecisionFacts& facts, Millis now)
{
    for (const Preference* candidate : {facts.own, facts.parent, facts.everything}) {
        if (candidate && candidate->isSnoozedAt(now))
            return candidate;
    }
    return nullptr;
}

struct Verdict {
    bool deliver = false;
    Rule rule = Rule::Unreachable;
    const Preference* record = nullptr;
};

/// Rules 4 to 8, which look at choices.
Verdict decideByChoice(const Category& category, const DecisionFacts& facts, Millis now)
{
    if (isOut(facts.everything))
        return {false, Rule::OptedOutOfEverything, facts.everything};
    if (const Preference* snooze = snoozing(facts, now))
        return {false, Rule::Snoozed, snooze};
    if (isOut(facts.own))
        return {false, Rule::OptedOut, facts.own};
    if (facts.own && facts.own->state == PreferenceState::OptedIn)
        return {true, Rule::OptedIn, facts.own};
    if (isOut(facts.parent))
        return {false, Rule::OptedOutOfParent, facts.parent};
    return {category.defaultIn, category.defaultIn ? Rule::DefaultIn : Rule::DefaultOut, nullptr};
}

/// Rules 2 to 8: everything but whether the address can be reached.
Decision decideReachable(const Category& category, const DecisionFacts& facts, Millis now)
{
    Decision decision;
    if (facts.subject)
        decision.decidedBy = facts.subject->id;
    if (category.required || category.paused) {
        decision.deliver = category.required;
        decision.rule = category.required ? Rule::Required : Rule::Paused;
        decision.version = category.version;
        return decision;
    }
    const Verdict verdict = decideByChoice(category, facts, now);
    decision.deliver = verdict.deliver;
    decision.rule = verdict.rule;
    if (verdict.record) {
        decision.since = verdict.record->at;
        decision.version = verdict.record->version;
    }
    return decision;
}

}  // namespace

QString toString(Rule rule)
{
    return ruleNames.name(rule);
}

std::optional<Rule> ruleFromString(const QString& name)
{
    return ruleNames.value(name);
}

bool delivers(Rule rule)
{
    return rule == Rule::Required || rule == Rule::OptedIn || rule == Rule::DefaultIn;
}

Decision decide(const Category& category, const DecisionFacts& facts, Millis now)
{
    if (facts.subject && isReachable(*facts.subject))
        return decideReachable(category, facts, now);
    Decision unreachable;
    if (facts.subject)
        unreachable.decidedBy = facts.subject->id;
    return unreachable;
}

Decision decideTogether(const Category& category, const std::vector<DecisionFacts>& person, Millis now)
{
    Q_ASSERT(!person.empty());
    Decision strictest = decide(category, person.front(), now);
    if (strictest.rule == Rule::Unreachable)
        return strictest;
    for (auto facts = person.begin() + 1; facts != person.end(); ++facts) {
        Decision other = decideReachable(category, *facts, now);
        if (!other.deliver && (strictest.deliver || other.rule < strictest.rule))
            strictest = std::move(other);
    }
    return strictest;
}

}  // namespace refrain
