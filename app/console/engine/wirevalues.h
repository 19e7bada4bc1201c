#pragma once

#include "base/result.h"
#include "domain/preference.h"

#include <QJsonObject>

namespace refrain::console {

/// A stored choice alone, without what the backend decides because of it: the console decides for itself.
[[nodiscard]] Result<Preference> readPreference(const QJsonObject& object);

}  // namespace refrain::console
