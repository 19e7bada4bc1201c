#pragma once

#include "tests/support/chromium.h"
#include "tests/support/patience.h"
#include "ui/program.h"

#include <QApplication>
#include <QTest>

#include <memory>

namespace refrain::test {

/// The real console on the practice workspace, in packaging/desktop-session alone: what every test of it begins with.
struct ConsoleSession {
    std::unique_ptr<ui::Program> program;

    /// Once for each test program. An empty text, or why it cannot be run here.
    [[nodiscard]] static QString setUp()
    {
        if (!Chromium::isInstalled())
            return QStringLiteral("Chromium is not installed; ./dev test installs it");
        if (!qEnvironmentVariableIsSet("BROWSER_PROFILE"))
            return QStringLiteral("this test runs inside packaging/desktop-session alone");
        QApplication::setStyle(QStringLiteral("Fusion"));
        return {};
    }

    /// Starts the console; false where its window did not appear.
    [[nodiscard]] bool begin()
    {
        const auto options =
            ui::parseOptions({QStringLiteral("refrain"), QStringLiteral("--practice")}, QStringLiteral("light"));
        const auto profile = options ? console::Profile::open(options->profile) : options.error();
        if (!profile)
            return false;
        program = std::make_unique<ui::Program>(*options, *profile);
        return program->start().ok() && window() && QTest::qWaitForWindowExposed(window(), patience);
    }

    [[nodiscard]] static QWidget* window()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == QLatin1String("MainWindow"))
                return widget;
        }
        return nullptr;
    }

    template <class T>
    [[nodiscard]] static T* find(const char* name)
    {
        return window() ? window()->findChild<T*>(QString::fromLatin1(name)) : nullptr;
    }
    /// Null also where it is hidden.
    template <class T>
    [[nodiscard]] static T* findVisible(const char* name)
    {
        T* found = find<T>(name);
        return found && found->isVisible() ? found : nullptr;
    }
};

}  // namespace refrain::test
