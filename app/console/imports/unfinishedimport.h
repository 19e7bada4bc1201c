#pragma once

#include "console/imports/importfile.h"

#include <optional>

namespace refrain::console {

/// An import that was begun here, as it is remembered until it is over: what goes on with it after the console ended in
/// its middle.
struct UnfinishedImport {
    QString id;
    QByteArray key;  ///< Of its parts: what was sent and not answered is not taken twice.
    QString stamp;   ///< Of the file when it was begun.
    ImportFile::Plan plan;

    friend bool operator==(const UnfinishedImport&, const UnfinishedImport&) = default;
};

[[nodiscard]] QByteArray toText(const UnfinishedImport& import);
/// None where it cannot be read.
[[nodiscard]] std::optional<UnfinishedImport> unfinishedImportFromText(const QByteArray& text);

}  // namespace refrain::console
