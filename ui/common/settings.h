#pragma once

#include <QSettings>
#include <QStringList>
#include <QVariantMap>

class QWidget;

namespace refrain::ui {

/// How a person arranged a table.
struct ColumnMemory {
    QVariantMap widths;  ///< Column name to pixels; absent: as it comes.
    QVariantMap shown;   ///< Column name to bool; absent: as it comes.
    QString sortedBy;    ///< Column name; empty: as it comes.
    bool descending = false;
};

/// What the console remembers of its own looks between runs, per profile. Never anything of a person.
class Settings final {
public:
    explicit Settings(const QString& file);

    void saveWindow(const QWidget& window);
    /// False where nothing is remembered: the caller places the window.
    bool restoreWindow(QWidget& window) const;

    /// By the table's name; columns by theirs, because categories come and go.
    void saveColumns(const QString& table, const ColumnMemory& columns);
    [[nodiscard]] ColumnMemory columns(const QString& table) const;

    [[nodiscard]] int inspectorWidth() const;
    void setInspectorWidth(int width);
    [[nodiscard]] bool isInspectorOpen() const;
    void setInspectorOpen(bool open);
    [[nodiscard]] bool isCompact() const;
    void setCompact(bool compact);
    /// Notices beside the clock.
    [[nodiscard]] bool isTrayOn() const;
    void setTrayOn(bool on);

    [[nodiscard]] QString lastBackend() const;
    void setLastBackend(const QString& url);

    /// An import that was begun and is not over, as console::toText() writes it; empty: none.
    [[nodiscard]] QByteArray unfinishedImport() const;
    void setUnfinishedImport(const QByteArray& import);

private:
    mutable QSettings m_store;
};

}  // namespace refrain::ui
