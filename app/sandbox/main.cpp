#include "base/log.h"
#include "sandbox/options.h"
#include "sandbox/sandbox.h"
#include "web/server.h"
#include "web/signalwatcher.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace refrain;

namespace {

constexpr std::chrono::seconds drainPatience{8};

int fail(int code, const QString& message)
{
    QTextStream(stderr) << "refrain-sandbox: " << message << '\n';
    return code;
}

int serve(const sandbox::Options& options)
{
    web::SignalWatcher signalWatcher;  // before any thread starts
    const SystemClock clock;
    SystemRandom random;
    Result<std::unique_ptr<sandbox::Sandbox>> made = sandbox::Sandbox::create(options, clock, random);
    if (!made)
        return fail(made.error().is(ErrorCode::Invalid) ? 2 : 1, made.error().message());
    web::Server server(**made);
    const Result<quint16> port = server.listen(options.host, options.port);
    if (!port)
        return fail(1, QStringLiteral("--listen: ") + port.error().message());
    QTextStream(stdout) << "listening on http://" << (options.host == u"::1" ? QStringLiteral("[::1]") : options.host)
                        << ':' << *port << Qt::endl;
    QObject::connect(&signalWatcher, &web::SignalWatcher::terminationRequested, qApp, &QCoreApplication::quit);
    const int code = QCoreApplication::exec();
    server.drain(drainPatience);
    return code;
}

}  // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("refrain-sandbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(REFRAIN_VERSION));
    const Result<sandbox::Options> options = sandbox::Options::parse(QCoreApplication::arguments());
    if (!options)
        return fail(2, options.error().message());
    if (options->helpWanted || options->versionWanted) {
        QTextStream(stdout) << (options->helpWanted ? sandbox::Options::help()
                                                    : QStringLiteral("refrain-sandbox " REFRAIN_VERSION "\n"));
        return 0;
    }
    if (!log::install(qEnvironmentVariable("REFRAIN_LOG", QStringLiteral("info"))))
        return fail(2, QStringLiteral("REFRAIN_LOG has to be debug, info, warning or critical."));
    return serve(*options);
}
