#include "service/config/configreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QProcessEnvironment>
#include <QRegularExpression>

namespace refrain::service {
namespace {

using Apply = Result<> (*)(Config&, const QString&);

struct Key {
    QLatin1String name;  ///< As in the file; the variable is REFRAIN_ and the same in upper case.
    bool secret;
    Apply apply;
};

Error unusable(const QString& why)
{
    return Error::invalid(why);
}

Result<> setListen(Config& config, const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(?:\\[([0-9A-Fa-f:.]+)\\]|([^:\\[\\]\\s]+)):([0-9]{1,5})$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || match.captured(3).toUInt() > 65535)
        return unusable(QStringLiteral("must be HOST:PORT, for example 127.0.0.1:8470"));
    config.listenHost = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    config.listenPort = quint16(match.captured(3).toUInt());
    return {};
}

Result<QUrl> baseUrl(const QString& text)
{
    QUrl url(text, QUrl::StrictMode);
    const bool http = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !http || url.host().isEmpty() || url.hasQuery() || url.hasFragment() ||
        !url.userInfo().isEmpty())
        return unusable(QStringLiteral("must be an address like https://refrain.example.com"));
    while (url.path().endsWith(QLatin1Char('/')))
        url.setPath(url.path().chopped(1));
    return url;
}

Result<> setPublicUrl(Config& config, const QString& text)
{
    Result<QUrl> url = baseUrl(text);
    if (!url)
        return url.error();
    config.publicUrl = *url;
    return {};
}

Result<> setSlackUrl(Config& config, const QString& text)
{
    Result<QUrl> url = baseUrl(text);
    if (!url)
        return url.error();
    config.slack.url = *url;
    return {};
}

Result<> setAbsolutePath(QString& field, const QString& text)
{
    if (!QDir::isAbsolutePath(text))
        return unusable(QStringLiteral("must be an absolute path"));
    field = QDir::cleanPath(text);
    return {};
}

Result<> setDatabase(QString& field, const QString& text)
{
    const bool sqlite = text.startsWith(QLatin1String("sqlite:///")) && text.size() > 10;
    const QUrl url(text, QUrl::StrictMode);
    const bool postgres =
        url.scheme() == QLatin1String("postgresql") && url.isValid() && !url.host().isEmpty() && url.path().size() > 1;
    if (!sqlite && !postgres)
        return unusable(QStringLiteral("must be sqlite:///path or postgresql://user:password@host:port/name"));
    field = text;
    return {};
}

Result<> setAppToken(Config& config, const QString& text)
{
    if (!text.startsWith(QLatin1String("xapp-")))
        return unusable(QStringLiteral("must be an app-level token, which begins with xapp-"));
    config.slack.appToken = Secret(text.toUtf8());
    return {};
}

Result<> setWorkspaces(Config& config, const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\*|[TE][A-Z0-9]+)$"));
    const QStringList names = text.split(QRegularExpression(QStringLiteral("[,\\s]+")), Qt::SkipEmptyParts);
    for (const QString& name : names) {
        if (!form.match(name).hasMatch())
            return unusable(QStringLiteral("must be a list of workspace ids (T… or E…), or *"));
    }
    config.workspaces = WorkspacePolicy(names);
    return {};
}

Result<> setLog(Config& config, const QString& text)
{
    static const QStringList levels{QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning"),
                                    QStringLiteral("critical")};
    if (!levels.contains(text))
        return unusable(QStringLiteral("must be one of %1").arg(levels.join(QStringLiteral(", "))));
    config.logLevel = text;
    return {};
}

const Key keys[] = {
    {QLatin1String("listen"), false, setListen},
    {QLatin1String("public_url"), false, setPublicUrl},
    {QLatin1String("data_dir"), false, [](Config& c, const QString& t) { return setAbsolutePath(c.dataDir, t); }},
    {QLatin1String("database"), true, [](Config& c, const QString& t) { return setDatabase(c.database, t); }},
    {QLatin1String("database_listen"), true,
     [](Config& c, const QString& t) { return setDatabase(c.databaseListen, t); }},
    {QLatin1String("slack_url"), false, setSlackUrl},
    {QLatin1String("slack_client_id"), false,
     [](Config& c, const QString& t) -> Result<> { return c.slack.clientId = t, Result<>(); }},
    {QLatin1String("slack_client_secret"), true,
     [](Config& c, const QString& t) -> Result<> { return c.slack.clientSecret = Secret(t.toUtf8()), Result<>(); }},
    {QLatin1String("slack_signing_secret"), true,
     [](Config& c, const QString& t) -> Result<> { return c.slack.signingSecret = Secret(t.toUtf8()), Result<>(); }},
    {QLatin1String("slack_app_token"), true, setAppToken},
    {QLatin1String("workspaces"), false, setWorkspaces},
    {QLatin1String("key_file"), false, [](Config& c, const QString& t) { return setAbsolutePath(c.keyFile, t); }},
    {QLatin1String("metrics_token"), true,
     [](Config& c, const QString& t) -> Result<> { return c.metricsToken = Secret(t.toUtf8()), Result<>(); }},
    {QLatin1String("log"), false, setLog},
};

const Key* findKey(const QString& name)
{
    for (const Key& key : keys) {
        if (name == key.name)
            return &key;
    }
    return nullptr;
}

/// Applies one setting; `shown` is what the message calls it. An empty value is no value.
Result<> set(Config& config, const QString& name, const QString& shown, const QString& value)
{
    const Key* key = findKey(name);
    if (!key)
        return Error::invalid(QStringLiteral("%1 is not a setting that refraind knows.").arg(shown));
    if (value.isEmpty())
        return {};
    if (Result<> done = key->apply(config, value); !done)
        return Error::invalid(QStringLiteral("%1 %2.").arg(shown, done.error().message()));
    return {};
}

bool othersMayRead(const QString& path, QFile::Permissions others)
{
    return (QFile::permissions(path) & others).toInt() != 0;
}

Result<> readFile(Config& config, const ConfigSources& sources)
{
    QFile file(sources.file);
    if (!file.exists() && !sources.fileMustExist)
        return {};
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return Error::invalid(
            QStringLiteral("The configuration file %1 cannot be read: %2.").arg(sources.file, file.errorString()));
    int number = 0;
    QHash<QString, int> lines;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        ++number;
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')) || line.startsWith(QLatin1Char(';')))
            continue;
        const qsizetype equals = line.indexOf(QLatin1Char('='));
        if (equals < 1)
            return Error::invalid(
                QStringLiteral("%1, line %2: expected key = value, without sections.").arg(sources.file).arg(number));
        const QString name = line.left(equals).trimmed();
        const QString shown = QStringLiteral("%1, line %2: %3").arg(sources.file).arg(number).arg(name);
        if (Result<> done = set(config, name, shown, line.mid(equals + 1).trimmed()); !done)
            return done;
        if (const int first = lines.value(name); first > 0)
            return Error::invalid(
                QStringLiteral("%1 stands in line %2 already. Take one of them out.").arg(shown).arg(first));
        lines.insert(name, number);
        // Group access is how packages let the service's user read a file that root owns.
        if (findKey(name)->secret && othersMayRead(sources.file, QFile::ReadOther | QFile::WriteOther))
            return Error::invalid(QStringLiteral("%1 holds a secret that everybody on this computer may read. "
                                                 "Take that away with: chmod o-rw %2")
                                      .arg(shown, sources.file));
    }
    return {};
}

/// Variables of the same prefix that are meant for other programs and only pass through.
bool isForOthers(const QString& variable)
{
    return variable.startsWith(QLatin1String("REFRAIN_TEST_")) ||
           variable.startsWith(QLatin1String("REFRAIN_SANDBOX_"));
}

Result<> readEnvironment(Config& config, const QMap<QString, QString>& environment)
{
    static const QString prefix = QStringLiteral("REFRAIN_");
    for (auto it = environment.lowerBound(prefix); it != environment.end() && it.key().startsWith(prefix); ++it) {
        if (isForOthers(it.key()))
            continue;
        if (Result<> done = set(config, it.key().mid(prefix.size()).toLower(), it.key(), it.value().trimmed()); !done)
            return done;
    }
    return {};
}

/// systemd names the state directory of a service; a person's own run keeps to their XDG data.
QString defaultDataDir(const QMap<QString, QString>& environment)
{
    const QString state = environment.value(QStringLiteral("STATE_DIRECTORY")).section(QLatin1Char(':'), 0, 0);
    if (!state.isEmpty())
        return state;
    const QString data = environment.value(QStringLiteral("XDG_DATA_HOME"));
    if (QDir::isAbsolutePath(data))
        return data + QStringLiteral("/refrain");
    return environment.value(QStringLiteral("HOME"), QDir::homePath()) + QStringLiteral("/.local/share/refrain");
}

}  // namespace

QMap<QString, QString> processEnvironment()
{
    QMap<QString, QString> map;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys())
        map.insert(name, environment.value(name));
    return map;
}

Result<Config> readConfig(const ConfigSources& sources)
{
    Config config;
    if (Result<> done = readFile(config, sources); !done)
        return done.error();
    if (Result<> done = readEnvironment(config, sources.environment); !done)
        return done.error();
    if (config.dataDir.isEmpty())
        config.dataDir = defaultDataDir(sources.environment);
    if (config.database.isEmpty())
        config.database = QStringLiteral("sqlite://%1/refrain.db").arg(config.dataDir);
    if (config.keyFile.isEmpty())
        config.keyFile = config.dataDir + QStringLiteral("/master.key");
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (QFileInfo::exists(config.keyFile) && othersMayRead(config.keyFile, others))
        return Error::invalid(QStringLiteral("REFRAIN_KEY_FILE: others may read %1. Take that away with: chmod 600 %1")
                                  .arg(config.keyFile));
    return config;
}

}  // namespace refrain::service
