#include "ui/common/appearance.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace refrain::ui {

namespace {

const QLatin1String appearanceGroup("org.freedesktop.appearance");
const QLatin1String schemeKey("color-scheme");
const QLatin1String contrastKey("contrast");

// The portal wraps the value once more than its description says: both forms are met in the field.
uint unwrapped(const QVariant& value)
{
    if (value.canConvert<QDBusVariant>())
        return unwrapped(value.value<QDBusVariant>().variant());
    return value.toUInt();
}

Scheme schemeOfPlatform()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

}  // namespace

PortalSettings::PortalSettings(QObject* parent)
    : QDBusAbstractInterface(QStringLiteral("org.freedesktop.portal.Desktop"),
                             QStringLiteral("/org/freedesktop/portal/desktop"), "org.freedesktop.portal.Settings",
                             QDBusConnection::sessionBus(), parent)
{
    setTimeout(2000);
}

Appearance::Appearance(std::optional<Scheme> fixed, bool highContrast, QObject* parent) : QObject(parent)
{
    QApplication::setFont(applicationFont());
    // Nothing moves but what a person moved: also where the desktop lets menus slide and tooltips fade.
    for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo, Qt::UI_AnimateTooltip,
                                      Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox})
        QApplication::setEffectEnabled(effect, false);
    apply(fixed.value_or(schemeOfPlatform()), fixed && highContrast);
    if (!fixed)
        followPortal();
}

void Appearance::setScheme(Scheme scheme)
{
    apply(scheme, m_theme.highContrast);
}

void Appearance::followPortal()
{
    if (!QDBusConnection::sessionBus().isConnected())
        return;
    auto* portal = new PortalSettings(this);
    connect(portal, &PortalSettings::SettingChanged, this,
            [this](const QString& group, const QString& key, const QDBusVariant& value) {
                if (group == appearanceGroup)
                    use(key, unwrapped(value.variant()));
            });
    readPortal(*portal, schemeKey);
    readPortal(*portal, contrastKey);
}

void Appearance::readPortal(PortalSettings& portal, const QString& key)
{
    auto* watcher =
        new QDBusPendingCallWatcher(portal.asyncCall(QStringLiteral("Read"), QString(appearanceGroup), key), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            use(key, unwrapped(reply.value().variant()));
        watcher->deleteLater();
    });
}

void Appearance::use(const QString& key, uint value)
{
    // color-scheme: 0 no preference, 1 dark, 2 light; contrast: 0 none, 1 high.
    if (key == schemeKey && value != 0)
        apply(value == 1 ? Scheme::Dark : Scheme::Light, m_theme.highContrast);
    else if (key == contrastKey)
        apply(m_theme.scheme, value == 1);
}

void Appearance::apply(Scheme scheme, bool highContrast)
{
    const Theme theme = Theme::make(scheme, highContrast);
    if (theme == m_theme)
        return;
    m_theme = theme;
    QApplication::setPalette(m_theme.palette());
    qApp->setStyleSheet(m_theme.styleSheet());
    emit changed();
}

std::optional<Scheme> schemeFromString(const QString& name)
{
    if (name == QLatin1String("light"))
        return Scheme::Light;
    if (name == QLatin1String("dark"))
        return Scheme::Dark;
    return std::nullopt;
}

}  // namespace refrain::ui
