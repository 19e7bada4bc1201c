#include "ui/options.h"

#include "ui/common/appearance.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <cstdio>

namespace refrain::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Options)
};

bool isProfileName(const QString& name)
{
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9_-]{1,32}$"));
    return allowed.match(name).hasMatch();
}

bool isLoopback(const QUrl& url)
{
    return url.host() == QLatin1String("localhost") || url.host() == QLatin1String("127.0.0.1") ||
           url.host() == QLatin1String("::1");
}

Result<QUrl> backendUrl(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return Error::invalid(
            Text::tr("--backend: \"%1\" is no address; write it like https://refrain.example.com").arg(text));
    if (url.scheme() != QLatin1String("https") && !(url.scheme() == QLatin1String("http") && isLoopback(url)))
        return Error::invalid(
            Text::tr("--backend: the address must begin with https:// unless it is on this computer"));
    return url;
}

/// Nothing, or one link.
Result<> readLink(const QStringList& arguments, Options& options)
{
    if (arguments.isEmpty())
        return {};
    options.link = console::DeepLink::fromString(arguments.first());
    if (!options.link && arguments.first().startsWith(QLatin1String("refrain:")))
        return Error::invalid(
            Text::tr("\"%1\" is no link that Refrain opens; one looks like refrain://workspace/T0123/subject/U0123")
                .arg(arguments.first().left(200)));
    if (!options.link || arguments.size() > 1)
        return Error::invalid(
            Text::tr("\"%1\" is not an option").arg(options.link ? arguments.at(1) : arguments.first()));
    return {};
}

/// "1920x1080"; nothing leaves what is there.
Result<> readSize(const QString& text, Options& options)
{
    static const QRegularExpression allowed(QStringLiteral("^([0-9]{3,4})x([0-9]{3,4})$"));
    const QRegularExpressionMatch parts = allowed.match(text);
    if (!text.isEmpty() && !parts.hasMatch())
        return Error::invalid(Text::tr("--screenshot-size: write it like 1920x1080"));
    if (parts.hasMatch())
        options.screenshotSize = QSize(parts.captured(1).toInt(), parts.captured(2).toInt());
    return {};
}

}  // namespace

Result<Options> parseOptions(const QStringList& arguments, const QString& themeOverride)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("The opt-out desk for Slack workspaces."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile"), Text::tr("Keep settings and sign-ins under NAME."),
                                     QStringLiteral("NAME"));
    const QCommandLineOption backend(QStringLiteral("backend"), Text::tr("Use the Refrain server at URL."),
                                     QStringLiteral("URL"));
    const QCommandLineOption practice(QStringLiteral("practice"),
                                      Text::tr("Open the practice workspace; nothing leaves this computer."));
    const QCommandLineOption shots(QStringLiteral("screenshot-dir"),
                                   Text::tr("Save a picture of every screen in DIR, then end."), QStringLiteral("DIR"));
    QCommandLineOption theme(QStringLiteral("theme"), QString(), QStringLiteral("light|dark"));
    theme.setFlags(QCommandLineOption::HiddenFromHelp);
    QCommandLineOption size(QStringLiteral("screenshot-size"), QString(), QStringLiteral("WIDTHxHEIGHT"));
    size.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({profile, backend, practice, shots, size, theme});
    parser.addPositionalArgument(QStringLiteral("LINK"), Text::tr("Open a refrain:// link, in the console that runs."),
                                 QStringLiteral("[LINK]"));

    if (!parser.parse(arguments))
        return Error::invalid(parser.errorText());
    Options options;
    if (parser.isSet(help) || parser.isSet(version)) {
        options.isAnswer = true;
        options.answer = parser.isSet(help) ? parser.helpText() : QStringLiteral("refrain " REFRAIN_VERSION "\n");
        return options;
    }
    if (Result<> read = readLink(parser.positionalArguments(), options); !read)
        return read.error();

    options.practice = parser.isSet(practice);
    options.profile = parser.isSet(profile) ? parser.value(profile)
                      : options.practice    ? QStringLiteral("practice")
                                            : QStringLiteral("default");
    if (!isProfileName(options.profile))
        return Error::invalid(Text::tr("--profile: a name has 1 to 32 letters, digits, \"-\" and \"_\""));
    if (parser.isSet(backend)) {
        if (options.practice)
            return Error::invalid(Text::tr("--backend: practice mode brings its own server; leave one of the two out"));
        const Result<QUrl> url = backendUrl(parser.value(backend));
        if (!url)
            return url.error();
        options.backend = *url;
    }
    if (parser.isSet(shots) && parser.value(shots).isEmpty())
        return Error::invalid(Text::tr("--screenshot-dir: a folder is missing"));
    options.screenshotDir = parser.value(shots);
    if (Result<> read = readSize(parser.value(size), options); !read)
        return read.error();
    const QString look = parser.isSet(theme) ? parser.value(theme) : themeOverride;
    const QString strong = QStringLiteral("high-contrast");
    options.highContrast = look.startsWith(strong);
    options.scheme = look == strong ? Scheme::Light : schemeFromString(QString(look).remove(strong + u'-'));
    if (!look.isEmpty() && !options.scheme)
        return Error::invalid(Text::tr("--theme: it is light, dark, high-contrast or high-contrast-dark"));
    return options;
}

bool isAnswered(const Result<Options>& options)
{
    if (!options || !options->isAnswer)
        return false;
    std::fputs(qPrintable(options->answer), stdout);
    return true;
}

bool hasDisplay(const QStringList& arguments)
{
    const auto isSet = [](const char* name) { return !qEnvironmentVariableIsEmpty(name); };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM") ||
           arguments.contains(QStringLiteral("-platform"));
}

}  // namespace refrain::ui
