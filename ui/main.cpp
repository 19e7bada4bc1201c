#include "ui/common/appearance.h"
#include "ui/endsignal.h"
#include "ui/options.h"
#include "ui/program.h"
#include "ui/translation.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char* argv[])
{
    using namespace refrain::ui;
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("refrain"));
    QCoreApplication::setApplicationVersion(QStringLiteral(REFRAIN_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("refrain"));
    QApplication::setStyle(QStringLiteral("Fusion"));
    const Translation translation(qEnvironmentVariable("REFRAIN_LANGUAGE"));

    const auto options = parseOptions(QCoreApplication::arguments(), qEnvironmentVariable("REFRAIN_THEME"));
    if (!options) {
        std::fprintf(stderr, "refrain: %s\n", qPrintable(options.error().message()));
        return 2;
    }
    if (options->isAnswer) {
        std::fputs(qPrintable(options->answer), stdout);
        return 0;
    }
    auto profile = refrain::console::Profile::open(options->profile);
    if (!profile) {
        std::fprintf(stderr, "refrain: %s\n", qPrintable(profile.error().message()));
        return 1;
    }
    Program program(*options, *profile);
    const EndSignal endSignal;
    QObject::connect(&endSignal, &EndSignal::requested, qApp, &QApplication::quit);
    if (const auto started = program.start(); !started) {
        std::fprintf(stderr, "refrain: %s\n", qPrintable(started.error().message()));
        return 1;
    }
    return QApplication::exec();
}
