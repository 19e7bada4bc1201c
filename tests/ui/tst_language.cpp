#include "tests/ui/testwindow.h"
#include "ui/pseudolanguage.h"
#include "ui/shell/sidebar.h"
#include "ui/translation.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// In a language that is longer than English and written from right to left: everything is translated, mirrored, and
/// has room.
class LanguageTest final : public QObject {
    Q_OBJECT

    using Window = test::TestWindow;

    static QStringList screens(const Window& w)
    {
        QStringList names;
        for (const Screen* screen : w.main.screens())
            names << screen->name();
        return names;
    }
    static QString place(const QWidget* widget)
    {
        return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() +
               QStringLiteral(": ");
    }
    /// Labels and buttons whose words have no room: a wrapped label that is too low, a button that is too narrow.
    static QStringList clipped(const QWidget& window)
    {
        QStringList found;
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisible())
                continue;
            if (const auto* label = qobject_cast<const QLabel*>(widget);
                label && !label->text().isEmpty() && label->wordWrap()) {
                if (label->height() < label->heightForWidth(label->width()))
                    found << place(label) + label->text();
            } else if (const auto* button = qobject_cast<const QPushButton*>(widget)) {
                const int needed = button->fontMetrics().horizontalAdvance(button->text().section(u'\t', 0, 0));
                if (!button->text().isEmpty() && button->width() < needed)
                    found << place(button) + button->text();
            }
        }
        return found;
    }
    /// Whatever reaches beyond what it lies in, where nothing scrolls.
    static QStringList overhanging(const QWidget& window)
    {
        QStringList found;
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            const QWidget* parent = widget->parentWidget();
            const bool matters = qobject_cast<const QLabel*>(widget) || qobject_cast<const QAbstractButton*>(widget);
            if (!matters || !widget->isVisible() || !parent || widget->isWindow())
                continue;
            if (widget->x() < 0 || widget->x() + widget->width() > parent->width())
                found << place(widget) + QStringLiteral("%1..%2 of %3")
                                             .arg(widget->x())
                                             .arg(widget->x() + widget->width())
                                             .arg(parent->width());
        }
        return found;
    }

private slots:
    void cleanup()
    {
        QLocale::setDefault(QLocale::c());
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void whatMustStayStays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kept");
        QTest::newRow("placeholders") << QStringLiteral("Sign out while %1 change(s) wait?") << QStringLiteral("%1");
        QTest::newRow("tags") << QStringLiteral("<b>Name</b>") << QStringLiteral("<b>");
        QTest::newRow("keys of a menu") << QStringLiteral("Keys\t?") << QStringLiteral("\t?");
        QTest::newRow("keys") << QStringLiteral("Press Ctrl+Space now") << QStringLiteral("Ctrl+Space");
    }
    void whatMustStayStays()
    {
        QFETCH(QString, text);
        QFETCH(QString, kept);
        const QString spoken = PseudoLanguage::spoken(text);
        QVERIFY(spoken.contains(kept));
        QVERIFY(spoken.isRightToLeft());
        QVERIFY(spoken.size() > text.size() * 5 / 4);
        QCOMPARE(PseudoLanguage::spoken(QStringLiteral("%1 · %2")), QStringLiteral("%1 · %2"));
    }

    void theWindowIsMirrored()
    {
        const Translation pseudo(QStringLiteral("pseudo"));
        Window w;
        QTRY_VERIFY(w.isLoaded());
        const auto left = [&](const char* name) {
            const auto* widget = w.find<QWidget>(name);
            return widget->mapTo(&w.main, QPoint()).x();
        };
        QVERIFY(left("sidebar") > left("peopleTable"));
        QVERIFY(left("peopleTable") > left("inspectorPane"));
        QVERIFY(left("workspaceSwitcher") > left("accountMenu"));
        // The names stand at the right of their table.
        const auto* table = w.find<QTableView>("peopleTable");
        QVERIFY(table->columnViewportPosition(0) > table->columnViewportPosition(5));
    }

    void everythingHasRoom_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::newRow("longer and from the right") << QStringLiteral("pseudo") << QSize(1280, 800);
        QTest::newRow("longer and from the right, large") << QStringLiteral("pseudo") << QSize(1920, 1080);
        QTest::newRow("German") << QStringLiteral("de") << QSize(1280, 800);
        QTest::newRow("German, narrow") << QStringLiteral("de") << QSize(1024, 700);
        QTest::newRow("English, narrow") << QStringLiteral("en") << QSize(1024, 700);
    }
    void everythingHasRoom()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        const Translation translation(language);
        Window w;
        QApplication::setFont(applicationFont());
        qApp->setStyleSheet(w.theme.styleSheet());
        w.main.resize(size);
        QTRY_VERIFY(w.isLoaded());
        QStringList found;
        for (const QString& name : screens(w)) {
            w.showScreen(qPrintable(name));
            auto* list = qobject_cast<QAbstractItemView*>(w.main.currentScreen()->mainPane());
            if (list && list->model()->rowCount() > 1)
                list->setCurrentIndex(list->model()->index(1, 0));
            QVERIFY(QTest::qWaitFor([turns = 0]() mutable { return ++turns > 5; }));  // layouts settle
            found << clipped(w.main) + overhanging(w.main);
            if (const QString folder = qEnvironmentVariable("REFRAIN_TEST_PICTURES"); !folder.isEmpty())
                w.main.grab().save(QStringLiteral("%1/%2-%3-%4.png").arg(folder, language, name).arg(size.width()));
        }
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        qApp->setStyleSheet({});
    }
};

QTEST_MAIN(LanguageTest)
#include "tst_language.moc"
