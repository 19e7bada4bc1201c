#include "tests/ui/testwindow.h"
#include "ui/activity/activitymodel.h"
#include "ui/common/personfield.h"
#include "ui/people/subjecttableview.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// The Activity screen in the whole window: who and whom it finds, and what its details say.
class ActivityTest final : public QObject {
    Q_OBJECT

    using Window = refrain::test::TestWindow;

    static QString idOf(int number) { return QStringLiteral("U%1").arg(number, 7, 10, QLatin1Char('0')); }

    /// Persons 2 to 4 each turned their reminders off, and Refrain turned those of person 5 off.
    static void prepare(test::FakeBackend& backend)
    {
        for (int i = 2; i <= 4; ++i)
            backend.changeAs({ActorKind::SlackUser, idOf(i), QStringLiteral("Person %1").arg(i)}, Source::SlashCommand,
                             idOf(i), QStringLiteral("reminders"), PreferenceState::OptedOut);
        backend.changeAs({}, Source::Policy, idOf(5), QStringLiteral("reminders"), PreferenceState::OptedOut);
    }

    static QAbstractItemModel* open(const Window& w)
    {
        auto* table = w.find<QTableView>("activityTable");
        const_cast<Window&>(w).showScreen("activity");
        return QTest::qWaitFor([&] { return table->model()->rowCount() == 4; }) ? table->model() : nullptr;
    }

    static QString details(const Window& w)
    {
        QStringList texts;
        for (const QLabel* label : w.find<QWidget>("activityInspector")->findChildren<QLabel*>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(u'\n');
    }

    static void type(QWidget* field, const QString& text)
    {
        field->setFocus();
        QTest::keyClicks(field, text);
    }

    /// Where the key goes in a real window: to what lies on top.
    static void enter(const PersonField* box)
    {
        QAbstractItemView* offers = box->offers().popup();
        QTRY_VERIFY(offers->isVisible());
        QTest::keyClick(offers, Qt::Key_Return);
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aPartOfANameFinds_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("picked");
        QTest::newRow("who did it") << QByteArrayLiteral("activityActor") << QStringLiteral("son 3")
                                    << QStringLiteral("Person 3");
        QTest::newRow("Refrain itself") << QByteArrayLiteral("activityActor") << QStringLiteral("refr")
                                        << QStringLiteral("Refrain");
        QTest::newRow("for whom") << QByteArrayLiteral("activityWhom") << QStringLiteral("son 4")
                                  << QStringLiteral("Person 4");
        QTest::newRow("by the ID") << QByteArrayLiteral("activityWhom") << idOf(2) << QStringLiteral("Person 2");
    }

    void aPartOfANameFinds()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, typed);
        QFETCH(QString, picked);
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        auto* rows = open(w);
        QVERIFY(rows);
        auto* box = w.find<PersonField>(field.constData());
        type(box, typed);
        enter(box);
        QTRY_COMPARE(box->text(), picked);
        QTRY_COMPARE(rows->rowCount(), 1);
        box->clear();
        QTRY_COMPARE(rows->rowCount(), 4);
    }

    void whomItFindsIsOffered()
    {
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        auto* rows = open(w);
        QVERIFY(rows);
        auto* box = w.find<PersonField>("activityWhom");
        type(box, QStringLiteral("Person"));
        QAbstractItemView* offers = box->offers().popup();
        QTRY_VERIFY(offers->isVisible());
        QCOMPARE(offers->model()->rowCount(), 8);
        QCOMPARE(rows->rowCount(), 4);  // Nobody was picked yet.
        QTest::keyClick(offers, Qt::Key_Down);
        QCOMPARE(box->text(), QStringLiteral("Person"));
        QTest::keyClick(offers, Qt::Key_Return);
        QTRY_VERIFY(!box->picked().isEmpty());
        QVERIFY(box->text().startsWith(QStringLiteral("Person ")) && !box->text().contains(u'·'));
    }

    void escapeTakesAwayTheOffersThenWhatWasTyped()
    {
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(open(w));
        auto* box = w.find<PersonField>("activityWhom");
        type(box, QStringLiteral("Person"));
        QAbstractItemView* offers = box->offers().popup();
        QTRY_VERIFY(offers->isVisible());
        QTest::keyClick(offers, Qt::Key_Escape);
        QVERIFY(!offers->isVisible());
        QCOMPARE(box->text(), QStringLiteral("Person"));
        QTest::keyClick(box, Qt::Key_Escape);
        QVERIFY(box->text().isEmpty() && box->hasFocus());
    }

    void whoeverLeavesWithoutPickingLeavesItEmpty()
    {
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        auto* rows = open(w);
        QVERIFY(rows);
        auto* box = w.find<PersonField>("activityWhom");
        type(box, QStringLiteral("Person 3"));
        w.find<QTableView>("activityTable")->setFocus();
        QTRY_VERIFY(box->text().isEmpty());
        // What the other field offers for the same letters, typed later, comes after what this one would have offered.
        auto* later = w.find<PersonField>("activityActor");
        type(later, QStringLiteral("Person 3"));
        QTRY_VERIFY(later->offers().popup()->isVisible());
        QVERIFY(!box->offers().popup()->isVisible());
        QVERIFY(box->text().isEmpty() && box->picked().isEmpty());
        QCOMPARE(rows->rowCount(), 4);
    }

    void whoeverPressesEnterAtOnceGetsTheFirst()
    {
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        auto* rows = open(w);
        QVERIFY(rows);
        auto* box = w.find<PersonField>("activityWhom");
        type(box, QStringLiteral("person 3"));
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(box->text(), QStringLiteral("Person 3"));
        QTRY_COMPARE(rows->rowCount(), 1);
        QVERIFY(!box->offers().popup()->isVisible());
    }

    void theDetailsGoWithTheRow()
    {
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(open(w));
        auto* table = w.find<QTableView>("activityTable");
        table->setCurrentIndex(table->model()->index(2, 0));
        QVERIFY(details(w).contains(QStringLiteral("Person 3")));
        // What is picked is where the row is, after anything new.
        w.world.backend.changeAs({}, Source::Policy, idOf(6), QStringLiteral("reminders"), PreferenceState::OptedOut);
        w.showScreen("activity");
        QTRY_COMPARE(table->model()->rowCount(), 5);
        QCOMPARE(table->currentIndex().row(), 3);
        type(w.find<PersonField>("activityWhom"), QStringLiteral("Person 4"));
        enter(w.find<PersonField>("activityWhom"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY2(!details(w).contains(QStringLiteral("Person 3")), qPrintable(details(w)));
    }

    void theDetailsNameWhatIsKnown()
    {
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(open(w));
        auto* table = w.find<QTableView>("activityTable");
        table->setCurrentIndex(table->model()->index(0, 0));
        const QStringList said = details(w).split(u'\n');
        QVERIFY2(said.contains(QStringLiteral("Reminders")) && !said.contains(QStringLiteral("reminders")),
                 qPrintable(details(w)));
        QVERIFY2(said.contains(QStringLiteral("Person 5 (%1)").arg(idOf(5))), qPrintable(details(w)));
        QVERIFY2(said.contains(QStringLiteral("automatically")), qPrintable(details(w)));
    }

    void theDetailsLeadToWhomItWasFor()
    {
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(open(w));
        auto* table = w.find<QTableView>("activityTable");
        table->setCurrentIndex(table->model()->index(1, 0));
        auto* show = w.find<QPushButton>("showEntrySubject");
        QVERIFY(show->isVisible());
        QTest::mouseClick(show, Qt::LeftButton);
        QCOMPARE(w.main.currentScreen()->name(), QStringLiteral("people"));
        QTRY_COMPARE(w.find<SubjectTableView>("peopleTable")->currentSubject(), SubjectId(idOf(4)));
    }

    void theTimeIsNeverCut()
    {
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(open(w));
        auto* table = w.find<QTableView>("activityTable");
        for (const int width : {700, 1024, 1280}) {
            w.main.resize(width, 800);
            QTRY_VERIFY(table->viewport()->width() > 0);
            const QString time = table->model()->index(0, ActivityModel::When).data().toString();
            QVERIFY(table->columnWidth(ActivityModel::When) >=
                    QFontMetrics(fontFor(TextRole::Body)).horizontalAdvance(time) + 24);
            QVERIFY(table->horizontalHeader()->length() <= table->viewport()->width());
        }
    }
};

QTEST_MAIN(ActivityTest)
#include "tst_activity.moc"
