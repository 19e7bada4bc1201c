#include "tests/ui/livewindow.h"
#include "ui/imports/importform.h"
#include "ui/imports/importresult.h"
#include "ui/imports/importsscreen.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QTableWidget>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// A file of choices, from the menu to the undo, on the whole window over the real programs.
class ImportsTest final : public QObject {
    Q_OBJECT

    /// Builds and other tests may run beside this one.
    static constexpr int patience = test::patience;

    test::LiveWindow w;

    [[nodiscard]] QPushButton* button(const char* name) const { return w.find<QPushButton>(name); }
    [[nodiscard]] QString note() const
    {
        auto* result = w.find<ImportResult>("importResult");
        return result ? result->findChild<QWidget*>(QStringLiteral("importNote"))->accessibleName() : QString();
    }
    [[nodiscard]] QString write(const char* name, const QByteArray& text) const
    {
        const QString path = w.live.folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return path;
    }
    [[nodiscard]] QString email(int person) const { return w.desk().people().email(w.somebody(person)); }
    [[nodiscard]] int optedOut(const char* slug) const
    {
        return w.desk().people().countOptedOut(*w.desk().people().columnOf(CategorySlug(QLatin1String(slug))));
    }
    void setCategory(const char* slug) const
    {
        auto* category = w.find<QComboBox>("importField_category");
        category->setCurrentIndex(category->findData(QLatin1String(slug)));
    }
    void begin(const QString& path) const
    {
        w.show("imports");
        w.click("newImport");
        w.find<ImportForm>("importPage")->setFile(path);
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QTableWidget>("importRows")->isVisible(), patience);
    }
    void answer(const char* text) const
    {
        QTRY_VERIFY(w.find<QDialog>("confirmDialog"));
        for (QPushButton* made : w.find<QDialog>("confirmDialog")->findChildren<QPushButton*>()) {
            if (made->text() == QLatin1String(text))
                return QTest::mouseClick(made, Qt::LeftButton);
        }
        QFAIL("no such answer");
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        QVERIFY(w.start(REFRAIN_BIN_DIR));
        w.main->resize(1280, 800);
    }

    void aScreenWithoutImportsOffersOne()
    {
        w.show("imports");
        QTRY_VERIFY_WITH_TIMEOUT(!w.main->findChildren<QPushButton*>(QStringLiteral("newImport")).isEmpty(), patience);
        w.picture(QStringLiteral("imports-empty"));
    }

    void itIsFoundInTheMenuOfPeople()
    {
        w.show("people");
        auto* menu = w.find<QMenu>("peopleFilesMenu");
        for (QAction* action : menu->actions()) {
            if (action->text().startsWith(QStringLiteral("Import")))
                action->trigger();
        }
        QTRY_VERIFY(w.find<ImportForm>("importPage")->isVisible());
        QVERIFY(button("importSave") == nullptr || !button("importSave")->isEnabled());
        w.picture(QStringLiteral("imports-form-empty"));
        QTest::mouseClick(button("importCancel"), Qt::LeftButton);
    }

    void theFileIsGuessed()
    {
        QByteArray text = "\xFF\xFE";
        const QString rows =
            QStringLiteral("Name;E-Mail;Grund\r\nJörg;%1;zu viel\r\nBea;%2;\r\nNeu;neu@example.org;\r\n")
                .arg(email(0), email(1));
        text += QByteArray(reinterpret_cast<const char*>(rows.utf16()), rows.size() * 2);
        begin(write("left.csv", text));
        QCOMPARE(w.find<QComboBox>("importEncoding")->currentText(), QStringLiteral("UTF-16"));
        QCOMPARE(w.find<QComboBox>("importDelimiter")->currentText(), QStringLiteral("Semicolon"));
        QVERIFY(w.find<QCheckBox>("importHeader")->isChecked());
        QCOMPARE(w.find<QTableWidget>("importRows")->item(0, 0)->text(), QString::fromUtf8("Jörg"));
        QCOMPARE(w.find<QComboBox>("importField_subject")->currentText(), QStringLiteral("Column “E-Mail”"));
        QCOMPARE(w.find<QComboBox>("importField_reason")->currentText(), QStringLiteral("Column “Grund”"));
        QVERIFY(w.find<QComboBox>("importField_category")->currentData().toString() != QStringLiteral("*"));
        setCategory("reminders");
        w.picture(QStringLiteral("imports-form"));
        // What was guessed can be changed, and is read anew.
        w.find<QComboBox>("importDelimiter")->setCurrentIndex(0);
        QTRY_COMPARE(w.find<QTableWidget>("importRows")->columnCount(), 1);
        w.find<QComboBox>("importDelimiter")->setCurrentIndex(1);
        QTRY_COMPARE(w.find<QTableWidget>("importRows")->columnCount(), 3);
        setCategory("reminders");
    }

    void everyRowIsCheckedBeforeAnythingIsChanged()
    {
        QTest::mouseClick(button("importSave"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("2 of 3 rows change something.")), patience);
        QVERIFY2(note().contains(QStringLiteral("Would wait for people who are not here yet: 1")), qPrintable(note()));
        QVERIFY2(note().contains(QStringLiteral("Would change something: 2")), qPrintable(note()));
        QVERIFY2(note().contains(QStringLiteral("Together: 3 rows")), qPrintable(note()));
        QCOMPARE(w.find<QTableView>("importResultTable")->model()->rowCount(), 2);
        QCOMPARE(w.cell("importResultTable", QStringLiteral("2"), 3), QStringLiteral("workspace default → off"));
        QVERIFY(!w.find<QCheckBox>("importTell")->isChecked());
        QCOMPARE(optedOut("reminders"), 0);
        w.picture(QStringLiteral("imports-checked"));
    }

    void itIsImportedAndListed()
    {
        QCOMPARE(button("importAct")->text(), QStringLiteral("Import it"));
        QTest::mouseClick(button("importAct"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("2 of 3 rows changed something.")), patience);
        QTRY_COMPARE_WITH_TIMEOUT(optedOut("reminders"), 2, patience);
        w.picture(QStringLiteral("imports-done"));
        QTest::mouseClick(button("importBack"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("importsTable", QStringLiteral("left.csv"), 1), QStringLiteral("imported"),
                                  patience);
        w.picture(QStringLiteral("imports-list"));
    }

    void whatItDidNotTakeOverIsShownLater()
    {
        QTest::mouseClick(button("importLeft"), Qt::LeftButton);
        auto* past = w.find<ImportPast>("importPast");
        QVERIFY(past && past->isVisible());
        auto* rows = past->findChild<QTableView*>(QStringLiteral("importResultTable"));
        QTRY_COMPARE_WITH_TIMEOUT(rows->model()->rowCount(), 1, patience);
        QCOMPARE(rows->model()->index(0, 1).data().toString(), QStringLiteral("neu@example.org"));
        rows->selectRow(0);
        QCOMPARE(past->findChild<QLabel*>(QStringLiteral("importRowDetail"))->text(),
                 QStringLiteral("Line 4: waits: nobody here is called so yet"));
        w.picture(QStringLiteral("imports-past"));
        QTest::mouseClick(button("importPastClose"), Qt::LeftButton);
        QTRY_VERIFY(w.find<QTableView>("importsTable")->isVisible());
    }

    void itIsUndoneAsOne()
    {
        QTest::mouseClick(button("importUndo"), Qt::LeftButton);
        answer("Undo it");
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("importsTable", QStringLiteral("left.csv"), 1), QStringLiteral("undone"),
                                  patience);
        QTRY_COMPARE_WITH_TIMEOUT(optedOut("reminders"), 0, patience);
    }

    void whatIsLeftOutCanBeSaved()
    {
        begin(write("broken.csv", "id;state\r\nU0000000;maybe\r\n\"x;\r\n"));
        setCategory("reminders");
        QTest::mouseClick(button("importSave"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("Cannot be read: 2")), patience);
        QVERIFY(!button("importAct")->isEnabled());
        w.picture(QStringLiteral("imports-broken"));
        auto* result = w.find<ImportResult>("importResult");
        QTest::mouseClick(result->findChild<QPushButton*>(QStringLiteral("importSaveLeft")), Qt::LeftButton);
        QTRY_VERIFY(w.find<QFileDialog>("importSaveDialog"));
        const QString path = w.live.folder.filePath(QStringLiteral("left-out.csv"));
        emit w.find<QFileDialog>("importSaveDialog")->fileSelected(path);
        w.find<QFileDialog>("importSaveDialog")->close();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.contains("2,U0000000,") && text.contains("3,"), text.constData());
        QTest::mouseClick(button("importBack"), Qt::LeftButton);
        QTRY_VERIFY(w.find<ImportForm>("importPage")->isVisible());
        QTest::mouseClick(button("importCancel"), Qt::LeftButton);
    }

    void manyRowsGoOnWhileOneWorksElsewhere()
    {
        QByteArray text = "address\n";
        for (int i = 0; i < 30'000; ++i)
            text += "p" + QByteArray::number(i) + "@nowhere.example\n";
        begin(write("many.csv", text));
        setCategory("reminders");
        QTest::mouseClick(button("importSave"), Qt::LeftButton);
        // Who stops the check at its very end must not import by it.
        QVERIFY(button("importStop")->isVisible() && !button("importAct")->isEnabled());
        QTRY_COMPARE(button("importAct")->text(), QStringLiteral("Import it"));
        QVERIFY(!button("importStop")->isVisible());
        QVERIFY(note().contains(QStringLiteral("not here yet: 30,000")));
        QTest::mouseClick(button("importAct"), Qt::LeftButton);
        w.show("people");
        QTRY_VERIFY_WITH_TIMEOUT(w.said().startsWith(QStringLiteral("Imported")), patience);
        w.show("imports");
        QTRY_VERIFY(note().contains(QStringLiteral("30,000")));
        QTest::mouseClick(button("importBack"), Qt::LeftButton);
        w.main->resize(1920, 1080);
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("importsTable", QStringLiteral("many.csv"), 1), QStringLiteral("imported"),
                                  patience);
        w.picture(QStringLiteral("imports-list-wide"));
    }
};

QTEST_MAIN(ImportsTest)
#include "tst_imports.moc"
