#pragma once

#include "ui/common/theme.h"

#include <QDBusAbstractInterface>
#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace refrain::ui {

/// The desktop portal's settings. The signal bears D-Bus's own name: Qt connects it by that.
class PortalSettings final : public QDBusAbstractInterface {
    Q_OBJECT

public:
    explicit PortalSettings(QObject* parent);

signals:
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);
};

/// Holds the one Theme of the running program and keeps it in step with the system's light/dark choice and
/// contrast (XDG desktop portal, `org.freedesktop.appearance`; where there is no portal, the palette the
/// platform starts with). theme() is a stable reference: it is changed in place, then every widget repaints.
class Appearance final : public QObject {
    Q_OBJECT

public:
    /// `fixed` overrules the system.
    Appearance(std::optional<Scheme> fixed, bool highContrast, QObject* parent = nullptr);

    [[nodiscard]] const Theme& theme() const { return m_theme; }
    void setScheme(Scheme scheme);

signals:
    void changed();

private:
    void followPortal();
    void readPortal(PortalSettings& portal, const QString& key);
    void use(const QString& key, uint value);
    void apply(Scheme scheme, bool highContrast);

    Theme m_theme;
};

/// "light" or "dark"; nullopt for anything else.
[[nodiscard]] std::optional<Scheme> schemeFromString(const QString& name);

}  // namespace refrain::ui
