#include "ui/translation.h"

#include "ui/pseudolanguage.h"

#include <QGuiApplication>
#include <QLibraryInfo>

namespace refrain::ui {

namespace {

const QString folder = QStringLiteral(":/i18n");
const QString separator = QStringLiteral("_");

}  // namespace

Translation::Translation(const QString& language)
{
    if (language == QLatin1String("pseudo")) {
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        (void)m_own.load(QStringLiteral("refrain_en"), folder);
        m_pseudo = std::make_unique<PseudoLanguage>(m_own);
        QCoreApplication::installTranslator(m_pseudo.get());
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        return;
    }
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    if (m_qt.load(locale, QStringLiteral("qtbase"), separator, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(locale, QStringLiteral("refrain"), separator, folder) ||
        m_own.load(QStringLiteral("refrain_en"), folder))
        QCoreApplication::installTranslator(&m_own);
}

Translation::~Translation() = default;

}  // namespace refrain::ui
