#include "tests/ui/testwindow.h"
#include "ui/categories/categoriesmodel.h"
#include "ui/categories/categorywords.h"
#include "ui/common/screen.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;
using console::CategoryImpact;

using Change = std::function<void(Category&)>;
Q_DECLARE_METATYPE(Change)

/// The Categories screen: what it says before an edit, and that the edit, and the way back, arrive.
class CategoriesTest final : public QObject {
    Q_OBJECT

    struct Window : test::TestWindow {
        explicit Window(const std::function<void(test::FakeBackend&)>& prepare = {}) : TestWindow(prepare) {}

        [[nodiscard]] QTableView* table() const { return find<QTableView>("categoriesTable"); }
        void open() { showScreen("categories"); }
        void choose(const char* slug) const
        {
            const auto* model = static_cast<const CategoriesModel*>(table()->model());
            table()->setCurrentIndex(model->index(model->rowOf(CategorySlug(QString::fromLatin1(slug))), 0));
        }
        [[nodiscard]] QString note() const
        {
            QStringList texts;
            const auto* pane = find<QWidget>("categoriesInspector");
            for (const char* name : {"noteHeadline", "noteText"}) {
                const auto* label = pane->findChild<QLabel*>(QLatin1String(name));
                if (label->isVisible())
                    texts << label->text();
            }
            return texts.join(u'\n');
        }
        void click(const char* name) const { find<QPushButton>(name)->click(); }
    };

    static Category reminders()
    {
        Category category;
        category.slug = CategorySlug(QStringLiteral("reminders"));
        category.title = QStringLiteral("Reminders");
        return category;
    }
    static CategoryImpact impact(qint64 starts, qint64 stops, qint64 overridden, qint64 ownOptOuts)
    {
        CategoryImpact made;
        made.starts = starts;
        made.stops = stops;
        made.overridden = overridden;
        made.ownOptOuts = ownOptOuts;
        return made;
    }
    static void personOut(test::FakeBackend& backend)
    {
        const QString who = QStringLiteral("U0000002");
        backend.changeAs({ActorKind::SlackUser, who, QStringLiteral("Person 2")}, Source::SlashCommand, who,
                         QStringLiteral("reminders"), PreferenceState::OptedOut);
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void whatAnEditMeansIsSaidInWords_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<CategoryImpact>("impact");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("grave");
        const auto row = [](const char* name, const Change& change, const CategoryImpact& counted, const char* said,
                            bool grave) {
            QTest::newRow(name) << change << counted << QString::fromUtf8(said) << grave;
        };
        row(
            "nothing for anybody", [](Category& c) { c.title = QStringLiteral("Nudges"); }, impact(0, 0, 0, 3),
            "Nobody's messages change.", false);
        row(
            "some no longer get it", [](Category& c) { c.defaultIn = false; }, impact(0, 1204, 0, 3),
            "1,204 people and channels would no longer get it.", true);
        row(
            "few are not asked about", [](Category& c) { c.defaultIn = false; }, impact(0, 25, 0, 3),
            "25 people and channels would no longer get it.", false);
        row(
            "own words are overridden", [](Category& c) { c.required = true; }, impact(3, 0, 3, 3),
            "3 people and channels would get it against their own choice, which stays saved and counts again once it "
            "is "
            "no longer required.",
            true);
        row(
            "senders alone", [](Category& c) { c.onFailure = OnFailure::Deliver; }, impact(0, 0, 0, 7),
            "While Refrain cannot be asked, senders would send it to everybody, 7 people and channels for whom it is "
            "off "
            "included.",
            true);
        row(
            "nobody may turn back", [](Category& c) { c.resubscribe = Resubscribe::Never; }, impact(0, 0, 0, 7),
            "It is off for 7 people and channels. What they asked for themselves nobody could turn back on.", false);
        row(
            "away", [](Category& c) { c.archived = true; }, impact(0, 2, 0, 0),
            "Nothing can be sent under it any more, and it leaves every list. Choices are kept; its slug is never used "
            "again.\n2 people and channels would no longer get it.",
            true);
    }

    void whatAnEditMeansIsSaidInWords()
    {
        QFETCH(Change, change);
        QFETCH(CategoryImpact, impact);
        Category after = reminders();
        change(after);
        QTEST(impactWords(reminders(), after, impact).join(u'\n'), "said");
        QTEST(isGrave(reminders(), after, impact), "grave");
    }

    void whatCannotBeSavedIsSaidBefore_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("isNew");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char* name, bool isNew, const Change& change, bool fits) {
            QTest::newRow(name) << change << isNew << fits;
        };
        row(
            "an ordinary one", true, [](Category& c) { c.slug = CategorySlug(QStringLiteral("news")); }, true);
        row(
            "without a title", false, [](Category& c) { c.title = QStringLiteral("  "); }, false);
        row(
            "a slug of capitals", true, [](Category& c) { c.slug = CategorySlug(QStringLiteral("News")); }, false);
        row(
            "a slug that was used", true, [](Category&) {}, false);
        row(
            "required without a reason", false, [](Category& c) { c.required = true; }, false);
        row(
            "required and paused", false,
            [](Category& c) {
                c.required = c.paused = true;
                c.requiredReason = QStringLiteral("The law.");
            },
            false);
    }

    void whatCannotBeSavedIsSaidBefore()
    {
        QFETCH(Change, change);
        QFETCH(bool, isNew);
        Category category = reminders();
        change(category);
        QTEST(faultOf(category, isNew, {reminders()}).isEmpty(), "fits");
    }

    void aSlugIsSuggested_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("slug");
        QTest::newRow("two words") << QStringLiteral("Product news") << QStringLiteral("product-news");
        QTest::newRow("accents and signs")
            << QStringLiteral("Événements & fêtes!") << QStringLiteral("evenements-fetes");
        QTest::newRow("no letter of ours") << QStringLiteral("通知") << QString();
    }

    void aSlugIsSuggested()
    {
        QFETCH(QString, title);
        QTEST(suggestedSlug(title), "slug");
    }

    void theListKeepsTheProtocol()
    {
        CategoriesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Category all = reminders();
        all.slug = everyCategory();
        Category gone = reminders();
        gone.slug = CategorySlug(QStringLiteral("gone"));
        gone.archived = true;
        model.setCategories({gone, reminders(), all}, false);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.at(0).slug, everyCategory());
        model.setCategories({gone, reminders(), all}, true);
        QCOMPARE(model.rowCount(), 3);
        model.setCounts({{reminders().slug, 1204}});
        QCOMPARE(model.index(1, CategoriesModel::Off).data().toString(), QStringLiteral("1,204"));
        QVERIFY(!model.neighbour(reminders().slug, 1));
        QVERIFY(!model.neighbour(reminders().slug, -1));
    }

    void anEditIsWeighedAskedAboutMadeAndTakenBack()
    {
        Window w(personOut);
        QTRY_VERIFY(w.isLoaded());
        w.open();
        w.choose("reminders");
        QTRY_VERIFY(w.find<QCheckBox>("categoryRequired")->isVisible());
        w.find<QCheckBox>("categoryRequired")->setChecked(true);
        QTRY_VERIFY(w.note().contains(QStringLiteral("against their own choice")));
        QVERIFY(!w.find<QPushButton>("saveCategory")->isEnabled());
        w.find<QPlainTextEdit>("categoryReason")->setPlainText(QStringLiteral("The law asks for it."));
        QVERIFY(w.find<QPushButton>("saveCategory")->isEnabled());
        w.click("saveCategory");
        QTRY_VERIFY(w.find<QDialog>("confirmDialog"));
        QVERIFY(!w.world.backend.category(QStringLiteral("reminders")).required);
        w.click("confirmAction");
        QTRY_VERIFY(w.world.backend.category(QStringLiteral("reminders")).required);
        QTRY_COMPARE(w.said(), QStringLiteral("“Reminders” is saved."));
        QTRY_VERIFY(w.find<QPushButton>("undoCategory")->isVisible());
        // In a text the keys take typing back; in the list they take the edit back.
        w.main.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&w.main));
        w.table()->setFocus();
        QTest::keyClick(w.table(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!w.world.backend.category(QStringLiteral("reminders")).required);
        QTRY_COMPARE(w.said(), QStringLiteral("“Reminders” is as it was before."));
    }

    void aNewOneIsCreated()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        w.open();
        w.click("newCategory");
        auto* title = w.find<QLineEdit>("categoryTitle");
        QTRY_VERIFY(title->hasFocus());
        QTest::keyClicks(title, QStringLiteral("Product news"));
        QCOMPARE(w.find<QLineEdit>("categorySlug")->text(), QStringLiteral("product-news"));
        w.click("saveCategory");
        QTRY_COMPARE(w.world.backend.category(QStringLiteral("product-news")).title, QStringLiteral("Product news"));
        QTRY_COMPARE(w.workspace->desk().categories().size(), size_t(3));
        QTRY_COMPARE(w.find<QLabel>("categoryName")->text(), QStringLiteral("Product news"));
        QVERIFY(!w.find<QLineEdit>("categorySlug")->isEnabled());
    }

    void theOrderIsChangedAndTakenBack()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        w.open();
        w.choose("security");
        w.click("categoryUp");
        QTRY_COMPARE(w.world.backend.category(QStringLiteral("security")).position, 1);
        QTRY_COMPARE(w.world.backend.category(QStringLiteral("reminders")).position, 2);
        QTRY_COMPARE(w.workspace->desk().categories().front().slug.toString(), QStringLiteral("security"));
        QTRY_VERIFY(w.find<QPushButton>("undoCategory")->isVisible());
        w.click("undoCategory");
        QTRY_COMPARE(w.world.backend.category(QStringLiteral("security")).position, 2);
        QTRY_COMPARE(w.world.backend.category(QStringLiteral("reminders")).position, 1);
    }

    void anEditOfWhatWasChangedMeanwhileIsRefusedAndKept()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        w.open();
        w.choose("reminders");
        QTest::keyClicks(w.find<QLineEdit>("categoryTitle"), QStringLiteral(" and more"));
        Category other = reminders();
        other.position = 1;
        other.version = 7;
        w.world.backend.addCategory(other);
        w.click("saveCategory");
        QTRY_VERIFY(w.said().contains(QStringLiteral("changed meanwhile")));
        QVERIFY(w.find<QLabel>("categoryProblem")->isVisible());
        QCOMPARE(w.find<QLineEdit>("categoryTitle")->text(), QStringLiteral("Reminders and more"));
    }

    void whatIsNotSavedWaitsWithItsCategory()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        w.open();
        w.choose("reminders");
        QTest::keyClicks(w.find<QLineEdit>("categoryTitle"), QStringLiteral("!"));
        w.choose("security");
        QCOMPARE(w.find<QLineEdit>("categoryTitle")->text(), QStringLiteral("Security"));
        w.choose("reminders");
        QCOMPARE(w.find<QLineEdit>("categoryTitle")->text(), QStringLiteral("Reminders!"));
        w.click("discardCategory");
        QCOMPARE(w.find<QLineEdit>("categoryTitle")->text(), QStringLiteral("Reminders"));
    }

    void newsFromElsewhereDoNotMoveTheCursor()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        w.open();
        w.choose("reminders");
        auto* title = w.find<QLineEdit>("categoryTitle");
        QTest::keyClicks(title, QStringLiteral("!"));
        title->setCursorPosition(2);
        emit w.workspace->desk().workspaceChanged(w.workspace->desk().workspace());
        emit w.workspace->desk().categoriesChanged();
        QCOMPARE(title->text(), QStringLiteral("Reminders!"));
        QCOMPARE(title->cursorPosition(), 2);
    }

    void ofAllOptionalMessagesOnlyThePolicyCanBeSet()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        w.open();
        w.choose("*");
        QCOMPARE(w.find<QLabel>("categoryName")->text(), QStringLiteral("All optional messages"));
        QVERIFY(!w.find<QLineEdit>("categoryTitle")->isVisible());
        QVERIFY(!w.find<QPushButton>("archiveCategory")->isVisible());
        auto* policy = w.find<QComboBox>("categoryResubscribe");
        QTRY_VERIFY(policy->isVisible());
        policy->setCurrentIndex(policy->findData(int(Resubscribe::Never)));
        QVERIFY(w.find<QPushButton>("saveCategory")->isEnabled());
        w.click("saveCategory");
        QTRY_VERIFY(w.world.backend.category(QStringLiteral("*")).resubscribe == Resubscribe::Never);
    }
};

QTEST_MAIN(CategoriesTest)
#include "tst_categories.moc"
