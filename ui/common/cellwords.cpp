#include "ui/common/cellwords.h"

#include "console/table/statewords.h"
#include "ui/common/timetext.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace refrain::ui {

using console::Cell;
using console::CellRing;
using console::CellState;
using console::StateWords;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CellWords)
};

QString choiceWords(const Cell& cell, const QTimeZone& zone)
{
    switch (cell.state) {
        case CellState::DefaultOn: return StateWords::byDefault(true);
        case CellState::DefaultOff: return StateWords::byDefault(false);
        case CellState::OptedOut: return cell.fromParent ? StateWords::offWithParent() : StateWords::off();
        case CellState::OptedIn: return StateWords::on();
        case CellState::Snoozed:
            return cell.snoozedUntil ? StateWords::snoozedUntil(shortTime(*cell.snoozedUntil, zone))
                                     : StateWords::snoozed();
        case CellState::Required: return StateWords::required();
        case CellState::Paused: return StateWords::paused();
    }
    return {};
}

QString stateWords(const Cell& cell, const QTimeZone& zone)
{
    if (cell.unreachable)
        return cell.own.state == PreferenceState::Default
                   ? StateWords::nothingSent()
                   : StateWords::kept(cell.own.state == PreferenceState::OptedOut ? StateWords::off()
                                                                                  : StateWords::on());
    const bool fixed = cell.state == CellState::Required || cell.state == CellState::Paused;
    if (!fixed && cell.allOptionalOff && cell.rule == Rule::Snoozed && cell.snoozedUntil)
        return StateWords::snoozedUntil(shortTime(*cell.snoozedUntil, zone));
    const QString words = !fixed && cell.allOptionalOff ? StateWords::allOptionalOff() : choiceWords(cell, zone);
    return cell.fromLinked ? StateWords::throughLinked(words) : words;
}

QString ringWords(CellRing ring)
{
    switch (ring) {
        case CellRing::None: break;
        case CellRing::Pending: return Text::tr(" Being saved.");
        case CellRing::Waiting: return Text::tr(" Saved here, not yet in force.");
        case CellRing::Refused: return Text::tr(" A change was refused: the details say why.");
    }
    return {};
}

}  // namespace

Mark markOf(const Cell& cell)
{
    if (cell.unreachable)
        return cell.own.state == PreferenceState::OptedOut ? Mark::OptedOut : Mark::DefaultOff;
    if (cell.allOptionalOff && cell.state != CellState::Required && cell.state != CellState::Paused)
        return cell.rule == Rule::Snoozed ? Mark::Snoozed : Mark::AllOff;
    switch (cell.state) {
        case CellState::DefaultOn: return Mark::DefaultOn;
        case CellState::DefaultOff:
        case CellState::Paused: return Mark::DefaultOff;
        case CellState::OptedOut: return Mark::OptedOut;
        case CellState::OptedIn: return Mark::OptedIn;
        case CellState::Snoozed: return Mark::Snoozed;
        case CellState::Required: return Mark::Required;
    }
    return Mark::Unknown;
}

Ring ringOf(const Cell& cell)
{
    switch (cell.ring) {
        case CellRing::None: break;
        case CellRing::Pending:
        case CellRing::Waiting: return Ring::Pending;
        case CellRing::Refused: return Ring::Refused;
    }
    return Ring::None;
}

QString cellWords(const QString& category, const Cell& cell, const QTimeZone& zone)
{
    return Text::tr("%1: %2.", "category, state").arg(category, stateWords(cell, zone)) + ringWords(cell.ring);
}

QString stateWord(const Cell& cell)
{
    switch (markOf(cell)) {
        case Mark::DefaultOn:
        case Mark::OptedIn: return StateWords::on();
        case Mark::DefaultOff:
            if (cell.unreachable)
                return Text::tr("not sent");
            return cell.state == CellState::Paused ? Text::tr("paused") : StateWords::off();
        case Mark::OptedOut:
        case Mark::AllOff: return StateWords::off();
        case Mark::Snoozed: return StateWords::snoozed();
        case Mark::Required: return Text::tr("required");
        case Mark::Unknown: break;
    }
    return {};
}

}  // namespace refrain::ui
