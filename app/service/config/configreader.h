#pragma once

#include "base/result.h"
#include "service/config/config.h"

#include <QMap>
#include <QString>

namespace refrain::service {

/// What a configuration is read from.
struct ConfigSources {
    QMap<QString, QString> environment;  ///< All variables; those beginning with REFRAIN_ count, and win over the file.
    QString file;                        ///< INI file without sections.
    bool fileMustExist = false;          ///< True where a person named the file.
};

/// This process's environment.
[[nodiscard]] QMap<QString, QString> processEnvironment();

/// Reads and checks the whole configuration; makes nothing on disk. Errors (Invalid) name the variable
/// or the file's key at fault: unknown, not usable, or a file with secrets that others may read.
[[nodiscard]] Result<Config> readConfig(const ConfigSources& sources);

}  // namespace refrain::service
