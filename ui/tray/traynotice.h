#pragma once

#include "ui/common/theme.h"
#include "ui/tray/attention.h"

#include <QObject>

#include <memory>

class QSystemTrayIcon;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class Settings;

/// An icon beside the clock while something needs a person, and a notice when it begins to. Nothing where the desktop
/// has no tray, or where it is turned off.
class TrayNotice final : public QObject {
    Q_OBJECT

public:
    /// The desk and the settings outlive this.
    TrayNotice(const Theme& theme, console::Desk& desk, Settings& settings);
    ~TrayNotice() override;

    [[nodiscard]] static bool isPossible();
    /// Looks at the settings anew.
    void update();

signals:
    /// Somebody wants to see what it is about.
    void clicked();

private:
    void show(const QStringList& news);

    const Theme& m_theme;
    console::Desk& m_desk;
    Settings& m_settings;
    Attention m_attention;
    std::unique_ptr<QSystemTrayIcon> m_icon;
};

}  // namespace refrain::ui
