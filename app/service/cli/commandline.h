#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace refrain::service {

enum class Command {
    Help,
    Version,
    Serve,
    Migrate,
    Backup,
    Restore,
    Import,
    Export,
    ApiKeyCreate,
    ApiKeyList,
    ApiKeyRevoke,
    AuditVerify,
    CheckConfig,
};

/// What refraind was asked to do.
struct Invocation {
    Command command = Command::Help;
    QString topic;       ///< help: a command's words, or their first one; empty: all of them.
    QString configFile;  ///< Empty: the default one, which need not exist.
    bool embedded = false;
    bool dryRun = false;  ///< import.
    QString file;         ///< backup, restore, import (`-`: standard input), audit verify.
    QString keyId;        ///< apikey revoke.
    QString workspace;    ///< apikey create; import and export where several are connected.
    QString name;         ///< apikey create, as role.
    QString role;
    QString format;  ///< export: csv or jsonl.
};

/// Reads the arguments after the program's name. Errors (Invalid) name the argument at fault.
[[nodiscard]] Result<Invocation> parseCommandLine(const QStringList& arguments);

/// What `refraind --help` prints, and `refraind COMMAND --help` with that command as its topic.
[[nodiscard]] QString helpText(const QString& topic = {});

}  // namespace refrain::service
