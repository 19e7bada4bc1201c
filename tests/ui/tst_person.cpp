#include "console/sending/notifications.h"
#include "tests/ui/livewindow.h"
#include "ui/people/subjectscreen.h"
#include "ui/people/subjecttableview.h"
#include "ui/person/receiptdialog.h"
#include "ui/shell/findlist.h"
#include "ui/shell/headerbar.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// What the details of a person tell beyond the marks: the time line, the past, what would happen, a receipt, their own
/// page, a link. On the whole window over the real programs.
class PersonTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<test::LiveWindow> m_live;
    SubjectId m_whom;

    [[nodiscard]] QWidget* pane() const { return m_live->find<QWidget>("peopleInspector"); }
    template <class W>
    [[nodiscard]] W* inPane(const char* name) const
    {
        return pane()->findChild<W*>(QLatin1String(name));
    }
    /// All that the details say.
    [[nodiscard]] QString details() const
    {
        QStringList texts;
        for (const QLabel* label : pane()->findChildren<QLabel*>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(u'\n');
    }
    void trigger(const char* action) const { inPane<QAction>(action)->trigger(); }
    bool change(PreferenceState state)
    {
        console::ChangeOrder order;
        order.subject = m_whom;
        order.category = CategorySlug(QStringLiteral("reminders"));
        order.wish = console::Wish::toState(state);
        order.requestedBy = RequestedBy::Staff;
        order.reason = QStringLiteral("asked by phone");
        order.ticket = QStringLiteral("T-17");
        if (!m_live->desk().change(order))
            return false;
        return QTest::qWaitFor(
            [&] {
                const console::SubjectTable& people = m_live->desk().people();
                const console::Cell cell = people.cell(people.rowOf(m_whom), 0);
                return m_live->desk().outbox().empty() && cell.own.state == state;
            },
            test::patience);
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        m_live = std::make_unique<test::LiveWindow>();
        QVERIFY(m_live->start(REFRAIN_BIN_DIR));
        m_whom = m_live->desk().people().id(m_live->somebody(3));
        m_live->show("people");
        QTRY_VERIFY(m_live->find<SubjectTableView>("peopleTable")->select(m_whom));
        QVERIFY(change(PreferenceState::OptedOut));
    }
    void cleanupTestCase() { m_live.reset(); }

    void theTimeLineTellsChoicesAndTheDirectory()
    {
        const bool told = QTest::qWaitFor(
            [this] { return details().contains(QStringLiteral("Came into the directory")); }, test::patience);
        QVERIFY2(told, qPrintable(details()));
        QTRY_VERIFY(details().contains(QStringLiteral("Reminders: off")));
        QVERIFY(details().contains(QStringLiteral("“asked by phone”")));
        QVERIFY(details().contains(QStringLiteral("ticket T-17")));
        QVERIFY(details().contains(QStringLiteral("on staff's own account")));
        QVERIFY(details().contains(QStringLiteral("Last compared with Slack's directory")));
        m_live->picture(QStringLiteral("person-timeline"));
        auto* kind = inPane<QComboBox>("historyKind");
        kind->setCurrentIndex(kind->findText(QStringLiteral("Directory")));
        QTRY_VERIFY(details().contains(QStringLiteral("Came into the directory")));
        QVERIFY(!details().contains(QStringLiteral("Reminders: off")));
        kind->setCurrentIndex(0);
        QTRY_VERIFY(details().contains(QStringLiteral("Reminders: off")));
    }

    void asItWasBeforeTheChoice()
    {
        const auto menuOfChoice = [this]() -> QMenu* {
            for (const QPushButton* button : pane()->findChildren<QPushButton*>()) {
                if (button->accessibleName() == QLatin1String("More about: Reminders: off"))
                    return button->findChild<QMenu*>();
            }
            return nullptr;
        };
        QTRY_VERIFY(menuOfChoice());
        QTRY_VERIFY(details().contains(QStringLiteral("would not be delivered")));
        QMenu* menu = menuOfChoice();
        menu->actions().constLast()->trigger();
        QTRY_VERIFY(details().contains(QStringLiteral("A message of “Reminders” would have been delivered.")));
        QVERIFY(details().contains(QStringLiteral("It was on by default in this workspace.")));
        const auto* chip = inPane<QAbstractButton>("switch-reminders");
        QVERIFY(!chip->isEnabled());
        QVERIFY(!inPane<QPushButton>("stopAll")->isVisible());
        emit m_live->desk().workspaceChanged(m_live->desk().workspace());
        QVERIFY(!inPane<QWidget>("reason")->isVisible());
        QVERIFY(!inPane<QPushButton>("undo")->isVisible());
        m_live->picture(QStringLiteral("person-past"));
        QTest::mouseClick(inPane<QPushButton>("asOfBack"), Qt::LeftButton);
        QTRY_VERIFY(details().contains(QStringLiteral("A message of “Reminders” now would not be delivered.")));
        QVERIFY(chip->isEnabled());
    }

    void anotherMomentIsJumpedTo()
    {
        trigger("lookBack");
        QTRY_VERIFY(inPane<QPushButton>("asOfJump")->isVisible());
        QMenu* jumps = inPane<QMenu>("asOfJumps");
        emit jumps->aboutToShow();
        QStringList texts;
        for (const QAction* action : jumps->actions())
            texts << action->text();
        QVERIFY2(texts.first() == QLatin1String("Yesterday at this time"), qPrintable(texts.join(u'|')));
        QVERIFY2(texts.last().startsWith(QLatin1String("Reminders: off (")), qPrintable(texts.join(u'|')));
        jumps->actions().constLast()->trigger();
        QTRY_VERIFY(details().contains(QStringLiteral("A message of “Reminders” would have been delivered.")));
        m_live->picture(QStringLiteral("person-jump"));
        QTest::mouseClick(inPane<QPushButton>("asOfBack"), Qt::LeftButton);
        QTRY_VERIFY(details().contains(QStringLiteral("A message of “Reminders” now would not be delivered.")));
    }

    void theAppHomeIsSeenAsTheyDo()
    {
        trigger("seeHome");
        QTRY_VERIFY(m_live->find<QDialog>("homeDialog"));
        auto* dialog = m_live->find<QDialog>("homeDialog");
        const auto said = [dialog] {
            QStringList texts;
            for (const QLabel* label : dialog->findChildren<QLabel*>(QStringLiteral("slackText")))
                texts << label->text();
            return texts.join(u'\n');
        };
        QTRY_VERIFY2(said().contains(QStringLiteral("<b>Reminders</b>")), qPrintable(said()));
        QVERIFY(!said().contains(QStringLiteral("home.choose")));
        m_live->picture(QStringLiteral("person-home"));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("homeClose")), Qt::LeftButton);
        QTRY_VERIFY(!m_live->find<QDialog>("homeDialog"));
    }

    void whatWouldHappenIsAskedAndNothingChanged()
    {
        trigger("askWhatIf");
        auto* dialog = m_live->find<QDialog>("askDialog");
        QVERIFY(dialog);
        const auto says = [dialog](const char* text) {
            for (const QLabel* label : dialog->findChildren<QLabel*>()) {
                if (label->isVisible() && label->text().contains(QLatin1String(text)))
                    return true;
            }
            return false;
        };
        dialog->findChild<QComboBox*>(QStringLiteral("askCategory"))->setCurrentIndex(0);
        QTRY_VERIFY(says("It would not be delivered."));
        dialog->findChild<QComboBox*>(QStringLiteral("askChoice"))->setCurrentIndex(2);
        QTRY_VERIFY(says("It would be delivered."));
        QVERIFY(says("turned on"));
        m_live->picture(QStringLiteral("person-ask"));
        dialog->findChild<QComboBox*>(QStringLiteral("askRule"))->setCurrentIndex(1);
        QTRY_VERIFY(says("It would not be delivered."));
        QVERIFY(says("It is paused for the whole workspace."));
        dialog->close();
        const console::SubjectTable& people = m_live->desk().people();
        QVERIFY(people.cell(people.rowOf(m_whom), 0).own.state == PreferenceState::OptedOut);
    }

    void aReceiptIsProvenSavedAndFoundAgain()
    {
        QTRY_VERIFY(inPane<QAction>("latestReceipt")->isEnabled());
        trigger("latestReceipt");
        QTRY_VERIFY(m_live->find<ReceiptDialog>("receiptDialog"));
        auto* dialog = m_live->find<ReceiptDialog>("receiptDialog");
        auto* text = dialog->findChild<QPlainTextEdit*>(QStringLiteral("receiptText"));
        QTRY_VERIFY(text->toPlainText().contains(QStringLiteral("refraind audit verify FILE")));
        const QString checked = dialog->findChild<QLabel*>(QStringLiteral("receiptChecked"))->text();
        QVERIFY2(checked.startsWith(QStringLiteral("Checked here:")), qPrintable(checked));
        QVERIFY(text->toPlainText().contains(QStringLiteral("T-17")));
        m_live->picture(QStringLiteral("person-receipt"));
        const QString pictures = qEnvironmentVariable("REFRAIN_TEST_PICTURES");
        const QString folder = pictures.isEmpty() ? m_live->live.folder.path() : pictures;
        dialog->savePdf(folder + QStringLiteral("/receipt.pdf"));
        QFile pdf(folder + QStringLiteral("/receipt.pdf"));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF-"));
        dialog->saveEvidence(folder + QStringLiteral("/receipt.json"));
        QProcess verify;
        verify.start(QStringLiteral(REFRAIN_BIN_DIR "/refraind"),
                     {QStringLiteral("audit"), QStringLiteral("verify"), folder + QStringLiteral("/receipt.json")});
        QVERIFY(verify.waitForFinished());
        QVERIFY2(verify.exitCode() == 0, verify.readAllStandardError().constData());
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("receiptCopy")), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text().trimmed(), text->toPlainText().trimmed());
        const QString id = dialog->fileName().section(u' ', -1);
        dialog->close();
        QTRY_VERIFY(!m_live->find<ReceiptDialog>("receiptDialog"));

        QLineEdit* box = m_live->main->header().findBox();
        m_live->main->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_live->main.get()));
        box->setFocus();
        QTRY_VERIFY(box->hasFocus());
        QTest::keyClicks(box, id.toLower());
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(m_live->find<ReceiptDialog>("receiptDialog"));
        m_live->find<ReceiptDialog>("receiptDialog")->close();
    }

    void messagesStandInTheTimeLineWithTheReason()
    {
        console::NotificationDraft draft;
        draft.category = CategorySlug(QStringLiteral("reminders"));
        draft.text = QStringLiteral("Water the plants");
        draft.recipients = {m_whom};
        draft.key = QByteArrayLiteral("tst_person");
        console::Notifications sending(m_live->desk().calls());
        const auto sent = sending.send(draft);
        QTRY_VERIFY(sent.isFinished());
        QVERIFY(sent.result().ok());
        const auto isTold = [this] {
            auto* table = m_live->find<SubjectTableView>("peopleTable");
            (void)table->select(m_live->self());
            (void)table->select(m_whom);
            return QTest::qWaitFor(
                [this] { return details().contains(QStringLiteral("Message of “Reminders” kept back")); }, 2'000);
        };
        QTRY_VERIFY(isTold());
        QVERIFY(details().contains(QStringLiteral("It is off for")));
        QVERIFY(details().contains(QStringLiteral("“Water the plants”")));
        m_live->picture(QStringLiteral("person-message"));
    }

    void theirOwnPageIsOpenedToBeLookedAt()
    {
        QUrl opened;
        auto* people = qobject_cast<SubjectScreen*>(m_live->screen("people"));
        people->setOpenPage([&](const QUrl& url) {
            opened = url;
            return true;
        });
        trigger("seePage");
        QTRY_VERIFY(opened.isValid());
        QVERIFY(opened.path().startsWith(QStringLiteral("/v/")));
        people->setOpenPage({});
    }

    void aLinkLeadsBackToThem()
    {
        trigger("copyLink");
        const QString link = QApplication::clipboard()->text();
        const auto read = console::DeepLink::fromString(link);
        QVERIFY2(read, qPrintable(link));
        QCOMPARE(read->subject, m_whom);
        QVERIFY(m_live->find<SubjectTableView>("peopleTable")->select(m_live->self()));
        m_live->workspace->open(read->subject);
        QTRY_COMPARE(m_live->find<SubjectTableView>("peopleTable")->currentSubject(), m_whom);
        m_live->workspace->open(SubjectId(QStringLiteral("U0NOBODY")));
        QTRY_VERIFY(m_live->said().contains(QStringLiteral("U0NOBODY is nobody")));
    }
};

QTEST_MAIN(PersonTest)
#include "tst_person.moc"
