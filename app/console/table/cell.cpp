#include "console/table/cell.h"

namespace refrain::console {

StoredChoice StoredChoice::of(const Preference& preference)
{
    return {preference.state, preference.snoozedUntil, preference.version};
}

namespace {

Cell marked(Cell cell, CellState state, Rule rule, bool delivers)
{
    cell.state = state;
    cell.rule = rule;
    cell.delivers = delivers;
    return cell;
}

std::optional<Millis> latest(std::optional<Millis> a, std::optional<Millis> b)
{
    return a && b ? std::max(*a, *b) : (a ? a : b);
}

std::optional<Millis> coveringEnd(const StoredChoice& choice, Millis now)
{
    return choice.isSnoozedAt(now) ? choice.snoozedUntil : std::nullopt;
}

/// The mark of the choice itself, snoozes and `*` aside.
Cell choiceCell(Cell cell, const Category& category, const StoredChoice& parent)
{
    switch (cell.own.state) {
        case PreferenceState::OptedOut: return marked(cell, CellState::OptedOut, Rule::OptedOut, false);
        case PreferenceState::OptedIn: return marked(cell, CellState::OptedIn, Rule::OptedIn, true);
        case PreferenceState::Default: break;
    }
    if (parent.state == PreferenceState::OptedOut) {
        cell.fromParent = true;
        return marked(cell, CellState::OptedOut, Rule::OptedOutOfParent, false);
    }
    return category.defaultIn ? marked(cell, CellState::DefaultOn, Rule::DefaultIn, true)
                              : marked(cell, CellState::DefaultOff, Rule::DefaultOut, false);
}

}  // namespace

Cell cellOf(const Category& category, const StoredChoice& own, const StoredChoice& everything,
            const StoredChoice& parent, Millis now)
{
    Cell cell;
    cell.own = own;
    if (category.required)
        return marked(cell, CellState::Required, Rule::Required, true);
    if (category.paused)
        return marked(cell, CellState::Paused, Rule::Paused, false);

    const bool allSnoozed = everything.isSnoozedAt(now);
    cell.allOptionalOff = everything.state == PreferenceState::OptedOut || allSnoozed;
    const std::optional<Millis> ownEnd = coveringEnd(own, now);
    const std::optional<Millis> parentEnd = coveringEnd(parent, now);
    cell.snoozedUntil = latest(latest(ownEnd, parentEnd), coveringEnd(everything, now));

    if (ownEnd || parentEnd) {
        cell.fromParent = !ownEnd;
        cell = marked(cell, CellState::Snoozed, Rule::Snoozed, false);
    } else {
        cell = choiceCell(cell, category, parent);
        if (allSnoozed)
            cell = marked(cell, cell.state, Rule::Snoozed, false);
    }
    if (everything.state == PreferenceState::OptedOut)
        cell = marked(cell, cell.state, Rule::OptedOutOfEverything, false);
    return cell;
}

Cell everythingCell(const StoredChoice& everything, Millis now)
{
    Cell cell;
    cell.own = everything;
    cell.allOptionalOff = everything.state == PreferenceState::OptedOut || everything.isSnoozedAt(now);
    if (everything.state == PreferenceState::OptedOut)
        return marked(cell, CellState::OptedOut, Rule::OptedOutOfEverything, false);
    if (everything.isSnoozedAt(now)) {
        cell.snoozedUntil = everything.snoozedUntil;
        return marked(cell, CellState::Snoozed, Rule::Snoozed, false);
    }
    return marked(cell, CellState::DefaultOn, Rule::DefaultIn, true);
}

Cell together(const Cell& mine, const Cell& other)
{
    if (other.delivers || (!mine.delivers && other.rule >= mine.rule))
        return mine;
    Cell cell = other;
    cell.own = mine.own;
    cell.ring = mine.ring;
    cell.unreachable = mine.unreachable;
    cell.fromLinked = true;
    return cell;
}

}  // namespace refrain::console
