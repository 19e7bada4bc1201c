#include "tests/ui/testwindow.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// The find box in the whole window: what it offers, by key alone, and what it says of mistakes.
class SubjectFilterTest final : public QObject {
    Q_OBJECT

    using Window = refrain::test::TestWindow;

    static QLineEdit* field(const Window& w) { return w.find<QLineEdit>("peopleFilter"); }
    static QAbstractItemView* offers(const Window& w)
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == QStringLiteral("peopleFilterOffers"))
                return qobject_cast<QAbstractItemView*>(widget);
        }
        return w.find<QAbstractItemView>("peopleFilterOffers");
    }
    static void type(const Window& w, const char* text)
    {
        field(w)->setFocus();
        QTest::keyClicks(field(w), QLatin1String(text));
    }
    static int rows(const Window& w) { return w.find<QTableView>("peopleTable")->model()->rowCount(); }
    static QPushButton* action(const Window& w)
    {
        return w.find<QWidget>("peopleScreen")->findChild<QPushButton*>(QStringLiteral("stateAction"));
    }
    static QString said(const Window& w)
    {
        QStringList texts;
        for (const QLabel* label : w.find<QWidget>("peopleScreen")->findChildren<QLabel*>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(u'\n');
    }
    static void optOut(test::FakeBackend& backend)
    {
        backend.changeAs({ActorKind::SlackUser, QStringLiteral("U0000002"), QStringLiteral("Person 2")},
                         Source::SlashCommand, QStringLiteral("U0000002"), QStringLiteral("reminders"),
                         PreferenceState::OptedOut);
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aFilterIsPutTogetherByKeyAlone()
    {
        Window w(optOut);
        QTRY_VERIFY(w.isLoaded());
        type(w, "ou");
        QTRY_VERIFY(offers(w)->isVisible());
        QTest::keyClick(offers(w), Qt::Key_Tab);
        QCOMPARE(field(w)->text(), QStringLiteral("out:"));
        QTRY_VERIFY(offers(w)->isVisible());
        QCOMPARE(offers(w)->model()->index(0, 0).data().toString(), QStringLiteral("out:reminders  ·  Reminders"));
        QTest::keyClick(offers(w), Qt::Key_Down);
        QTest::keyClick(offers(w), Qt::Key_Return);
        QCOMPARE(field(w)->text(), QStringLiteral("out:reminders "));
        QTRY_COMPARE(rows(w), 1);
        QVERIFY(!offers(w)->isVisible());
    }

    void namesAreTypedWithoutOffers()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        type(w, "person 30");
        QVERIFY(!offers(w)->isVisible());
        QTRY_COMPARE(rows(w), 1);
    }

    void allMarksAreShownToWhoAsks()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        field(w)->setFocus();
        QTest::keyClick(field(w), Qt::Key_Space, Qt::ControlModifier);
        QTRY_VERIFY(offers(w)->isVisible());
        QVERIFY(offers(w)->model()->rowCount() > 7);
        QTest::keyClick(offers(w), Qt::Key_Escape);
        QTRY_VERIFY(!offers(w)->isVisible());
        QVERIFY(field(w)->text().isEmpty());
    }

    void aMistakeIsNamedAndMended()
    {
        Window w(optOut);
        QTRY_VERIFY(w.isLoaded());
        type(w, "person out:remindrs");
        QTRY_VERIFY(action(w)->isVisible());
        QVERIFY2(said(w).contains(QStringLiteral("There is no category named “remindrs”. Did you mean reminders?")),
                 qPrintable(said(w)));
        QCOMPARE(action(w)->text(), QStringLiteral("Use out:reminders"));
        action(w)->click();
        QCOMPARE(field(w)->text(), QStringLiteral("person out:reminders"));
        QTRY_COMPARE(rows(w), 1);
    }

    void whatIsHalfTypedLeavesTheListAsItIsUntilOneGoesOn()
    {
        Window w(optOut);
        QTRY_VERIFY(w.isLoaded());
        type(w, "person out:");
        QTRY_COMPARE(rows(w), 1);
        type(w, "remi");
        QCOMPARE(rows(w), 1);
        offers(w)->hide();
        QTest::keyClick(field(w), Qt::Key_Return);
        QTRY_VERIFY2(said(w).contains(QStringLiteral("There is no category named “remi”.")), qPrintable(said(w)));
    }
};

QTEST_MAIN(SubjectFilterTest)
#include "tst_subjectfilter.moc"
