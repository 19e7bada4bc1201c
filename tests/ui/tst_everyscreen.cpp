#include "tests/ui/testwindow.h"
#include "ui/common/skeleton.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QTest>

#include <set>

using namespace refrain;
using namespace refrain::ui;

/// What holds on every screen: whatever acts is told with name and role, Tab leads to all of it and shows where it is,
/// and every model keeps Qt's protocol.
class EveryScreenTest final : public QObject {
    Q_OBJECT

    using Window = test::TestWindow;

    static QString place(const QWidget* widget)
    {
        return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    static bool acts(const QWidget* widget)
    {
        return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
               qobject_cast<const QComboBox*>(widget) || qobject_cast<const QPlainTextEdit*>(widget) ||
               (qobject_cast<const QAbstractItemView*>(widget) && !qobject_cast<const QHeaderView*>(widget));
    }
    /// Every widget that stands in the window now and can be used.
    static QList<QWidget*> usable(const QWidget& window)
    {
        QList<QWidget*> found;
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            const bool isPopup = widget->window() != &window;
            if (acts(widget) && widget->isVisible() && widget->isEnabled() && !isPopup)
                found << widget;
        }
        return found;
    }
    static void open(Window& w, const QString& screen)
    {
        w.showScreen(qPrintable(screen));
        // Rows, or why there are none.
        QTRY_VERIFY(std::none_of(w.main.screens().begin(), w.main.screens().end(), [&](const Screen* one) {
            const Skeleton* loading = one->findChild<Skeleton*>();
            return one == w.main.currentScreen() && loading && loading->isVisible();
        }));
        w.main.currentScreen()->mainPane()->setFocus();
        auto* list = qobject_cast<QAbstractItemView*>(w.main.currentScreen()->mainPane());
        if (list && list->model()->rowCount() > 1)
            list->setCurrentIndex(list->model()->index(1, 0));
        QVERIFY(QTest::qWaitFor([turns = 0]() mutable { return ++turns > 5; }));
    }
    static void addScreens()
    {
        QTest::addColumn<QString>("screen");
        for (const char* name : {"people", "channels", "categories", "playbooks", "notifications", "workflows",
                                 "templates", "activity", "sync", "approvals", "imports", "insights", "members",
                                 "keys"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    /// Everything that Tab comes by: twice around any of these screens. An answer that comes in meanwhile may move the
    /// focus.
    static QList<QWidget*> tabbed()
    {
        QList<QWidget*> visited;
        for (int i = 0; i < 120; ++i) {
            QWidget* focused = QApplication::focusWidget();
            if (!focused)
                break;
            if (!visited.contains(focused))
                visited << focused;
            QTest::keyClick(focused, Qt::Key_Tab);
        }
        return visited;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void whateverActsIsToldWithNameAndRole_data() { addScreens(); }
    void whateverActsIsToldWithNameAndRole()
    {
        QFETCH(QString, screen);
        Window w;
        QTRY_VERIFY(w.isLoaded());
        open(w, screen);
        QStringList found;
        for (QWidget* widget : usable(w.main)) {
            const QAccessibleInterface* told = QAccessible::queryAccessibleInterface(widget);
            if (!told || told->text(QAccessible::Name).trimmed().isEmpty())
                found << place(widget) + QStringLiteral(" has no name");
            else if (told->role() == QAccessible::Client || told->role() == QAccessible::NoRole)
                found << place(widget) + QStringLiteral(" has no role");
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void tabLeadsToEverything_data() { addScreens(); }
    void tabLeadsToEverything()
    {
        QFETCH(QString, screen);
        Window w;
        QTRY_VERIFY(w.isLoaded());
        open(w, screen);
        w.main.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&w.main));
        const QList<QWidget*> visited = tabbed();
        QStringList missed;
        for (QWidget* widget : usable(w.main)) {
            // The arrows lead on within a group of which one is chosen.
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool isOfGroup =
                button && ((button->group() && button->group()->exclusive()) || button->autoExclusive());
            const bool isGroupMet = isOfGroup && std::any_of(visited.begin(), visited.end(), [&](const QWidget* other) {
                                        return other->parentWidget() == widget->parentWidget();
                                    });
            if (!isGroupMet && !visited.contains(widget) && !visited.contains(widget->focusProxy()))
                missed << place(widget);
        }
        QStringList met;
        for (const QWidget* widget : visited)
            met << place(widget);
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n') + QStringLiteral("\nmet: ") + met.join(u'\n')));
    }

    void theDetailsTakeTheFocusAndGiveItBack_data() { addScreens(); }
    void theDetailsTakeTheFocusAndGiveItBack()
    {
        QFETCH(QString, screen);
        Window w;
        QTRY_VERIFY(w.isLoaded());
        open(w, screen);
        w.main.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&w.main));
        const auto* beside = w.find<QWidget>("inspectorPane");
        const auto isBeside = [&] {
            const QWidget* focused = QApplication::focusWidget();
            return focused && focused->isVisible() && beside->isAncestorOf(focused);
        };
        const auto hasNothingToTake = [&] {
            const QList<QWidget*> all = usable(w.main);
            return std::none_of(all.begin(), all.end(), [&](const QWidget* one) { return beside->isAncestorOf(one); });
        };
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QVERIFY(isBeside() || hasNothingToTake());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QVERIFY(!isBeside());
    }

    void whereTheFocusIsCanBeSeen_data()
    {
        QTest::addColumn<QString>("screen");
        QTest::addColumn<bool>("highContrast");
        for (const char* name : {"people", "categories", "activity", "sync"}) {
            QTest::addRow("%s", name) << QString::fromLatin1(name) << false;
            QTest::addRow("%s, high contrast", name) << QString::fromLatin1(name) << true;
        }
    }
    void whereTheFocusIsCanBeSeen()
    {
        QFETCH(QString, screen);
        QFETCH(bool, highContrast);
        Window w;
        w.theme = Theme::make(Scheme::Light, highContrast);
        QApplication::setFont(applicationFont());
        QApplication::setPalette(w.theme.palette());
        qApp->setStyleSheet(w.theme.styleSheet());
        QTRY_VERIFY(w.isLoaded());
        open(w, screen);
        w.main.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&w.main));
        QStringList unseen;
        const QList<QWidget*> visited = tabbed();
        for (QWidget* widget : visited) {
            if (!acts(widget))
                continue;  // A pane that holds others takes the focus only to hand it on.
            widget->setFocus(Qt::TabFocusReason);
            QVERIFY(QTest::qWaitFor([turns = 0]() mutable { return ++turns > 2; }));
            // The details may have scrolled to it.
            const QRect around(widget->mapTo(&w.main, QPoint(-3, -3)), widget->size() + QSize(6, 6));
            const QImage with = w.main.grab(around).toImage();
            widget->clearFocus();
            const QImage without = w.main.grab(around).toImage();
            int different = 0;
            for (int y = 0; y < with.height(); ++y) {
                for (int x = 0; x < with.width(); ++x)
                    different += with.pixel(x, y) != without.pixel(x, y) ? 1 : 0;
            }
            if (different < 40)
                unseen << QStringLiteral("%1: %2 pixels").arg(place(widget)).arg(different);
        }
        qApp->setStyleSheet({});
        QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(u'\n')));
    }

    void everyModelKeepsTheProtocol()
    {
        Window w;
        std::set<QAbstractItemModel*> models;
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        const auto watch = [&] {
            for (const QAbstractItemView* view : w.main.findChildren<QAbstractItemView*>()) {
                const bool isOurs =
                    view->model() && QByteArray(view->model()->metaObject()->className()).contains("refrain");
                if (isOurs && models.insert(view->model()).second)
                    testers.push_back(std::make_unique<QAbstractItemModelTester>(
                        view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
            }
        };
        watch();
        QVERIFY(models.size() >= 10);
        QTRY_VERIFY(w.isLoaded());
        for (const Screen* screen : w.main.screens()) {
            open(w, screen->name());
            watch();
            if (QLineEdit* filter = w.main.currentScreen()->filterField()) {
                QTest::keyClicks(filter, QStringLiteral("2"));
                QTest::keyClick(filter, Qt::Key_Backspace);
            }
        }
        w.showScreen("people");
        auto* header = w.find<QTableView>("peopleTable")->horizontalHeader();
        header->setSortIndicator(0, Qt::DescendingOrder);
        QVERIFY(w.workspace->desk()
                    .change(test::DeskFixture::order(QStringLiteral("U0000002"), PreferenceState::OptedOut))
                    .ok());
        QTRY_VERIFY(w.workspace->desk().outbox().empty());
        w.workspace->desk().refreshExchanges();
        QTRY_VERIFY(w.find<QTableView>("syncTable")->model()->rowCount() > 0);
    }
};

QTEST_MAIN(EveryScreenTest)
#include "tst_everyscreen.moc"
