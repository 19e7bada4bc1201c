#pragma once

#include "tests/console/deskfixture.h"
#include "ui/common/noticebar.h"
#include "ui/common/screen.h"
#include "ui/common/settings.h"
#include "ui/shell/mainwindow.h"
#include "ui/workspace.h"

#include <QTableView>

namespace refrain::test {

/// A whole signed-in window over a backend in memory.
struct TestWindow {
    DeskFixture world;
    ui::Theme theme = ui::Theme::make(ui::Scheme::Light);
    ui::Settings settings{world.folder.filePath(QStringLiteral("ui.ini"))};
    ui::MainWindow main{theme, settings};
    std::unique_ptr<ui::Workspace> workspace;

    explicit TestWindow(const std::function<void(FakeBackend&)>& prepare = {})
    {
        if (prepare)
            prepare(world.backend);
        main.resize(1280, 800);
        main.show();
        world.start();
        workspace = std::make_unique<ui::Workspace>(theme, settings, world.clock, QTimeZone::utc(), main,
                                                    std::move(world.desk));
        main.activateWindow();
    }

    template <class W>
    [[nodiscard]] W* find(const char* name) const
    {
        return main.findChild<W*>(QLatin1String(name));
    }
    void showScreen(const char* name)
    {
        for (int i = 0; i < main.screens().size(); ++i) {
            if (main.screens().at(i)->name() == QLatin1String(name))
                main.showScreen(i);
        }
    }
    [[nodiscard]] bool isLoaded() const
    {
        return find<QTableView>("peopleTable")->isVisible() &&
               find<QTableView>("peopleTable")->model()->rowCount() == 30 &&
               workspace->desk().progress().stage == console::LoadProgress::Stage::Done;
    }
    [[nodiscard]] QString said() const { return find<ui::NoticeBar>("noticeBar")->sentence(); }
};

}  // namespace refrain::test
