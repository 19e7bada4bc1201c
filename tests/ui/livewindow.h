#pragma once

#include "console/table/subjecttable.h"
#include "tests/console/livedesk.h"
#include "ui/common/noticebar.h"
#include "ui/common/screen.h"
#include "ui/common/settings.h"
#include "ui/shell/mainwindow.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace refrain::test {

/// A whole signed-in window over the real programs: the practice Slack and refraind.
struct LiveWindow {
    LiveDesk live;
    std::unique_ptr<RedirectBrowser> browser;
    ui::Theme theme = ui::Theme::make(ui::Scheme::Light);
    std::unique_ptr<ui::Settings> settings;
    std::unique_ptr<ui::MainWindow> main;
    std::unique_ptr<ui::Workspace> workspace;
    int people = 0;  ///< Who must be there before it is whole.

    ~LiveWindow()
    {
        workspace.reset();
        main.reset();
    }

    /// Starts the programs, signs in as the workspace's owner, and waits for the whole directory. `more`: options of
    /// the practice Slack's.
    [[nodiscard]] bool start(const QByteArray& binaries, int users = 300, const QByteArray& more = {})
    {
        if (!live.startPrograms(binaries, "--auto-approve --rate-limits off --channels 12 --users " +
                                              QByteArray::number(users) + ' ' + more))
            return false;
        browser = std::make_unique<RedirectBrowser>(live.transport);
        if (!live.signIn(*browser))
            return false;
        settings = std::make_unique<ui::Settings>(live.folder.filePath(QStringLiteral("ui.ini")));
        main = std::make_unique<ui::MainWindow>(theme, *settings);
        main->resize(1280, 800);
        main->show();
        people = users;
        return open(true);
    }

    /// The window of the workspace that is signed in to; `fresh`: straight after signing in.
    [[nodiscard]] bool open(bool fresh)
    {
        live.startDesk(fresh, main.get(), [](const console::LocalChange&) {});
        workspace = std::make_unique<ui::Workspace>(theme, *settings, live.clock, QTimeZone::utc(), *main,
                                                    std::move(live.desk));
        main->activateWindow();
        const auto isWhole = [this] {
            return desk().mayAdminister() && desk().people().rowCount() >= people &&
                   desk().progress().stage == console::LoadProgress::Stage::Done;
        };
        return QTest::qWaitForWindowActive(main.get()) && QTest::qWaitFor(isWhole, patience);
    }

    [[nodiscard]] console::Desk& desk() const { return workspace->desk(); }
    template <class W>
    [[nodiscard]] W* find(const char* name) const
    {
        return main->findChild<W*>(QLatin1String(name));
    }
    [[nodiscard]] ui::Screen* screen(const char* name) const
    {
        for (ui::Screen* screen : main->screens()) {
            if (screen->name() == QLatin1String(name))
                return screen;
        }
        return nullptr;
    }
    void show(const char* name) const
    {
        main->activateWindow();  // A dialog may have been before it.
        main->showScreen(int(main->screens().indexOf(screen(name))));
    }
    void click(const char* name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    [[nodiscard]] QString said() const { return find<ui::NoticeBar>("noticeBar")->sentence(); }
    /// The text of a table's cell in the row whose first column begins like that; empty where there is no such row.
    [[nodiscard]] QString cell(const char* table, const QString& begin, int column) const
    {
        const int row = rowOf(table, begin);
        return row < 0 ? QString()
                       : find<QTableView>(table)->model()->index(row, column).data(Qt::DisplayRole).toString();
    }
    [[nodiscard]] int rowOf(const char* table, const QString& begin) const
    {
        const QAbstractItemModel* model = find<QTableView>(table)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data(Qt::DisplayRole).toString().startsWith(begin))
                return row;
        }
        return -1;
    }
    void choose(const char* table, const QString& begin) const
    {
        find<QTableView>(table)->selectRow(rowOf(table, begin));
    }
    /// Saves how the window looks now, in light and dark, where REFRAIN_TEST_PICTURES names a folder: for whoever works
    /// on its looks.
    void picture(const QString& name)
    {
        const QString folder = qEnvironmentVariable("REFRAIN_TEST_PICTURES");
        if (folder.isEmpty())
            return;
        for (const ui::Scheme scheme : {ui::Scheme::Dark, ui::Scheme::Light}) {
            theme = ui::Theme::make(scheme);
            QApplication::setFont(ui::applicationFont());
            QApplication::setPalette(theme.palette());
            qApp->setStyleSheet(theme.styleSheet());
            (void)QTest::qWaitFor([turns = 0]() mutable { return ++turns > 20; });
            const QString end = scheme == ui::Scheme::Dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
            main->grab().save(folder + u'/' + name + end);
            for (QWidget* window : QApplication::topLevelWidgets()) {
                if (window->isVisible() && qobject_cast<QDialog*>(window))
                    window->grab().save(folder + u'/' + name + u'-' + window->objectName() + end);
            }
        }
    }
    /// The console's own user, as the list of members has them.
    [[nodiscard]] SubjectId self() const { return SubjectId(desk().workspace().userId); }
    /// The `n`th person who could be given a role, the console's own user aside.
    [[nodiscard]] int somebody(int n) const
    {
        const console::SubjectTable& people = desk().people();
        for (int row = 0; row < people.rowCount(); ++row) {
            const QString name = people.name(row);
            const bool canBeTyped = std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 128; });
            const bool fits = canBeTyped && !people.email(row).isEmpty() && !people.isDeleted(row) &&
                              !people.isBot(row) && people.namesakes(row) == 1 &&
                              people.role(row) == SubjectRole::Member && people.id(row) != self();
            if (fits && n-- == 0)
                return row;
        }
        return -1;
    }
};

}  // namespace refrain::test
