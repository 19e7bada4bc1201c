#include "ui/common/appearance.h"
#include "ui/endsignal.h"
#include "ui/options.h"
#include "ui/program.h"
#include "ui/singleinstance.h"
#include "ui/translation.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char* argv[])
{
    using namespace refrain::ui;
    QCoreApplication::setApplicationName(QStringLiteral("refrain"));
    QCoreApplication::setApplicationVersion(QStringLiteral(REFRAIN_VERSION));
    {
        const QCoreApplication application(argc, argv);  // which, unlike the one below, needs no display
        if (isAnswered(parseOptions(QCoreApplication::arguments(), {})))
            return 0;
        if (!hasDisplay(QCoreApplication::arguments())) {
            std::fputs(
                "refrain: There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set, so nothing was "
                "started. In the source tree `./dev run` brings one of its own.\n",
                stderr);
            return 1;
        }
    }
    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("refrain"));
    QApplication::setStyle(QStringLiteral("Fusion"));
    const Translation translation(qEnvironmentVariable("REFRAIN_LANGUAGE"));

    const auto options = parseOptions(QCoreApplication::arguments(), qEnvironmentVariable("REFRAIN_THEME"));
    if (!options) {
        std::fprintf(stderr, "refrain: %s\n", qPrintable(options.error().message()));
        return 2;
    }
    if (isAnswered(options))
        return 0;
    auto profile = refrain::console::Profile::open(options->profile);
    if (!profile) {
        std::fprintf(stderr, "refrain: %s\n", qPrintable(profile.error().message()));
        return 1;
    }
    const QString socket = profile->socketFile();
    if (options->isAlone() && SingleInstance::handOver(socket, options->linkText()))
        return 0;
    Program program(*options, *profile);
    const SingleInstance single(socket);
    QObject::connect(&single, &SingleInstance::asked, &program, &Program::onAsked);
    const EndSignal endSignal;
    QObject::connect(&endSignal, &EndSignal::requested, qApp, &QApplication::quit);
    if (const auto started = program.start(); !started) {
        std::fprintf(stderr, "refrain: %s\n", qPrintable(started.error().message()));
        return 1;
    }
    return QApplication::exec();
}
