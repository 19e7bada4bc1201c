#include "tests/ui/testwindow.h"
#include "ui/common/contexthelp.h"

#include <QFrame>
#include <QLineEdit>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// F1 explains what has the focus.
class ContextHelpTest final : public QObject {
    Q_OBJECT

    using Window = refrain::test::TestWindow;

private slots:
    void everyPlaceHasItsWords_data()
    {
        QTest::addColumn<QString>("widget");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("begins");
        QTest::newRow("the filter") << QStringLiteral("peopleFilter") << -1 << QStringLiteral("Filter\n");
        QTest::newRow("a name") << QStringLiteral("peopleTable") << 0 << QStringLiteral("Name\nPerson 1");
        QTest::newRow("a mark") << QStringLiteral("peopleTable") << 5
                                << QStringLiteral("Reminders\nReminders: on (workspace default).");
        QTest::newRow("a button beside") << QStringLiteral("peopleColumns") << -1 << QStringLiteral("Columns\n");
        QTest::newRow("the form") << QStringLiteral("reason") << -1 << QStringLiteral("Who asked?\n");
        QTest::newRow("a switch") << QStringLiteral("switch-reminders") << -1 << QStringLiteral("Reminders\n");
    }

    void everyPlaceHasItsWords()
    {
        QFETCH(QString, widget);
        QFETCH(int, column);
        QFETCH(QString, begins);
        Window w;
        QTRY_VERIFY(w.isLoaded());
        QTRY_VERIFY(w.find<QWidget>("switch-reminders"));
        auto* at = w.main.findChild<QWidget*>(widget);
        if (auto* table = qobject_cast<QTableView*>(at))
            table->setCurrentIndex(table->model()->index(0, column));
        const QString words = ContextHelp::wordsFor(at);
        QVERIFY2(words.startsWith(begins), qPrintable(words));
    }

    void aRequiredMarkIsNotSaidToSwitch_data()
    {
        QTest::addColumn<QString>("widget");
        QTest::newRow("in the table") << QStringLiteral("peopleTable");
        QTest::newRow("in the details") << QStringLiteral("switch-security");
    }

    void aRequiredMarkIsNotSaidToSwitch()
    {
        QFETCH(QString, widget);
        Window w;
        QTRY_VERIFY(w.isLoaded());
        QTRY_VERIFY(w.find<QWidget>("switch-security"));
        auto* at = w.main.findChild<QWidget*>(widget);
        if (auto* table = qobject_cast<QTableView*>(at))
            table->setCurrentIndex(table->model()->index(0, 6));
        const QString words = ContextHelp::wordsFor(at);
        QVERIFY2(words.contains(QStringLiteral("Nobody can leave Security")), qPrintable(words));
        QVERIFY2(!words.contains(QStringLiteral("switches")), qPrintable(words));
    }

    void theKeyOpensItAndTheNextCloses()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        auto* filter = w.find<QLineEdit>("peopleFilter");
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_F1);
        QTRY_VERIFY(w.find<QFrame>("helpPopover"));
        QTest::keyClick(w.find<QFrame>("helpPopover"), Qt::Key_Escape);
        QTRY_VERIFY(!w.find<QFrame>("helpPopover"));
        w.main.activateWindow();
        QTRY_VERIFY(filter->hasFocus());
    }
};

QTEST_MAIN(ContextHelpTest)
#include "tst_contexthelp.moc"
