#include "tests/ui/testwindow.h"
#include "ui/help/helpwindow.h"
#include "ui/shell/sidebar.h"
#include "ui/translation.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QShortcut>
#include <QTest>
#include <QTextBrowser>
#include <QXmlStreamReader>

using namespace refrain;
using namespace refrain::ui;

namespace {

/// Every text of the program and its German.
QHash<QString, QString> germanTexts()
{
    QFile file(QStringLiteral(REFRAIN_SOURCE_DIR "/resources/translations/refrain_de.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QHash<QString, QString> texts;
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == QLatin1String("translation"))
            texts.insert(source, xml.readElementText(QXmlStreamReader::IncludeChildElements));
    }
    return texts;
}

QStringList found(const QString& text, const QString& pattern)
{
    QStringList all;
    for (auto it = QRegularExpression(pattern).globalMatch(text); it.hasNext();)
        all << it.next().captured(1);
    return all;
}

}  // namespace

/// The manual: what it names is there, every screen has its page, and it is found and shown.
class ManualTest final : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale::c()); }

    void bothLanguagesHaveTheSamePages()
    {
        const Manual english = Manual::load(QStringLiteral("en_GB"));
        const Manual german = Manual::load(QStringLiteral("de"));
        QVERIFY(english.pages().size() > 12);
        QCOMPARE(german.pages().size(), english.pages().size());
        for (int i = 0; i < english.pages().size(); ++i) {
            QCOMPARE(german.pages().at(i).name, english.pages().at(i).name);
            QVERIFY(!english.pages().at(i).title.isEmpty());
        }
        QCOMPARE(english.pages().first().name, QStringLiteral("index"));
        QCOMPARE(Manual::load(QStringLiteral("fr")).pages().first().title, english.pages().first().title);
    }

    void everyLinkLeadsToAPage()
    {
        for (const char* language : {"en", "de"}) {
            const Manual manual = Manual::load(QLatin1String(language));
            for (const Manual::Page& page : manual.pages()) {
                for (const QString& name : found(page.text, QStringLiteral("\\]\\(([a-z]+)\\.md\\)")))
                    QVERIFY2(manual.has(name), qPrintable(page.name + u' ' + name));
            }
        }
    }

    /// What stands in italics is what the window calls it.
    void whatIsNamedIsThere()
    {
        const QHash<QString, QString> texts = germanTexts();
        const QStringList german = texts.values();
        static const QRegularExpression bold(QStringLiteral("\\*\\*[^*]*\\*\\*"));
        for (const char* language : {"en", "de"}) {
            const Manual manual = Manual::load(QLatin1String(language));
            for (const Manual::Page& page : manual.pages()) {
                for (const QString& name : found(QString(page.text).remove(bold), QStringLiteral("\\*([^*\n]+)\\*"))) {
                    const bool isSaid = name.endsWith(u'?') || name == QLatin1String("now") ||
                                        name == QLatin1String("jetzt") || name == QLatin1String("OPT_OUT");
                    QVERIFY2(isSaid || (language[0] == 'e' ? texts.contains(name) : german.contains(name)),
                             qPrintable(page.name + u' ' + name));
                }
            }
        }
    }

    void everyScreenHasItsPage_data()
    {
        QTest::addColumn<QString>("screen");
        for (const char* name : {"people", "channels", "categories", "playbooks", "notifications", "workflows",
                                 "templates", "activity", "sync", "approvals", "imports", "insights", "members", "keys"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyScreenHasItsPage()
    {
        QFETCH(QString, screen);
        QCOMPARE(Manual::load(QStringLiteral("en")).page(screen).name, screen);
    }

    void allWordsAreLookedForAndTitlesCountMore()
    {
        const Manual manual = Manual::load(QStringLiteral("en"));
        QCOMPARE(manual.search({}).size(), manual.pages().size());
        QCOMPARE(manual.search(QStringLiteral("filter")).first().name, QStringLiteral("filter"));
        QVERIFY(manual.search(QStringLiteral("jsonnet   GAPS")).size() == 1);
        QVERIFY(manual.search(QStringLiteral("jsonnet webhook")).isEmpty());
        QVERIFY(manual.search(QStringLiteral("outbox")).first().excerpt.contains(QStringLiteral("outbox")));
    }

    void theKeyPressedTwiceOpensThePageOfTheScreen()
    {
        test::TestWindow w;
        QTRY_VERIFY(w.isLoaded());
        w.showScreen("sync");
        QTest::keyClick(&w.main, Qt::Key_F1);
        auto* popover = w.find<QFrame>("helpPopover");
        QTRY_VERIFY(popover && popover->isVisible());
        QTest::keyClick(popover, Qt::Key_F1);
        QTRY_VERIFY(w.find<HelpWindow>("helpWindow"));
        auto* help = w.find<HelpWindow>("helpWindow");
        QVERIFY(help->isVisible() && !help->isModal());
        QCOMPARE(help->page(), QStringLiteral("sync"));
        QVERIFY(w.find<QTextBrowser>("helpText")->toPlainText().startsWith(QStringLiteral("Sync")));
        // The same window again, at another screen.
        w.showScreen("members");
        w.main.openManual();
        QCOMPARE(w.find<HelpWindow>("helpWindow"), help);
        QCOMPARE(help->page(), QStringLiteral("members"));
        QTRY_VERIFY(help->isActiveWindow());
        QTest::keyClick(help, Qt::Key_Escape);
        QVERIFY(!help->isVisible());
    }

    void whatIsTypedNarrowsThePagesAndLinksLeadOn()
    {
        const Theme theme = Theme::make(Scheme::Light);
        HelpWindow help(theme, Manual::load(QStringLiteral("en")), nullptr);
        help.showPage(QStringLiteral("index"));
        auto* pages = help.findChild<QListWidget*>(QStringLiteral("helpPages"));
        auto* search = help.findChild<QLineEdit*>(QStringLiteral("helpSearch"));
        const int all = pages->count();
        QTest::keyClicks(search, QStringLiteral("webhook"));
        QVERIFY(pages->count() > 0 && pages->count() < all);
        pages->setCurrentRow(0);
        QCOMPARE(help.page(), QStringLiteral("channels"));
        QTest::keyClicks(search, QStringLiteral(" zeppelin"));
        QVERIFY(!pages->isVisible());
        emit help.findChild<QTextBrowser*>(QStringLiteral("helpText"))->anchorClicked(QUrl(QStringLiteral("many.md")));
        QCOMPARE(help.page(), QStringLiteral("many"));
        QCOMPARE(pages->count(), all);
    }

    void theSheetOfKeysListsThemAll()
    {
        test::TestWindow w;
        QTRY_VERIFY(w.isLoaded());
        w.main.showKeys();
        auto* sheet = w.find<QDialog>("shortcutSheet");
        QVERIFY(sheet && !sheet->isModal());
        QStringList listed;
        for (const QLabel* label : sheet->findChildren<QLabel*>())
            listed << label->text();
        const QStringList said = listed.join(u' ').split(u' ');
        for (const QShortcut* shortcut : w.main.findChildren<QShortcut*>()) {
            const QString key = shortcut->key()
                                    .toString(QKeySequence::NativeText)
                                    .replace(QStringLiteral("Up"), QStringLiteral("↑"))
                                    .replace(QStringLiteral("Down"), QStringLiteral("↓"))
                                    .replace(QStringLiteral("Pg↑"), QStringLiteral("PgUp"))
                                    .replace(QStringLiteral("Pg↓"), QStringLiteral("PgDown"));
            const QString name = shortcut->parent()->objectName();
            const bool isOfScreen = w.main.screens().size() < 19 && key.startsWith(QLatin1String("Alt+")) &&
                                    key.size() == 5 && key.back().digitValue() > w.main.screens().size() - 10;
            QVERIFY2(isOfScreen || said.contains(key), qPrintable(name + u' ' + key));
        }
    }

    void everyScreenHasAKey()
    {
        test::TestWindow w;
        QTRY_VERIFY(w.isLoaded());
        QTRY_VERIFY(w.workspace->desk().mayAdminister());
        QVERIFY(w.main.screens().size() > 10);
        QTest::keyClick(&w.main, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(w.main.currentScreen(), w.main.screens().at(9));
        QTest::keyClick(&w.main, Qt::Key_1, Qt::AltModifier);
        QCOMPARE(w.main.currentScreen(), w.main.screens().at(10));
        QTest::keyClick(&w.main, Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(w.main.currentScreen(), w.main.screens().at(9));
        QTest::keyClick(&w.main, Qt::Key_1, Qt::ControlModifier);
        QTest::keyClick(&w.main, Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(w.main.currentScreen(), w.main.screens().at(0));
        QVERIFY(w.find<SidebarButton>("sidebarpeople")->toolTip().contains(QStringLiteral("Ctrl+1")));
    }

    void whatWasSaidStaysWhereItWasSaid()
    {
        test::TestWindow w;
        QTRY_VERIFY(w.isLoaded());
        w.main.notice().say(QStringLiteral("Done."));
        QTest::keyClick(&w.main, Qt::Key_2, Qt::ControlModifier);
        QVERIFY(w.said().isEmpty());
    }
};

QTEST_MAIN(ManualTest)
#include "tst_manual.moc"
