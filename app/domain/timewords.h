#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

/// What people call times, in English and German, lower case. Pure.
namespace refrain {

enum class TimeUnit { Minute, Hour, Day, Week, Month, Year };

/// `h`, `weeks`, `tage`; not `m`, which may be minutes or months.
[[nodiscard]] std::optional<TimeUnit> timeUnit(const QString& word);

/// `2`, `two`, `a`, `einen`; a number of digits however large is capped at a million.
[[nodiscard]] std::optional<int> countOf(const QString& word);

/// By the calendar of `now`'s zone, so that a day stays a day when clocks are changed.
[[nodiscard]] QDateTime later(const QDateTime& now, int count, TimeUnit unit);

/// The day that is meant: `tomorrow`, `friday`, `next week`, `2026-12-24`, `24.12.`, `24 december`, `übermorgen`.
/// What has no year is the next one to come. Invalid where it is no day.
[[nodiscard]] QDate dayCalled(const QString& words, const QDate& today);

}  // namespace refrain
