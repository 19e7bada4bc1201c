#pragma once

#include "base/result.h"
#include "ui/common/appearance.h"
#include "ui/options.h"

#include <QObject>

#include <memory>

namespace refrain::ui {

class MainWindow;
class Settings;

/// The composition of `refrain`: builds the objects, hands them on, and owns them until the end.
class Program final : public QObject {
    Q_OBJECT

public:
    explicit Program(Options options);
    ~Program() override;

    [[nodiscard]] Result<> start();

private:
    void showWelcome(const QString& notice = {});

    Options m_options;
    Appearance m_appearance;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

}  // namespace refrain::ui
