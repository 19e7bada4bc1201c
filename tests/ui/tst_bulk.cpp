#include "tests/ui/livewindow.h"
#include "ui/bulk/bulkdialog.h"
#include "ui/people/subjecttableview.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// Many at once, with real keys and clicks on the whole window over the real programs.
class BulkTest final : public QObject {
    Q_OBJECT

    /// Builds and other tests may run beside this one.
    static constexpr int patience = test::patience;

    test::LiveWindow w;

    [[nodiscard]] SubjectTableView* table() const { return w.find<SubjectTableView>("peopleTable"); }
    [[nodiscard]] BulkDialog* dialog() const { return w.find<BulkDialog>("bulkDialog"); }
    [[nodiscard]] QPushButton* act() const { return dialog()->findChild<QPushButton*>(QStringLiteral("bulkAct")); }
    /// All that the dialog's note says.
    [[nodiscard]] QString note() const
    {
        return dialog() ? dialog()->findChild<QWidget*>(QStringLiteral("bulkNote"))->accessibleName() : QString();
    }
    void choose(const QString& filter, int count)
    {
        w.find<QLineEdit>("peopleFilter")->setText(filter);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), count, patience);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(w.find<QLabel>("peopleSelected")->text(), QStringLiteral("%1 people selected").arg(count));
    }
    void open(const char* button)
    {
        QTest::mouseClick(w.find<QPushButton>(button), Qt::LeftButton);
        QTRY_VERIFY(dialog());
    }
    void setCategory(const char* slug)
    {
        auto* category = dialog()->findChild<QComboBox*>(QStringLiteral("bulkCategory"));
        category->setCurrentIndex(category->findData(QLatin1String(slug)));
    }
    void close()
    {
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("bulkClose")), Qt::LeftButton);
        QTRY_VERIFY(!dialog());
    }
    [[nodiscard]] console::StoredChoice stored(const SubjectId& subject, const char* slug) const
    {
        console::SubjectTable& people = w.desk().people();
        return people.stored(people.rowOf(subject), *people.columnOf(CategorySlug(QLatin1String(slug))));
    }
    [[nodiscard]] int optedOut(const char* slug) const
    {
        return w.desk().people().countOptedOut(*w.desk().people().columnOf(CategorySlug(QLatin1String(slug))));
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        QVERIFY(w.start(REFRAIN_BIN_DIR));
        w.main->resize(1280, 800);
    }

    void anActShowsWhomItChangesBeforeItDoes()
    {
        choose(QString(), 300);
        open("peopleBulkOptOut");
        setCategory("reminders");
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("It changes 300 people.")), patience);
        QVERIFY2(note().contains(QStringLiteral("on (workspace default) → off: 300")), qPrintable(note()));
        QCOMPARE(act()->text(), QStringLiteral("Opt out 300 people"));
        QVERIFY(!dialog()->findChild<QCheckBox*>(QStringLiteral("bulkTell"))->isChecked());
        QCOMPARE(optedOut("reminders"), 0);
        close();
        QCOMPARE(optedOut("reminders"), 0);
    }

    void itIsDoneAndTheTableShowsIt()
    {
        open("peopleBulkOptOut");
        setCategory("reminders");
        QTest::keyClicks(dialog()->findChild<QLineEdit*>(QStringLiteral("bulkReason")), QStringLiteral("It ended"));
        QTRY_VERIFY_WITH_TIMEOUT(act()->isEnabled() && note().contains(QStringLiteral("300 people")), patience);
        QTest::mouseClick(act(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("now off for 300 people.")), patience);
        QTRY_COMPARE_WITH_TIMEOUT(optedOut("reminders"), 300, patience);
    }

    void theResultCanBeKept()
    {
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("bulkCopy")), Qt::LeftButton);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 301);
        QVERIFY2(lines.at(1).endsWith(QStringLiteral("reminders\ton (workspace default)\toff\tchanged")),
                 qPrintable(lines.at(1)));
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("bulkSave")), Qt::LeftButton);
        QTRY_VERIFY(w.find<QFileDialog>("bulkSaveDialog"));
        const QString path = w.live.folder.filePath(QStringLiteral("result.csv"));
        emit w.find<QFileDialog>("bulkSaveDialog")->fileSelected(path);
        w.find<QFileDialog>("bulkSaveDialog")->close();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readLine().startsWith("\xEF\xBB\xBFID,Name,Email,Category"));
    }

    void undoNeverOverridesWhatAPersonSaidSince()
    {
        const SubjectId spoke = w.desk().people().id(7);
        console::ChangeOrder order;
        order.subject = spoke;
        order.category = CategorySlug(QStringLiteral("reminders"));
        order.reason = QStringLiteral("She wrote to us");
        for (const PreferenceState state : {PreferenceState::Default, PreferenceState::OptedOut}) {
            order.wish = console::Wish::toState(state);
            order.requestedBy = RequestedBy::Person;
            const qint64 before = stored(spoke, "reminders").version;
            QVERIFY(w.desk().change(order));
            QTRY_VERIFY_WITH_TIMEOUT(stored(spoke, "reminders").version > before && w.desk().outbox().empty(),
                                     patience);
        }
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("bulkUndo")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("It changes 299 people.")), patience);
        QVERIFY2(note().contains(QStringLiteral("Left as it is: changed meanwhile: 1")), qPrintable(note()));
        QTest::mouseClick(act(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("taken back for 299 people.")), patience);
        QTRY_COMPARE_WITH_TIMEOUT(optedOut("reminders"), 1, patience);
        QVERIFY(stored(spoke, "reminders").state == PreferenceState::OptedOut);
        close();
    }

    void aPersonsOwnNoIsLeftOutOfBackToDefault()
    {
        choose(QString(), 300);
        open("peopleBulkDefault");
        setCategory("reminders");
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("It changes nobody.")), patience);
        QVERIFY2(note().contains(QStringLiteral("their own no, which only they turn back: 1")), qPrintable(note()));
        QVERIFY(!act()->isEnabled());
        close();
    }

    void whatMovedInBetweenIsLookedAtAgain()
    {
        choose(QString(), 300);
        open("peopleBulkOptOut");
        setCategory("surveys");
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("It changes 300 people.")), patience);
        console::ChangeOrder order;
        order.subject = w.desk().people().id(3);
        order.category = CategorySlug(QStringLiteral("surveys"));
        order.wish = console::Wish::toState(PreferenceState::OptedOut);
        QVERIFY(w.desk().change(order));
        QTRY_VERIFY_WITH_TIMEOUT(w.desk().outbox().empty(), patience);
        QTest::mouseClick(act(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("Changed since you looked: 1 ")), patience);
        QVERIFY2(note().contains(QStringLiteral("It changes 299 people.")), qPrintable(note()));
        QVERIFY2(note().contains(QStringLiteral("So already: 1")), qPrintable(note()));
        QTest::mouseClick(act(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("now off for 299 people.")), patience);
        close();
    }

    void aPastedListIsSelectedAndWhatIsMissingIsShown()
    {
        QTest::keyClick(table(), Qt::Key_Escape);
        QMenu* menu = w.find<QMenu>("peopleManyMenu");
        menu->actions().at(1)->trigger();
        QTRY_VERIFY(w.find<QDialog>("pasteDialog"));
        const console::SubjectTable& people = w.desk().people();
        w.find<QPlainTextEdit>("pasteText")
            ->setPlainText(people.id(4).toString() + u'\n' + people.id(9).toString() +
                           QStringLiteral("\nnobody@nowhere"));
        QTRY_COMPARE(w.find<QLabel>("pasteResult")->text(), QStringLiteral("2 people found, of 3 given."));
        QCOMPARE(w.find<QPlainTextEdit>("pasteMissing")->toPlainText(), QStringLiteral("nobody@nowhere"));
        QTest::mouseClick(w.find<QPushButton>("pasteSelect"), Qt::LeftButton);
        QTRY_COMPARE(w.find<QLabel>("peopleSelected")->text(), QStringLiteral("2 people selected"));
    }

    void theSelectionIsExported()
    {
        QTest::mouseClick(w.find<QPushButton>("peopleBulkExport"), Qt::LeftButton);
        QTRY_VERIFY(w.find<QFileDialog>("exportDialog"));
        const QString path = w.live.folder.filePath(QStringLiteral("two.csv"));
        emit w.find<QFileDialog>("exportDialog")->fileSelected(path);
        w.find<QFileDialog>("exportDialog")->close();
        QTRY_COMPARE(w.said(), QStringLiteral("Exported 2 people to two.csv."));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\r\n"), 3);
    }

    void theSelectionIsCopied()
    {
        choose(QString(), 300);
        QTest::mouseClick(w.find<QPushButton>("peopleBulkCopy"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text().split(u'\n').size(), 300);
        QTest::keyClick(table(), Qt::Key_Escape);
        QTRY_VERIFY(!w.find<QWidget>("peopleBar")->isVisible());
    }

    void anActIsUndoneFromActivityAsWell()
    {
        w.show("people");
        choose(QString(), 300);
        open("peopleBulkOptOut");
        setCategory("product-news");
        QTest::keyClicks(dialog()->findChild<QLineEdit*>(QStringLiteral("bulkReason")), QStringLiteral("By mistake"));
        QTRY_VERIFY_WITH_TIMEOUT(act()->isEnabled() && note().contains(QStringLiteral("300 people")), patience);
        QTest::mouseClick(act(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("now off for 300 people.")), patience);
        close();
        // Somebody's own word since then stands.
        const SubjectId spoke = w.desk().people().id(9);
        console::ChangeOrder order;
        order.subject = spoke;
        order.category = CategorySlug(QStringLiteral("product-news"));
        order.reason = QStringLiteral("She wrote to us");
        order.requestedBy = RequestedBy::Person;
        QTRY_COMPARE_WITH_TIMEOUT(optedOut("product-news"), 300, patience);
        for (const PreferenceState state : {PreferenceState::Default, PreferenceState::OptedOut}) {
            order.wish = console::Wish::toState(state);
            const qint64 before = stored(spoke, "product-news").version;
            QVERIFY(w.desk().change(order));
            QTRY_VERIFY_WITH_TIMEOUT(stored(spoke, "product-news").version > before && w.desk().outbox().empty(), patience);
        }
        w.show("activity");
        auto* log = w.find<QTableView>("activityTable");
        const auto rowOfAct = [log] {
            for (int row = 0; row < log->model()->rowCount(); ++row) {
                if (log->model()->index(row, 2).data().toString().startsWith(QStringLiteral("▸ ")))
                    return row;
            }
            return -1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(rowOfAct() >= 0, patience);
        log->setCurrentIndex(log->model()->index(rowOfAct(), 0));
        w.picture(QStringLiteral("activity-undo"));
        QTest::mouseClick(w.find<QPushButton>("undoEntry"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("It changes 299 people.")), patience);
        QVERIFY2(note().contains(QStringLiteral("Left as it is: changed meanwhile: 1")), qPrintable(note()));
        QTest::mouseClick(act(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("taken back for 299 people.")), patience);
        QTRY_COMPARE_WITH_TIMEOUT(optedOut("product-news"), 1, patience);
        close();
        w.show("people");
    }
};

QTEST_MAIN(BulkTest)
#include "tst_bulk.moc"
