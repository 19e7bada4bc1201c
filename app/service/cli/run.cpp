#include "service/cli/run.h"

#include "base/log.h"
#include "service/cli/auditverify.h"
#include "service/cli/commands.h"
#include "service/config/configcheck.h"
#include "service/config/configreader.h"
#include "service/serve/serve.h"

#include <QFileInfo>
#include <QTextStream>

#include <cstdio>

namespace refrain::service {
namespace {

constexpr int done = 0;
constexpr int failed = 1;
constexpr int unusable = 2;

int tell(int code, const Error& error)
{
    QTextStream(stderr) << "refraind: " << error.toString() << '\n';
    return code;
}

QString configFileOf(const Invocation& invocation)
{
    return invocation.configFile.isEmpty() ? QStringLiteral("/etc/refrain/refraind.ini") : invocation.configFile;
}

Result<Config> configFor(const Invocation& invocation)
{
    return readConfig({processEnvironment(), configFileOf(invocation), !invocation.configFile.isEmpty()});
}

Result<> checkConfig(const Invocation& invocation, const Config& config)
{
    if (Result<> usable = checkUse(config); !usable)
        return usable;
    const QString file = configFileOf(invocation);
    QTextStream(stdout) << "The configuration is sound. "
                        << (QFileInfo::exists(file) ? QStringLiteral("It was read from %1, and from the environment.")
                                                    : QStringLiteral("There is no file %1; all of it comes from the "
                                                                     "environment and the defaults."))
                               .arg(file)
                        << '\n';
    return {};
}

int verifyEvidence(const QString& file)
{
    QTextStream out(stdout);
    const Result<bool> sound = auditVerify(file, out);
    if (!sound)
        return tell(unusable, sound.error());
    return *sound ? done : failed;
}

Result<> perform(const Invocation& invocation, const Config& config)
{
    switch (invocation.command) {
        case Command::Serve: return serve(config, invocation.embedded);
        case Command::Migrate: return migrate(config);
        case Command::Backup: return backup(config, invocation.file);
        case Command::Restore: return restore(config, invocation.file);
        case Command::Import: return importAll(config, invocation);
        case Command::Export: return exportAll(config, invocation);
        case Command::ApiKeyCreate: return createApiKey(config, invocation);
        case Command::ApiKeyList: return listApiKeys(config);
        case Command::ApiKeyRevoke: return revokeApiKey(config, invocation.keyId);
        case Command::CheckConfig:
        case Command::AuditVerify:
        case Command::Help:
        case Command::Version: break;
    }
    return {};
}

}  // namespace

int run(const Result<Invocation>& invocation)
{
    if (!invocation)
        return tell(unusable, invocation.error());
    if (invocation->command == Command::Help) {
        QTextStream(stdout) << helpText(invocation->topic);
        return done;
    }
    if (invocation->command == Command::Version) {
        QTextStream(stdout) << "refraind " REFRAIN_VERSION "\n";
        return done;
    }
    if (invocation->command == Command::AuditVerify)
        return verifyEvidence(invocation->file);
    const Result<Config> config = configFor(*invocation);
    if (!config)
        return tell(unusable, config.error());
    if (invocation->command == Command::CheckConfig) {
        const Result<> sound = checkConfig(*invocation, *config);
        return sound ? done : tell(unusable, sound.error());
    }
    if (!log::install(config->logLevel))
        return tell(unusable, Error::invalid(QStringLiteral("REFRAIN_LOG is not a level.")));
    if (Result<> result = perform(*invocation, *config); !result)
        return tell(failed, result.error());
    return done;
}

}  // namespace refrain::service
