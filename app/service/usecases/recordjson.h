#pragma once

#include "base/result.h"
#include "domain/category.h"
#include "domain/preference.h"
#include "domain/subject.h"

#include <QJsonObject>

/// What change feed and audit log say of a thing before and after: the contract's shapes without what only a
/// moment can tell (effective, rule). Read back for decisions about the past.
namespace refrain::service {

[[nodiscard]] QJsonObject recordOf(const Preference& preference);
[[nodiscard]] QJsonObject recordOf(const Subject& subject);
[[nodiscard]] QJsonObject recordOf(const Category& category);

[[nodiscard]] Preference preferenceFromRecord(const QJsonObject& record);
[[nodiscard]] Subject subjectFromRecord(const QJsonObject& record);
[[nodiscard]] Category categoryFromRecord(const QJsonObject& record);

/// As ChangeRecord keeps it; an empty object is "null".
[[nodiscard]] QByteArray toText(const QJsonObject& record);
[[nodiscard]] QJsonObject fromText(const QByteArray& text);

}  // namespace refrain::service
