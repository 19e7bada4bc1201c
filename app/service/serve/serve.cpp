#include "service/serve/serve.h"

#include "base/log.h"
#include "service/serve/backend.h"
#include "service/serve/launchinput.h"
#include "web/signalwatcher.h"

#include <QCoreApplication>
#include <QTextStream>

#include <optional>

namespace refrain::service {

Result<> serve(const Config& config, bool embedded)
{
    // Before the first thread, which inherits that the signals are blocked.
    const web::SignalWatcher signalWatcher;
    Secret launchSecret;
    if (embedded) {
        launchSecret = LaunchInput::readSecret();
        if (launchSecret.isEmpty())
            return Error::invalid(QStringLiteral("--embedded needs a launch secret as the first line of its input."));
    }
    Result<std::unique_ptr<Backend>> backend = Backend::start(config, launchSecret);
    if (!backend)
        return backend.error();
    QObject::connect(&signalWatcher, &web::SignalWatcher::terminationRequested, QCoreApplication::instance(),
                     &QCoreApplication::quit);
    std::optional<LaunchInput> input;
    if (embedded) {
        input.emplace();
        QObject::connect(&*input, &LaunchInput::ended, QCoreApplication::instance(), &QCoreApplication::quit);
    }
    QTextStream(stdout) << "listening on " << (*backend)->address() << Qt::endl;
    qCInfo(log::service) << "serving" << (*backend)->address();
    QCoreApplication::exec();
    (*backend)->stop();
    qCInfo(log::service) << "stopped";
    return {};
}

}  // namespace refrain::service
