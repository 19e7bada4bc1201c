#include "service/usecases/categorywriter.h"

#include "store/categorystore.h"
#include "tests/service/record.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using Kind = CategoryOutcome::Kind;
using test::Record;

class TestCategoryWriter : public QObject {
    Q_OBJECT

private slots:
    void init() { m_record = std::make_unique<Record>(1); }
    void cleanup() { m_record.reset(); }

    void aFreshWorkspaceStartsWithFour()
    {
        const auto page = m_record->reader.categories(m_record->workspace);
        QStringList slugs;
        for (const Category& category : page->items) {
            slugs << category.slug.toString();
            QVERIFY(!category.title.isEmpty() && !category.description.isEmpty() && category.version > 0);
        }
        QCOMPARE(slugs.join(QLatin1Char(' ')), QStringLiteral("reminders product-news surveys security"));
        QVERIFY(page->items.back().required && !page->items.back().requiredReason.isEmpty());
        const qint64 before = seq();
        QVERIFY(m_record->categories.seed(m_record->workspace));
        QCOMPARE(seq(), before);
    }

    void anEditIsAChangeAndItsNumberTheVersion()
    {
        const qint64 before = seq();
        const auto edited = edit("reminders", [](Category& c) { c.title = QStringLiteral("Nudges"); });
        QCOMPARE(edited->kind, Kind::Changed);
        QCOMPARE(edited->category.version, before + 1);
        QCOMPARE(m_record->feed.page(m_record->workspace, before, 9)->items.front().type, QStringLiteral("category"));
        const auto page = m_record->audit.page(m_record->workspace, {});
        QCOMPARE(page->items.back().opened.entry.seq, std::optional<qint64>(before + 1));
        QCOMPARE(edit("reminders", [](Category&) {})->kind, Kind::Unchanged);
        QCOMPARE(seq(), before + 1);
        EditContext late;
        late.ifMatch = before;
        const auto refused = m_record->categories.edit(
            m_record->workspace, CategorySlug(QStringLiteral("reminders")), [](Category& c) { c.paused = true; }, late);
        QCOMPARE(refused->kind, Kind::Mismatch);
        QCOMPARE(refused->category.title, QStringLiteral("Nudges"));
        QCOMPARE(edit("nothing", [](Category&) {})->kind, Kind::Unknown);
    }

    void aNewOneStandsLastUnlessItSaysWhere()
    {
        Category category;
        category.slug = CategorySlug(QStringLiteral("late"));
        category.title = QStringLiteral("Late");
        category.position = CategoryWriter::atTheEnd;
        QCOMPARE(m_record->categories.create(m_record->workspace, category, {})->category.position, 5);
        category.slug = CategorySlug(QStringLiteral("first"));
        category.position = 0;
        QCOMPARE(m_record->categories.create(m_record->workspace, category, {})->category.position, 0);
    }

    void everyCategoryTakesOnlyItsPolicy()
    {
        QCOMPARE(edit("*", [](Category& c) { c.resubscribe = Resubscribe::Anyone; })->kind, Kind::Changed);
        QCOMPARE(edit("*", [](Category& c) { c.paused = true; })->kind, Kind::Unprocessable);
    }

    void aSlugIsNeverUsedAgain()
    {
        Category again;
        again.slug = CategorySlug(QStringLiteral("surveys"));
        again.title = QStringLiteral("Surveys");
        QVERIFY(edit("surveys", [](Category& c) { c.archived = true; }));
        QCOMPARE(m_record->categories.create(m_record->workspace, again, {})->kind, Kind::Conflict);
    }

    void whatCannotBeACategory_data()
    {
        QTest::addColumn<Category>("category");
        QTest::addColumn<QString>("pointer");
        Category good;
        good.slug = CategorySlug(QStringLiteral("events"));
        good.title = QStringLiteral("Events");
        const auto row = [&](const char* name, auto change, const char* pointer) {
            Category bad = good;
            change(bad);
            QTest::addRow("%s", name) << bad << QString::fromLatin1(pointer);
        };
        row(
            "nothing wrong with it", [](Category&) {}, "");
        row(
            "a slug that is a word of the commands", [](Category& c) { c.slug = CategorySlug(QStringLiteral("all")); },
            "/slug");
        row(
            "a slug with capitals", [](Category& c) { c.slug = CategorySlug(QStringLiteral("Events")); }, "/slug");
        row(
            "no title", [](Category& c) { c.title = QStringLiteral("  "); }, "/title");
        row(
            "too long a title", [](Category& c) { c.title = QString(81, QLatin1Char('x')); }, "/title");
        row(
            "too long a description", [](Category& c) { c.description = QString(501, QLatin1Char('x')); },
            "/description");
        row(
            "required without a reason", [](Category& c) { c.required = true; }, "/requiredReason");
        row(
            "required and paused",
            [](Category& c) {
                c.required = c.paused = true;
                c.requiredReason = QStringLiteral("law");
            },
            "/paused");
        row(
            "a parent that is not there", [](Category& c) { c.parent = CategorySlug(QStringLiteral("nothing")); },
            "/parent");
        row(
            "everything as parent", [](Category& c) { c.parent = everyCategory(); }, "/parent");
        row(
            "itself as parent", [](Category& c) { c.parent = c.slug; }, "/parent");
        row(
            "a child as parent", [](Category& c) { c.parent = CategorySlug(QStringLiteral("surveys")); }, "/parent");
    }

    void whatCannotBeACategory()
    {
        QFETCH(Category, category);
        QFETCH(QString, pointer);
        QVERIFY(edit("surveys", [](Category& c) { c.parent = CategorySlug(QStringLiteral("reminders")); }));
        const qint64 before = seq();
        const auto created = m_record->categories.create(m_record->workspace, category, {});
        QVERIFY(created);
        QCOMPARE(created->pointer, pointer);
        QCOMPARE(int(created->kind), int(pointer.isEmpty() ? Kind::Changed : Kind::Unprocessable));
        QCOMPARE(seq(), before + (pointer.isEmpty() ? 1 : 0));
    }

    void aParentTakesNoParent()
    {
        QVERIFY(edit("surveys", [](Category& c) { c.parent = CategorySlug(QStringLiteral("reminders")); }));
        const auto refused =
            edit("reminders", [](Category& c) { c.parent = CategorySlug(QStringLiteral("product-news")); });
        QCOMPARE(refused->pointer, QStringLiteral("/parent"));
    }

private:
    Result<CategoryOutcome> edit(const char* slug, const CategoryWriter::Edit& edit)
    {
        return m_record->categories.edit(m_record->workspace, CategorySlug(QString::fromLatin1(slug)), edit, {});
    }
    qint64 seq() { return *store::ChangeStore(m_record->db()).lastSeq(m_record->workspace); }

    std::unique_ptr<Record> m_record;
};

QTEST_GUILESS_MAIN(TestCategoryWriter)
#include "tst_categorywriter.moc"
