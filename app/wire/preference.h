#pragma once

#include "base/result.h"
#include "domain/decide.h"
#include "domain/preference.h"

#include <QJsonObject>

namespace refrain::wire {

/// A preference with what is in force because of it: the contract's `preference`. Beside the contract's
/// fields stand `stateIsOwnWord`, `snoozeIsOwnWord` and `correctableUntil`, which say who may turn it back.
struct PreferenceView {
    Preference preference;
    bool deliver = true;
    Rule rule = Rule::DefaultIn;

    friend bool operator==(const PreferenceView&, const PreferenceView&) = default;
};

[[nodiscard]] QJsonObject toJson(const PreferenceView& view);
[[nodiscard]] QByteArray toJsonText(const PreferenceView& view);
[[nodiscard]] Result<PreferenceView> preferenceFromJson(const QJsonObject& object);

/// The same without `effective` and `rule`: `before` and `after` of changes and audit entries.
[[nodiscard]] QJsonObject toJson(const Preference& preference);
[[nodiscard]] QByteArray toJsonText(const Preference& preference);

}  // namespace refrain::wire
