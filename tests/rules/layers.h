#pragma once

#include "tests/rules/sourcetree.h"

#include <QList>
#include <QStringList>

namespace refrain::rules {

/// One row of ARCHITECTURE.md's layer table.
struct Layer {
    QString name;
    QStringList mayInclude;  ///< Other layers; all that these include in turn is not implied.
    QStringList libraries;   ///< CMake targets from outside that this layer may link itself.
};

/// The layer table as data, lowest layer first.
[[nodiscard]] const QList<Layer>& layerTable();

/// Every `#include` in app, ui and tests that the table does not allow, and every one that names a file of
/// ours that does not exist.
[[nodiscard]] QStringList forbiddenIncludes(const SourceTree& tree);

/// Every library whose `refrain_library(... DEPENDS ...)` links more than the table allows, and every layer
/// of the table that cannot be included because nothing links it.
[[nodiscard]] QStringList forbiddenLinks(const SourceTree& tree);

}  // namespace refrain::rules
