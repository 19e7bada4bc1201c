#include "ui/common/access/accessible.h"

#include <QAbstractTableModel>
#include <QAccessible>
#include <QHeaderView>
#include <QTableView>
#include <QTest>

#include <set>

using namespace refrain::ui;

namespace {

/// A million rows of nothing but their numbers; the second column can be switched.
class Million final : public QAbstractTableModel {
public:
    int rows = 1'000'000;
    std::set<int> off;
    mutable int asked = 0;

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : rows; }
    [[nodiscard]] int columnCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : 16; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        ++asked;
        const bool on = off.count(index.row()) == 0;
        if (role == SwitchRole)
            return index.column() == 1 ? QVariant(on) : QVariant();
        if (role != Qt::AccessibleTextRole)
            return {};
        return index.column() == 1 ? QString(on ? QStringLiteral("on") : QStringLiteral("off"))
                                   : QStringLiteral("%1/%2").arg(index.row()).arg(index.column());
    }
    void turnOff(int row)
    {
        off.insert(row);
        emit dataChanged(index(row, 0), index(row, 15));
    }
    void shrink()
    {
        beginResetModel();
        rows = 10;
        endResetModel();
    }
};

}  // namespace

/// A table of a million rows, as assistive technology asks it.
class TableAccessTest final : public QObject {
    Q_OBJECT

    Million m_model;
    QTableView m_view;

    [[nodiscard]] QAccessibleTableInterface* table()
    {
        return QAccessible::queryAccessibleInterface(&m_view)->tableInterface();
    }

private slots:
    void initTestCase()
    {
        installAccessibility();
        // What the view tells by itself while somebody listens; offscreen nobody does.
        using Change = QAccessibleTableModelChangeEvent;
        const auto tell = [this](Change::ModelChangeType type, int first, int last) {
            Change event(&m_view, type);
            event.setFirstRow(first);
            event.setLastRow(last);
            table()->modelChange(&event);
        };
        connect(&m_model, &QAbstractItemModel::dataChanged, this,
                [tell](const QModelIndex& from, const QModelIndex& to) {
                    tell(Change::DataChanged, from.row(), to.row());
                });
        connect(&m_model, &QAbstractItemModel::modelReset, this, [tell] { tell(Change::ModelReset, -1, -1); });
        m_view.setModel(&m_model);
        m_view.setAccessibleName(QStringLiteral("Numbers"));
        m_view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_view));
    }

    void whoeverWalksOverItIsDoneSoon()
    {
        QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&m_view);
        QCOMPARE(access->role(), QAccessible::Table);
        QCOMPARE(table()->rowCount(), 1'000'000);
        QVERIFY(access->childCount() < 2000);
        m_model.asked = 0;
        for (int i = 0; i < access->childCount(); ++i) {
            QAccessibleInterface* child = access->child(i);
            QVERIFY(child && child->isValid());
            QCOMPARE(access->indexOfChild(child), i);
            QVERIFY(child->role() == QAccessible::ColumnHeader || !child->text(QAccessible::Name).isEmpty());
        }
        QVERIFY(m_model.asked < 20'000);
    }

    void anyCellIsThereWhenItIsAskedFor()
    {
        QAccessibleInterface* cell = table()->cellAt(999'999, 3);
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("999999/3"));
        QCOMPARE(cell->tableCellInterface()->rowIndex(), 999'999);
        QCOMPARE(cell->tableCellInterface()->columnIndex(), 3);
        QCOMPARE(cell->tableCellInterface()->rowHeaderCells().first()->text(QAccessible::Name),
                 QStringLiteral("999999/0"));
        QVERIFY(!table()->cellAt(1'000'000, 0));
        QVERIFY(!table()->cellAt(0, 16));
        QCOMPARE(QAccessible::queryAccessibleInterface(&m_view)->childAt(-50, -50), nullptr);
    }

    void onlyAFewAreKept()
    {
        const QAccessible::Id first = QAccessible::uniqueId(table()->cellAt(500'000, 2));
        for (int row = 0; row < 5000; ++row)
            (void)table()->cellAt(row, 2);
        QVERIFY(!QAccessible::accessibleInterface(first));
    }

    void theFocusIsToldByTheViewsOwnNumber()
    {
        // QTableView numbers cells by itself in its focus events, with its hidden vertical header.
        m_view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_view));
        m_view.setFocus();
        m_view.setCurrentIndex(m_model.index(700'000, 4));
        QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&m_view);
        QCOMPARE(access->focusChild()->text(QAccessible::Name), QStringLiteral("700000/4"));
        QCOMPARE(access->child(700'001 * 17 + 5), access->focusChild());
        QVERIFY(access->focusChild()->state().focused);
    }

    void aCellSaysWhatIsSoNow()
    {
        QAccessibleInterface* cell = table()->cellAt(42, 1);
        QVERIFY(cell->state().checked);
        QCOMPARE(cell->actionInterface()->actionNames().first(), QAccessibleActionInterface::toggleAction());
        m_model.turnOff(42);
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("off"));
        QVERIFY(!cell->state().checked);
    }

    void whatIsGoneIsForgotten()
    {
        const QAccessible::Id kept = QAccessible::uniqueId(table()->cellAt(42, 1));
        m_model.shrink();
        QVERIFY(!QAccessible::accessibleInterface(kept));
        QCOMPARE(table()->rowCount(), 10);
        QVERIFY(!table()->cellAt(42, 1));
        QVERIFY(table()->cellAt(9, 1));
    }
};

QTEST_MAIN(TableAccessTest)
#include "tst_tableaccess.moc"
