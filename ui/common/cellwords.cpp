#include "ui/common/cellwords.h"

#include "ui/common/timetext.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace refrain::ui {

using console::Cell;
using console::CellRing;
using console::CellState;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CellWords)
};

QString snoozeWords(const Cell& cell, const QTimeZone& zone)
{
    if (!cell.snoozedUntil)
        return Text::tr("snoozed");
    return Text::tr("snoozed until %1").arg(shortTime(*cell.snoozedUntil, zone));
}

QString stateWords(const Cell& cell, const QTimeZone& zone)
{
    if (cell.state == CellState::Required)
        return Text::tr("always on, because it is required");
    if (cell.state == CellState::Paused)
        return Text::tr("off for everybody, because the workspace paused it");
    if (cell.allOptionalOff && cell.rule != Rule::Snoozed)
        return Text::tr("off, because all optional messages are off");
    switch (cell.state) {
        case CellState::DefaultOn: return Text::tr("on, the workspace's default");
        case CellState::DefaultOff: return Text::tr("off, the workspace's default");
        case CellState::OptedOut:
            return cell.fromParent ? Text::tr("off with the category above it") : Text::tr("turned off");
        case CellState::OptedIn: return Text::tr("turned on");
        case CellState::Snoozed: return snoozeWords(cell, zone);
        case CellState::Required:
        case CellState::Paused: break;
    }
    return {};
}

QString ringWords(CellRing ring)
{
    switch (ring) {
        case CellRing::None: break;
        case CellRing::Pending: return Text::tr(" Being saved.");
        case CellRing::Waiting: return Text::tr(" Saved here, waiting to be confirmed.");
        case CellRing::Refused: return Text::tr(" A change was refused: the details say why.");
    }
    return {};
}

}  // namespace

Mark markOf(const Cell& cell)
{
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
    return Text::tr("%1: %2.").arg(category, stateWords(cell, zone)) + ringWords(cell.ring);
}

QString stateWord(const Cell& cell)
{
    switch (markOf(cell)) {
        case Mark::DefaultOn: return Text::tr("on");
        case Mark::DefaultOff: return cell.state == CellState::Paused ? Text::tr("paused") : Text::tr("off");
        case Mark::OptedOut:
        case Mark::AllOff: return Text::tr("out");
        case Mark::OptedIn: return Text::tr("in");
        case Mark::Snoozed: return Text::tr("snoozed");
        case Mark::Required: return Text::tr("required");
        case Mark::Unknown: break;
    }
    return {};
}

}  // namespace refrain::ui
