#include "ui/person/pastcell.h"

namespace refrain::ui {

using console::CellState;

namespace {

/// What the choice itself was, whatever lay over it.
CellState choiceOf(const console::CategoryDetail& detail)
{
    switch (detail.preference.state) {
        case PreferenceState::OptedOut: return CellState::OptedOut;
        case PreferenceState::OptedIn: return CellState::OptedIn;
        case PreferenceState::Default: break;
    }
    return detail.category.defaultIn ? CellState::DefaultOn : CellState::DefaultOff;
}

CellState stateOf(const console::CategoryDetail& detail)
{
    switch (detail.rule) {
        case Rule::Required: return CellState::Required;
        case Rule::Paused: return CellState::Paused;
        case Rule::Snoozed: return CellState::Snoozed;
        case Rule::OptedOut:
        case Rule::OptedOutOfParent: return CellState::OptedOut;
        case Rule::OptedIn: return CellState::OptedIn;
        case Rule::DefaultOut: return CellState::DefaultOff;
        case Rule::DefaultIn: return CellState::DefaultOn;
        case Rule::OptedOutOfEverything:
        case Rule::Unreachable: break;
    }
    return choiceOf(detail);
}

}  // namespace

console::Cell pastCell(const console::CategoryDetail& detail)
{
    console::Cell cell;
    cell.state = stateOf(detail);
    cell.rule = detail.rule;
    cell.delivers = detail.delivers;
    cell.unreachable = detail.rule == Rule::Unreachable;
    cell.allOptionalOff = detail.rule == Rule::OptedOutOfEverything;
    cell.fromParent = detail.rule == Rule::OptedOutOfParent;
    cell.snoozedUntil = detail.preference.snoozedUntil;
    cell.own = console::StoredChoice::of(detail.preference);
    return cell;
}

}  // namespace refrain::ui
