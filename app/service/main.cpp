#include "service/cli/run.h"

#include <QCoreApplication>

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("refraind"));
    QCoreApplication::setApplicationVersion(QStringLiteral(REFRAIN_VERSION));
    return refrain::service::run(refrain::service::parseCommandLine(QCoreApplication::arguments().mid(1)));
}
