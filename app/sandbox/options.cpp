#include "sandbox/options.h"

#include <QCommandLineParser>

#include <limits>

namespace refrain::sandbox {

namespace {

constexpr quint64 mostUsers = 100'000'000;
constexpr quint64 mostChannels = 1'000'000;

void describe(QCommandLineParser& parser)
{
    const auto add = [&](const char* name, const char* value, const char* text) {
        parser.addOption({QString::fromLatin1(name), QString::fromUtf8(text), QString::fromLatin1(value)});
    };
    parser.setApplicationDescription(
        QStringLiteral("The practice Slack: Slack's interface over a workspace made from a seed."));
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this and exit.")});
    parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Show the version and exit.")});
    add("listen", "HOST:PORT", "Where to listen, on loopback; port 0 is any free one. Required.");
    add("users", "N", "How many people the workspace has. Default: 1000.");
    add("channels", "N", "How many channels it has. Default: 50.");
    add("seed", "N", "Which workspace it is. Default: 1.");
    add("state", "FILE", "Where tokens, messages and changes are kept across restarts. Default: nowhere.");
    add("deliver-to", "URL", "Deliver by signed HTTP to URL/slack/..., instead of Socket Mode.");
    add("client-id", "ID", "The app's client id. Default: 1.1.");
    add("client-secret", "S", "The app's client secret. Default: practice-client-secret.");
    add("signing-secret", "S", "The app's signing secret. Default: practice-signing-secret.");
    add("app-token", "T", "The app-level token. Default: xapp-practice.");
    add("rotation", "on|off", "Token rotation. Default: on.");
    add("rate-limits", "on|off", "Slack's rate limits. Default: on.");
    add("faults", "FILE", "Faults to inject, as JSON.");
    parser.addOption(
        {QStringLiteral("auto-approve"), QStringLiteral("Answer the authorize page as the primary owner.")});
}

/// Reads values one by one and keeps the first complaint.
class Reader {
public:
    explicit Reader(const QCommandLineParser& parser) : m_parser(parser) {}

    [[nodiscard]] const QString& complaint() const { return m_complaint; }

    void number(const char* name, quint64 least, quint64 most, quint64& value)
    {
        if (!isSet(name))
            return;
        bool ok = false;
        const quint64 read = text(name).toULongLong(&ok);
        if (!ok || read < least || read > most)
            complain(name, QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
        else
            value = read;
    }

    void toggle(const char* name, bool& value)
    {
        if (!isSet(name))
            return;
        if (text(name) != u"on" && text(name) != u"off")
            complain(name, QStringLiteral("on or off"));
        value = text(name) == u"on";
    }

    void word(const char* name, QString& value)
    {
        if (!isSet(name))
            return;
        value = text(name);
        if (value.isEmpty())
            complain(name, QStringLiteral("not to be empty"));
    }

    void word(const char* name, QByteArray& value)
    {
        QString read = QString::fromUtf8(value);
        word(name, read);
        value = read.toUtf8();
    }

    void complain(const char* name, const QString& wanted)
    {
        if (m_complaint.isEmpty())
            m_complaint =
                QStringLiteral("--%1 has to be %2, and is \"%3\".").arg(QLatin1String(name), wanted, text(name));
    }

    [[nodiscard]] bool isSet(const char* name) const { return m_parser.isSet(QString::fromLatin1(name)); }
    [[nodiscard]] QString text(const char* name) const { return m_parser.value(QString::fromLatin1(name)); }

private:
    const QCommandLineParser& m_parser;
    QString m_complaint;
};

void readListen(Reader& reader, Options& options)
{
    const QString text = reader.text("listen");
    const qsizetype cut = text.lastIndexOf(u':');
    QString host = text.left(std::max<qsizetype>(cut, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool ok = false;
    const uint port = text.mid(cut + 1).toUInt(&ok);
    const bool local = host == u"127.0.0.1" || host == u"localhost" || host == u"::1";
    if (cut < 0 || !ok || port > std::numeric_limits<quint16>::max() || !local)
        reader.complain("listen", QStringLiteral("127.0.0.1:PORT, localhost:PORT or [::1]:PORT"));
    options.host = host;
    options.port = quint16(port);
}

void readDeliverTo(Reader& reader, Options& options)
{
    if (!reader.isSet("deliver-to"))
        return;
    options.deliverTo = QUrl(reader.text("deliver-to"), QUrl::StrictMode);
    if (!options.deliverTo.isValid() || options.deliverTo.host().isEmpty() || options.deliverTo.scheme() != u"http")
        reader.complain("deliver-to", QStringLiteral("an http address"));
}

}  // namespace

QString Options::help()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

Result<Options> Options::parse(const QStringList& arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return Error::invalid(parser.errorText());
    Options options;
    options.helpWanted = parser.isSet(QStringLiteral("help"));
    options.versionWanted = parser.isSet(QStringLiteral("version"));
    if (!parser.positionalArguments().isEmpty())
        return Error::invalid(
            QStringLiteral("\"%1\" is not an option.").arg(parser.positionalArguments().constFirst()));
    if (options.helpWanted || options.versionWanted)
        return options;
    Reader reader(parser);
    readListen(reader, options);
    reader.number("users", 1, mostUsers, options.world.users);
    reader.number("channels", 1, mostChannels, options.world.channels);
    reader.number("seed", 0, quint64(std::numeric_limits<qint64>::max()), options.world.seed);
    reader.word("state", options.stateFile);
    readDeliverTo(reader, options);
    reader.word("client-id", options.app.clientId);
    reader.word("client-secret", options.app.clientSecret);
    reader.word("signing-secret", options.app.signingSecret);
    reader.word("app-token", options.app.appToken);
    reader.toggle("rotation", options.app.rotation);
    reader.toggle("rate-limits", options.rateLimits);
    reader.word("faults", options.faultsFile);
    options.autoApprove = parser.isSet(QStringLiteral("auto-approve"));
    if (!reader.complaint().isEmpty())
        return Error::invalid(reader.complaint());
    return options;
}

}  // namespace refrain::sandbox
