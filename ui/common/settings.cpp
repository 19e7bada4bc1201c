#include "ui/common/settings.h"

#include "ui/common/theme.h"

#include <QWidget>

namespace refrain::ui {

namespace {

// One line per thing remembered: the names are read nowhere else.
const QString geometryKey = QStringLiteral("window/geometry");
const QString inspectorWidthKey = QStringLiteral("inspector/width");
const QString inspectorOpenKey = QStringLiteral("inspector/open");
const QString compactKey = QStringLiteral("tables/compact");
const QString trayKey = QStringLiteral("tray");
const QString unfinishedImportKey = QStringLiteral("imports/unfinished");
const QString lastBackendKey = QStringLiteral("connect/lastBackend");

QString columnsKey(const QString& table, const char* what)
{
    return QStringLiteral("tables/%1-%2").arg(table, QLatin1String(what));
}

}  // namespace

Settings::Settings(const QString& file) : m_store(file, QSettings::IniFormat) {}

void Settings::saveWindow(const QWidget& window)
{
    m_store.setValue(geometryKey, window.saveGeometry());
}

bool Settings::restoreWindow(QWidget& window) const
{
    return window.restoreGeometry(m_store.value(geometryKey).toByteArray());
}

void Settings::saveColumns(const QString& table, const ColumnMemory& columns)
{
    m_store.setValue(columnsKey(table, "widths"), columns.widths);
    m_store.setValue(columnsKey(table, "shown"), columns.shown);
    m_store.setValue(columnsKey(table, "sortedBy"), columns.sortedBy);
    m_store.setValue(columnsKey(table, "descending"), columns.descending);
}

ColumnMemory Settings::columns(const QString& table) const
{
    return {m_store.value(columnsKey(table, "widths")).toMap(), m_store.value(columnsKey(table, "shown")).toMap(),
            m_store.value(columnsKey(table, "sortedBy")).toString(),
            m_store.value(columnsKey(table, "descending")).toBool()};
}

int Settings::inspectorWidth() const
{
    return m_store.value(inspectorWidthKey, metric::inspectorWidth).toInt();
}

void Settings::setInspectorWidth(int width)
{
    m_store.setValue(inspectorWidthKey, width);
}

bool Settings::isInspectorOpen() const
{
    return m_store.value(inspectorOpenKey, true).toBool();
}

void Settings::setInspectorOpen(bool open)
{
    m_store.setValue(inspectorOpenKey, open);
}

bool Settings::isCompact() const
{
    return m_store.value(compactKey, false).toBool();
}

void Settings::setCompact(bool compact)
{
    m_store.setValue(compactKey, compact);
}

bool Settings::isTrayOn() const
{
    return m_store.value(trayKey, true).toBool();
}

void Settings::setTrayOn(bool on)
{
    m_store.setValue(trayKey, on);
}

QString Settings::lastBackend() const
{
    return m_store.value(lastBackendKey).toString();
}

void Settings::setLastBackend(const QString& url)
{
    m_store.setValue(lastBackendKey, url);
}

QByteArray Settings::unfinishedImport() const
{
    return m_store.value(unfinishedImportKey).toByteArray();
}

void Settings::setUnfinishedImport(const QByteArray& import)
{
    if (import.isEmpty())
        m_store.remove(unfinishedImportKey);
    else
        m_store.setValue(unfinishedImportKey, import);
    m_store.sync();  // It is for when this program ends unasked.
}

}  // namespace refrain::ui
