#pragma once

#include "base/clock.h"
#include "console/bulk/bulkrun.h"
#include "domain/category.h"

#include <QStringList>
#include <QTimeZone>

namespace refrain::ui {

/// Whom a screen's rows are counted as.
enum class Counted { People, Channels };

/// What a bulk act is called, does and did, in words.
class BulkWords {
public:
    BulkWords(Counted counted, const QTimeZone& zone) : m_counted(counted), m_zone(zone) {}

    /// "312 people", "1 channel".
    [[nodiscard]] QString many(qint64 count) const;
    /// "Opt out 312 people": as a title, and on the button that does it.
    [[nodiscard]] QString title(console::BulkKind kind, qint64 count) const;
    /// What somebody has now, and would have: "on (workspace default)", "off".
    [[nodiscard]] QString from(console::BulkTally::From from, const Category& category) const;
    [[nodiscard]] QString to(const console::BulkAct& act, const Category& category) const;
    /// Before and after of one of them. `now`: which snoozes have ended.
    [[nodiscard]] std::pair<QString, QString> step(const console::BulkAct& act, const console::BulkItem& item,
                                                   const Category& category, Millis now) const;
    /// Why nothing is (or was) done to somebody; empty where it is.
    [[nodiscard]] static QString why(console::BulkFate fate);

    struct Note {
        QString headline;
        QString text;
        bool isBad = false;
    };
    /// What stands above the list at each stage.
    [[nodiscard]] Note note(const console::BulkRun& run, const Category& category, Millis now) const;
    /// "4,000 of 10,000 · 3,100 a second · 2 s left"
    [[nodiscard]] static QString pace(const console::BulkRun::Progress& progress, Millis now);

private:
    [[nodiscard]] QStringList lines(const console::BulkRun& run, const Category& category) const;
    [[nodiscard]] Note result(const console::BulkRun& run, const Category& category) const;

    Counted m_counted;
    QTimeZone m_zone;
};

/// "“Reminders”", "all optional messages".
[[nodiscard]] QString quotedTitle(const Category& category);

}  // namespace refrain::ui
