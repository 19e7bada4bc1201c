#include "tests/console/deskfixture.h"
#include "ui/common/screen.h"
#include "ui/common/settings.h"
#include "ui/connect/connectwords.h"
#include "ui/connect/credentialspage.h"
#include "ui/connect/welcomepage.h"
#include "ui/shell/mainwindow.h"
#include "ui/translation.h"
#include "ui/workspace.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>
#include <QXmlStreamReader>

using namespace refrain;
using namespace refrain::ui;
using refrain::test::DeskFixture;

namespace {

/// Whatever goes through tr() comes back in brackets.
class Brackets final : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char*, const char* text, const char*, int) const override
    {
        return u'⟦' + QString::fromUtf8(text) + u'⟧';
    }
};

/// What of a text never went through tr(): without what stands in brackets, names and codes. Empty: nothing.
QString untranslated(QString text)
{
    static const QRegularExpression bracketed(QStringLiteral("⟦[^⟦⟧]*⟧"));
    static const QRegularExpression data(
        QStringLiteral("Refrain|Acme|Person \\d+|[Rr]eminders|[Ss]ecurity|All optional messages|general|https?://\\S*|"
                       "\\b[UCT]\\d+\\b|\\bUTC\\b|Client ID|Client Secret|Signing Secret|App-Level Token|xapp-…|"
                       "[a-z]+:[a-z.]+|commands|[0-9a-f]{4,}(-[0-9a-f]{4,})+|\\b[0-9a-f]{8,}\\b|console|"
                       "\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\b"
                       "|\\b(Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(day)?\\b"));
    while (text.contains(bracketed))
        text.remove(bracketed);
    text.remove(data);
    static const QRegularExpression word(QStringLiteral("\\p{L}{2,}"));
    return word.match(text).captured();
}

QStringList textsOf(const QWidget* widget)
{
    QStringList texts{widget->toolTip(), widget->accessibleName()};
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        texts << label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        texts << button->text();
    if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
        texts << edit->placeholderText();
    if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
        for (int i = 0; i < box->count(); ++i)
            texts << box->itemText(i);
    }
    if (const auto* table = qobject_cast<const QTableView*>(widget); table && table->model()) {
        for (int column = 0; column < table->model()->columnCount(); ++column)
            texts << table->model()->headerData(column, Qt::Horizontal).toString();
    }
    return texts;
}

QStringList findings(const QWidget& root)
{
    QStringList found;
    QList<const QWidget*> widgets{&root};
    for (const QWidget* widget : root.findChildren<QWidget*>())
        widgets << widget;
    for (const QWidget* widget : widgets) {
        for (const QString& text : textsOf(widget)) {
            if (!untranslated(text).isEmpty())
                found << QStringLiteral("%1 %2: %3")
                             .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(), text);
        }
    }
    found.removeDuplicates();
    return found;
}

QString translationFile(const char* language)
{
    return QStringLiteral(REFRAIN_SOURCE_DIR "/resources/translations/refrain_%1.ts").arg(QLatin1String(language));
}

QStringList unfinishedIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {path + QStringLiteral(" cannot be read")};
    QXmlStreamReader xml(&file);
    QStringList found;
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation") && xml.attributes().hasAttribute(QLatin1String("type")))
            found << source;
    }
    return found;
}

}  // namespace

class TranslationsTest final : public QObject {
    Q_OBJECT

private slots:
    void everyWordOfTheWorkspaceGoesThroughTr()
    {
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        DeskFixture world;
        const Theme theme = Theme::make(Scheme::Light);
        Settings settings(world.folder.filePath(QStringLiteral("ui.ini")));
        MainWindow window(theme, settings);
        window.resize(1280, 800);
        window.show();
        world.start();
        Workspace workspace(theme, settings, world.clock, QTimeZone::utc(), window, std::move(world.desk));
        QTRY_COMPARE(workspace.desk().progress().stage, console::LoadProgress::Stage::Done);
        QTRY_COMPARE(workspace.desk().agreement().kind, console::Agreement::Kind::Agree);
        QVERIFY(
            workspace.desk().change(DeskFixture::order(QStringLiteral("U0000002"), PreferenceState::OptedOut)).ok());
        QTRY_VERIFY(workspace.desk().outbox().empty());
        QStringList found;
        for (int i = 0; i < window.screens().size(); ++i) {
            window.showScreen(i);
            auto* list = qobject_cast<QAbstractItemView*>(window.currentScreen()->mainPane());
            if (list && list->model()->rowCount() > 1)
                list->setCurrentIndex(list->model()->index(1, 0));
            found << findings(window);
        }
        QCoreApplication::removeTranslator(&brackets);
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void everyWordOfTheWaysInGoesThroughTr()
    {
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        const Theme theme = Theme::make(Scheme::Light);
        QStringList found = findings(WelcomePage(theme, {}));
        found << findings(CredentialsPage(theme)).filter(QRegularExpression(QStringLiteral("^(?!.*manifestText)")));
        using Failure = console::SignIn::Failure;
        for (int i = int(Failure::Denied); i <= int(Failure::Refused); ++i) {
            ProgressPage page(theme);
            page.setContent(failureView(Failure(i), false).content);
            found << findings(page);
        }
        QCoreApplication::removeTranslator(&brackets);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void oneIsNotSpokenOfAsMany()
    {
        const Translation english(QStringLiteral("en"));
        const auto waiting = [](int count) {
            return QCoreApplication::translate("refrain::console::Desk", "%1 change(s) wait here, not yet in force",
                                               nullptr, count)
                .arg(count);
        };
        QCOMPARE(waiting(1), QStringLiteral("1 change waits here, not yet in force"));
        QCOMPARE(waiting(2), QStringLiteral("2 changes wait here, not yet in force"));
    }

    void whatHasNoTranslationIsEnglish()
    {
        const Translation french(QStringLiteral("fr"));
        QCOMPARE(
            QCoreApplication::translate("refrain::console::Desk", "%1 change(s) were not applied", nullptr, 1).arg(1),
            QStringLiteral("1 change was not applied"));
        QLocale::setDefault(QLocale::c());
    }

    void nothingIsLeftUntranslated_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString& file :
             QDir(QStringLiteral(REFRAIN_SOURCE_DIR "/resources/translations")).entryList({QStringLiteral("*.ts")}))
            QTest::addRow("%s", qPrintable(file)) << file.section(u'_', 1).section(u'.', 0, 0);
    }

    /// As lupdate would find it now: also what was written since the file was.
    void nothingIsLeftUntranslated()
    {
        QFETCH(QString, language);
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("refrain_%1.ts").arg(language));
        QVERIFY(QFile::copy(translationFile(qPrintable(language)), copy));
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(REFRAIN_SOURCE_DIR));
        QStringList arguments{QStringLiteral("-silent"),     QStringLiteral("app/console"), QStringLiteral("ui"),
                              QStringLiteral("-I"),          QStringLiteral("app"),         QStringLiteral("-I"),
                              QStringLiteral("."),           QStringLiteral("-locations"),  QStringLiteral("none"),
                              QStringLiteral("-no-obsolete")};
        if (language == QLatin1String("en"))
            arguments << QStringLiteral("-pluralonly");
        lupdate.start(QStringLiteral(LUPDATE), arguments << QStringLiteral("-ts") << copy);
        QVERIFY2(lupdate.waitForFinished(60'000) && lupdate.exitCode() == 0, LUPDATE);
        const QStringList unfinished = unfinishedIn(copy);
        QVERIFY2(
            unfinished.isEmpty(),
            qPrintable(QStringLiteral("run the target update_translations and translate:\n") + unfinished.join(u'\n')));
    }
};

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
