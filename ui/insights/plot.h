#pragma once

#include "console/audit/auditreader.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <limits>
#include <vector>

namespace refrain::ui {

/// The list behind a point.
struct PlotTarget {
    enum class Kind { None, Activity, Notification, Sync };
    Kind kind = Kind::None;
    console::AuditFilter filter;  ///< Activity.
    QString id;                   ///< Of the notification; of the sync run, or empty.
};

struct PlotPoint {
    double value = std::numeric_limits<double>::quiet_NaN();  ///< None: nothing is there.
    QString text;                                             ///< The value as it is read.
    PlotTarget target;

    [[nodiscard]] bool isThere() const { return value == value; }
};

/// One row of points, one for each slot.
struct PlotSeries {
    QString name;
    int look = 0;  ///< Which of the looks it has; the same thing has the same look in every plot.
    std::vector<PlotPoint> points;
};

/// What a plot shows, in words and numbers, without a place or a colour.
struct Plot {
    enum class Shape {
        Lines,    ///< A line for each series, its name at its end.
        Columns,  ///< The series upon each other in each slot.
        Bars,     ///< One series, a bar for each slot, its name before it.
    };
    QString id;  ///< Short and stable: object names, names of files.
    Shape shape = Shape::Lines;
    QString title;
    QString summary;                      ///< One sentence: what is to be seen.
    QString none;                         ///< What an empty plot says.
    QString slotHeader;                   ///< "Day", "Broadcast": the first column of the table.
    QStringList slotNames;                ///< In full.
    QStringList slotLabels;               ///< As short as an axis needs them.
    std::vector<PlotSeries> series;       ///< Of Columns the lowest first.
    std::function<QString(double)> tick;  ///< The words of the scale.
    QString unit;                         ///< Of the bare values, for CSV: "%", "ms"; empty: pieces.
    bool isLogarithmic = false;
    bool isOverTime = false;  ///< The slots follow each other; a table shows the newest first.

    [[nodiscard]] bool isEmpty() const
    {
        for (const PlotSeries& one : series) {
            for (const PlotPoint& point : one.points) {
                if (point.isThere())
                    return false;
            }
        }
        return true;
    }
    /// "Reminders, 2 Nov 2026: 12".
    [[nodiscard]] QString sentence(int row, int slot) const
    {
        const PlotSeries& one = series[size_t(row)];
        const QString where = shape == Shape::Bars || one.name.isEmpty()
                                  ? slotNames.value(slot)
                                  : one.name + QStringLiteral(", ") + slotNames.value(slot);
        return where + QStringLiteral(": ") + one.points[size_t(slot)].text;
    }
};

}  // namespace refrain::ui
