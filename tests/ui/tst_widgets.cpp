#include "tests/ui/sampletable.h"
#include "ui/activity/entryinspector.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/labels.h"
#include "ui/common/noticebar.h"
#include "ui/common/settings.h"
#include "ui/common/statepanel.h"
#include "ui/connect/credentialspage.h"
#include "ui/connect/progresspage.h"
#include "ui/connect/welcomepage.h"
#include "ui/people/reasonform.h"
#include "ui/people/subjectinspector.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/sync/runinspector.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace refrain;
using namespace refrain::ui;

/// What holds for every widget, and for the inspector that is fed by hand.
class WidgetsTest final : public QObject {
    Q_OBJECT

    Theme m_theme = Theme::make(Scheme::Light);
    QTemporaryDir m_folder;
    FixedClock m_clock{sampleNow};

    static QStringList nameless(const QWidget& root)
    {
        QStringList out;
        for (const QWidget* widget : root.findChildren<QWidget*>()) {
            const bool acts = qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
                              qobject_cast<const QComboBox*>(widget);
            if (acts && widget->objectName().isEmpty())
                out << QString::fromLatin1(widget->metaObject()->className());
        }
        return out;
    }

    static console::SubjectDetail bea()
    {
        console::SubjectDetail detail;
        detail.subject.id = SubjectId(QStringLiteral("U0002"));
        detail.subject.name = QStringLiteral("<b>Bea</b> & Bobson");
        console::CategoryDetail all;
        all.category = sampleCategory("*", "All optional messages");
        console::CategoryDetail reminders;
        reminders.category = sampleCategory("reminders", "Reminders");
        reminders.preference.version = 3;
        reminders.delivers = false;
        reminders.rule = Rule::OptedOut;
        reminders.provenance = QStringLiteral("by Bea with /optout, 3 May 2026");
        reminders.turnBack = QStringLiteral("only Bea can turn it back on");
        reminders.why = QStringLiteral("Bea turned them off with /optout on 3 May 2026.");
        detail.categories = {all, reminders};
        Subject other;
        other.id = SubjectId(QStringLiteral("U0009"));
        detail.linked = {other};
        return detail;
    }

private slots:
    void whateverActsHasAName()
    {
        Settings settings(m_folder.filePath(QStringLiteral("ui.ini")));
        MainWindow window(m_theme, settings);
        SubjectInspector inspector(m_theme, m_clock, QTimeZone::utc(), QStringLiteral("people"));
        inspector.showDetail(bea(), {});
        QWidget host;
        NoticeBar notice(m_theme, &host);
        const WelcomePage welcome(m_theme, {});
        const ProgressPage progress(m_theme);
        const CredentialsPage credentials(m_theme);
        const StatePanel state(m_theme);
        const ShortcutSheet keys(m_theme, {}, nullptr);
        const ConfirmDialog question(m_theme, {}, nullptr);
        const RunInspector run(m_theme, QTimeZone::utc());
        for (const QWidget* root : std::initializer_list<const QWidget*>{
                 &window, &inspector, &host, &welcome, &progress, &credentials, &state, &keys, &question, &run})
            QVERIFY2(nameless(*root).isEmpty(), qPrintable(root->objectName() + nameless(*root).join(u' ')));
    }

    void othersTextIsNeverReadAsMarkup()
    {
        SubjectInspector inspector(m_theme, m_clock, QTimeZone::utc(), QStringLiteral("people"));
        inspector.showSubject(bea().subject, 1);
        inspector.showDetail(bea(), {});
        for (const QLabel* label : inspector.findChildren<QLabel*>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QCOMPARE(inspector.findChild<TextLabel*>(QStringLiteral("subjectName"))->text(), bea().subject.name);
    }

    void theNoteSaysWhatWouldHappenNow()
    {
        SubjectInspector inspector(m_theme, m_clock, QTimeZone::utc(), QStringLiteral("people"));
        inspector.showSubject(bea().subject, 1);
        inspector.showDetail(bea(), {});
        QCOMPARE(inspector.findChild<TextLabel*>(QStringLiteral("noteHeadline"))->text(),
                 QStringLiteral("A message of “Reminders” now would not be delivered."));
        QCOMPARE(mostTelling(bea()), CategorySlug(QStringLiteral("reminders")));
    }

    void nobodysDetailsStandUnderAnothersName()
    {
        SubjectInspector inspector(m_theme, m_clock, QTimeZone::utc(), QStringLiteral("people"));
        inspector.showSubject(bea().subject, 1);
        inspector.showDetail(bea(), {});
        Subject other;
        other.id = SubjectId(QStringLiteral("U0009"));
        other.name = QStringLiteral("Ann");
        inspector.showSubject(other, 1);  // whose details never come
        const auto speaksOfBea = [&] {
            const auto labels = inspector.findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
                return label->isVisibleTo(&inspector) && label->text().contains(QLatin1String("Bea"));
            });
        };
        QTRY_VERIFY(!speaksOfBea());
    }

    void aRightToLeftNameDoesNotTurnItsSentenceRound()
    {
        TextLabel label(m_theme, TextRole::Body, TextLabel::Fit::Wrapped, nullptr);
        label.setText(QStringLiteral("أحمد turned them off."));
        QVERIFY(!label.text().isRightToLeft());
        label.setText(QStringLiteral("Ann turned them off."));
        QCOMPARE(label.text(), QStringLiteral("Ann turned them off."));
    }

    void enterByHabitDoesNotDoWhatHadToBeAsked()
    {
        ConfirmDialog question(m_theme, {}, nullptr);
        question.show();
        QTest::keyClick(&question, Qt::Key_Return);
        QCOMPARE(question.result(), int(QDialog::Rejected));
        QVERIFY(!question.isVisible());
    }

    void aSwitchInTheInspectorAsksForItsCategory()
    {
        SubjectInspector inspector(m_theme, m_clock, QTimeZone::utc(), QStringLiteral("people"));
        inspector.showSubject(bea().subject, 1);
        inspector.showDetail(bea(), {});
        QSignalSpy wanted(&inspector, &SubjectInspector::toggleWanted);
        inspector.findChild<QAbstractButton*>(QStringLiteral("switch-reminders"))->click();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<CategorySlug>(), CategorySlug(QStringLiteral("reminders")));
    }

    void nobodyAskedUnlessSomebodySaysSo()
    {
        SubjectInspector inspector(m_theme, m_clock, QTimeZone::utc(), QStringLiteral("people"));
        const ReasonForm& form = inspector.reasonForm();
        inspector.showSubject(bea().subject, 1);
        QVERIFY(form.requestedBy() == RequestedBy::Staff);
        form.findChild<QPushButton*>(QStringLiteral("asked-legal"))->click();
        QTest::keyClicks(form.findChild<QLineEdit*>(QStringLiteral("reason")), QStringLiteral("letter of 3 May"));
        QCOMPARE(form.reason(), QStringLiteral("letter of 3 May"));
        inspector.showSubject(bea().subject, 1);
        QVERIFY(form.requestedBy() == RequestedBy::Legal);
        // Whoever asked about Bea asked nothing about somebody else.
        Subject other = bea().subject;
        other.id = SubjectId(QStringLiteral("U0003"));
        inspector.showSubject(other, 1);
        QVERIFY(form.requestedBy() == RequestedBy::Staff);
    }

    void aNoticeOffersTheWayBack()
    {
        QWidget host;
        host.resize(600, 400);
        NoticeBar notice(m_theme, &host);
        host.show();
        QSignalSpy back(&notice, &NoticeBar::actionTriggered);
        notice.say(QStringLiteral("“Reminders” is off for Bea."), QStringLiteral("Undo"));
        QVERIFY(host.rect().contains(notice.geometry()));
        notice.findChild<QPushButton*>(QStringLiteral("noticeAction"))->click();
        QCOMPARE(back.count(), 1);
        QVERIFY(notice.sentence().isEmpty());
    }

    void theServersFieldRefusesWithASentence()
    {
        WelcomePage page(m_theme, {});
        page.show();
        QSignalSpy chosen(&page, &WelcomePage::serverChosen);
        page.findChild<QAbstractButton*>(QStringLiteral("serverWay"))->click();
        auto* address = page.findChild<QLineEdit*>(QStringLiteral("serverAddress"));
        QTest::keyClicks(address, QStringLiteral("http://refrain.example.com"));
        QTest::keyClick(address, Qt::Key_Return);
        QCOMPARE(chosen.count(), 0);
        address->setText(QStringLiteral("refrain.example.com"));
        QTest::keyClick(address, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
    }
};

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
