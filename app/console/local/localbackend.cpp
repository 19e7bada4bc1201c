#include "console/local/localbackend.h"

#include "console/local/childprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace refrain::console {

namespace {

constexpr int restartMs[] = {0, 1'000, 5'000, 15'000, 60'000};
/// A child that ran this long before it ended counts as healthy: the next start is prompt again.
constexpr int healthyMs = 5 * 60'000;

QString configFile(const Profile& profile)
{
    return profile.backendDir() + QStringLiteral("/refraind.ini");
}

/// The lines of a configuration file; none where there is no file.
QList<QByteArray> settingsIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

QByteArray keyOf(const QByteArray& line)
{
    return line.left(line.indexOf('=')).trimmed();
}

/// This process's environment without refraind's settings: those of a server, or of this console, are not those of
/// the backend that it starts.
QProcessEnvironment environmentOfOthers()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString& name : names) {
        if (name.startsWith(QLatin1String("REFRAIN_")))
            environment.remove(name);
    }
    return environment;
}

/// A sentence of the backend's in the console's language, where it is one that is known; else as it is.
QString inOurLanguage(const QString& sentence)
{
    static constexpr const char* known[] = {
        QT_TRANSLATE_NOOP("refrain::console::LocalBackend",
                          "The ports 8470 to 8473 are all taken on this computer. Close one of the programs that use "
                          "them, then try again."),
    };
    for (const char* one : known) {
        if (sentence == QLatin1String(one))
            return LocalBackend::tr(one);
    }
    return sentence;
}

}  // namespace

struct LocalBackend::Data {
    Data(Profile p, Random& r) : profile(std::move(p)), random(r) {}

    Profile profile;
    Random& random;
    Mode mode = Mode::Embedded;
    State state = State::Stopped;
    QString sentence;
    QUrl url;
    QUrl practiceUrl;
    Secret secret;
    size_t restarts = 0;
    ChildProgram practice;
    ChildProgram backend;
    QTimer restart;
    QTimer healthy;
};

LocalBackend::LocalBackend(Profile profile, Random& random, QObject* parent)
    : QObject(parent), d(std::make_unique<Data>(std::move(profile), random))
{
    d->restart.setSingleShot(true);
    d->healthy.setSingleShot(true);
    d->healthy.setInterval(healthyMs);
    connect(&d->healthy, &QTimer::timeout, this, [this] { d->restarts = 0; });
    connect(&d->restart, &QTimer::timeout, this, &LocalBackend::launch);
    connect(&d->practice, &ChildProgram::ready, this, [this](const QUrl& url) {
        d->practiceUrl = url;
        launchBackend();
    });
    connect(&d->backend, &ChildProgram::ready, this, [this](const QUrl& url) {
        // Slack's redirect and the browser's cookie are bound to this name, not to the address.
        d->url = QUrl(QStringLiteral("http://localhost:%1").arg(url.port()));
        d->healthy.start();
        enter(State::Ready, tr("Refrain's backend runs on this computer."));
    });
    connect(&d->practice, &ChildProgram::died, this, [this](const QString& sentence) {
        // The next practice Slack has another address, which the backend learns only when it starts.
        childDied(d->practice, sentence);
        d->backend.stop();
    });
    connect(&d->backend, &ChildProgram::died, this,
            [this](const QString& sentence) { childDied(d->backend, sentence); });
    connect(&d->backend, &ChildProgram::stopped, this, [this] {
        if (d->state == State::Stopped)
            d->practice.stop();
    });
    connect(&d->practice, &ChildProgram::stopped, this, [this] {
        if (d->state == State::Stopped && !d->backend.isRunning())
            enter(State::Stopped, {});
    });
}

LocalBackend::~LocalBackend() = default;

void LocalBackend::enter(State state, const QString& sentence)
{
    d->state = state;
    d->sentence = sentence;
    emit stateChanged(state);
}

void LocalBackend::start(Mode mode)
{
    d->mode = mode;
    d->restarts = 0;
    launch();
}

void LocalBackend::launch()
{
    if (d->backend.isRunning()) {
        d->restart.start(restartMs[1]);
        return;
    }
    if (d->mode == Mode::Embedded || d->practice.isRunning()) {
        launchBackend();
        return;
    }
    const QString program = findProgram(QStringLiteral("refrain-sandbox"));
    if (program.isEmpty()) {
        enter(State::Failed, tr("The program refrain-sandbox was not found. Install Refrain again, whole."));
        return;
    }
    QStringList arguments{QStringLiteral("--listen"),   QStringLiteral("127.0.0.1:0"),
                          QStringLiteral("--users"),    QStringLiteral("10000"),
                          QStringLiteral("--channels"), QStringLiteral("200"),
                          QStringLiteral("--seed"),     QStringLiteral("1"),
                          QStringLiteral("--state"),    d->profile.practiceDir() + QStringLiteral("/state.json")};
    arguments += QProcess::splitCommand(qEnvironmentVariable("REFRAIN_SANDBOX_ARGS"));
    enter(State::StartingPractice, tr("The practice Slack is starting."));
    d->practice.start(program, arguments, QProcessEnvironment::systemEnvironment(), {});
}

void LocalBackend::launchBackend()
{
    const QString program = findProgram(QStringLiteral("refraind"));
    if (program.isEmpty()) {
        enter(State::Failed, tr("The program refraind was not found. Install Refrain again, whole."));
        return;
    }
    QProcessEnvironment environment = environmentOfOthers();
    // Practice people never share a database with real ones.
    environment.insert(QStringLiteral("REFRAIN_DATA_DIR"),
                       d->mode == Mode::Practice ? d->profile.practiceDir() : d->profile.backendDir());
    QStringList arguments{QStringLiteral("serve"), QStringLiteral("--embedded")};
    if (d->mode == Mode::Practice) {
        environment.insert(QStringLiteral("REFRAIN_SLACK_URL"), d->practiceUrl.toString());
        environment.insert(QStringLiteral("REFRAIN_SLACK_CLIENT_ID"), QStringLiteral("1.1"));
        environment.insert(QStringLiteral("REFRAIN_SLACK_CLIENT_SECRET"), QStringLiteral("practice-client-secret"));
        environment.insert(QStringLiteral("REFRAIN_SLACK_SIGNING_SECRET"), QStringLiteral("practice-signing-secret"));
        environment.insert(QStringLiteral("REFRAIN_SLACK_APP_TOKEN"), QStringLiteral("xapp-practice"));
    } else if (QFile::exists(configFile(d->profile))) {
        arguments << QStringLiteral("--config") << configFile(d->profile);
    }
    d->secret = Secret(d->random.token());
    enter(State::StartingBackend, tr("Refrain's backend is starting."));
    d->backend.start(program, arguments, environment, d->secret.reveal() + '\n');
}

void LocalBackend::childDied(const ChildProgram& child, const QString& sentence)
{
    d->healthy.stop();
    if (d->state == State::Stopped || d->state == State::Failed)
        return;
    if (d->restarts == 0 && child.hasRefused()) {
        enter(State::Failed, inOurLanguage(sentence));
        return;
    }
    if (d->restarts >= std::size(restartMs)) {
        enter(State::Failed,
              tr("%1 It was started again several times in vain. What waits here is kept.").arg(sentence));
        return;
    }
    enter(State::Restarting, tr("%1 It is being started again; nothing is lost.").arg(sentence));
    d->restart.start(restartMs[d->restarts++]);
}

void LocalBackend::stop()
{
    d->restart.stop();
    d->healthy.stop();
    d->state = State::Stopped;
    // The backend first: it still wants to answer Slack.
    d->backend.stop();
}

LocalBackend::Mode LocalBackend::mode() const
{
    return d->mode;
}

LocalBackend::State LocalBackend::state() const
{
    return d->state;
}

QString LocalBackend::sentence() const
{
    return d->sentence;
}

QString LocalBackend::details() const
{
    const QStringList parts{d->backend.tail(), d->practice.tail()};
    return parts.join(QLatin1Char('\n')).trimmed();
}

QUrl LocalBackend::url() const
{
    return d->url;
}

QUrl LocalBackend::practiceUrl() const
{
    return d->practiceUrl;
}

Secret LocalBackend::launchSecret() const
{
    return d->secret;
}

bool LocalBackend::hasCredentials() const
{
    for (const QByteArray& line : settingsIn(configFile(d->profile))) {
        if (keyOf(line) == "slack_client_id")
            return true;
    }
    return false;
}

Result<> LocalBackend::writeCredentials(const SlackAppCredentials& credentials)
{
    const std::pair<const char*, QByteArray> settings[] = {
        {"slack_client_id=", credentials.clientId.trimmed().toUtf8()},
        {"slack_client_secret=", credentials.clientSecret.reveal().trimmed()},
        {"slack_signing_secret=", credentials.signingSecret.reveal().trimmed()},
        {"slack_app_token=", credentials.appToken.reveal().trimmed()}};
    QByteArray lines;
    for (const QByteArray& line : settingsIn(configFile(d->profile))) {
        const auto writes = [&](const auto& setting) { return keyOf(line) == keyOf(setting.first); };
        if (std::none_of(std::begin(settings), std::end(settings), writes))
            lines += line + '\n';
    }
    for (const auto& [key, value] : settings) {
        // A line break would smuggle in another setting.
        if (value.contains('\n') || value.contains('\r'))
            return Error::invalid(tr("A credential holds a line break. Paste each one alone."));
        if (!value.isEmpty())
            lines += key + value + '\n';
    }
    QSaveFile file(configFile(d->profile));
    const bool opened = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const bool written = opened && file.write(lines) == lines.size() && file.commit();
    lines.fill('\0');
    if (written)
        return {};
    return Error::unavailable(tr("The backend's configuration could not be written. Nothing was changed."),
                              file.errorString());
}

QString LocalBackend::findProgram(const QString& name)
{
    const QString beside = QCoreApplication::applicationDirPath();
    const QStringList folders{beside, QDir::cleanPath(beside + QStringLiteral("/../libexec/refrain")),
                              QDir::cleanPath(beside + QStringLiteral("/../libexec"))};
    const QString near = QStandardPaths::findExecutable(name, folders);
    return near.isEmpty() ? QStandardPaths::findExecutable(name) : near;
}

}  // namespace refrain::console
