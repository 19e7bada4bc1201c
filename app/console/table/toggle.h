#pragma once

#include "console/table/cell.h"

#include <QCoreApplication>

#include <optional>

namespace refrain::console {

/// What a change asks for. At least one of the two is set.
struct Wish {
    std::optional<PreferenceState> state;               ///< Absent: kept.
    std::optional<std::optional<Millis>> snoozedUntil;  ///< Absent: kept; inner nullopt: the snooze ends.

    [[nodiscard]] static Wish toState(PreferenceState state) { return {state, std::nullopt}; }
    [[nodiscard]] static Wish snoozeUntil(Millis end) { return {std::nullopt, std::optional<Millis>(end)}; }
    [[nodiscard]] static Wish endSnooze() { return {std::nullopt, std::optional<Millis>()}; }
    /// The choice as it will be once the wish is in force; the version stays.
    [[nodiscard]] StoredChoice appliedTo(StoredChoice choice) const;
    friend bool operator==(const Wish&, const Wish&) = default;
};

/// What a click on a mark (or Space) does: a wish, or an explanation where there is nothing to switch. A pure value.
///
///     delivering -> out; out -> default if that delivers, else in; snoozed -> the snooze ends; else it explains
class Toggle {
    Q_DECLARE_TR_FUNCTIONS(refrain::console::Toggle)
public:
    /// Where nothing can be reached there is nothing to switch.
    /// `category` is the category's own record, for `*` the record that holds its policy.
    [[nodiscard]] static Toggle of(const Category& category, const Cell& cell);

    [[nodiscard]] const std::optional<Wish>& wish() const { return m_wish; }
    /// A sentence for a person; empty where there is a wish.
    [[nodiscard]] const QString& explanation() const { return m_explanation; }

private:
    std::optional<Wish> m_wish;
    QString m_explanation;
};

}  // namespace refrain::console
