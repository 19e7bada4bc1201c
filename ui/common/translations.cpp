#include "ui/common/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace refrain::ui {

void installTranslations(QCoreApplication& application)
{
    const QString folder = QStringLiteral(":/refrain/translations");
    auto* english = new QTranslator(&application);
    if (english->load(QStringLiteral("refrain_en"), folder))
        QCoreApplication::installTranslator(english);
    auto* here = new QTranslator(&application);
    if (here->load(QLocale(), QStringLiteral("refrain"), QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(here);
}

}  // namespace refrain::ui
