#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>

class QSplitter;
class QHeaderView;
class QWidget;

namespace refrain::ui {

/// What the console remembers of its own looks between runs, per profile. Never anything of a person.
class Settings final {
public:
    explicit Settings(const QString& profile);

    void saveWindow(const QWidget& window);
    /// False where nothing is remembered: the caller places the window.
    bool restoreWindow(QWidget& window) const;

    void saveHeader(const QString& table, const QHeaderView& header);
    bool restoreHeader(const QString& table, QHeaderView& header) const;

    [[nodiscard]] int inspectorWidth() const;
    void setInspectorWidth(int width);
    [[nodiscard]] bool isInspectorOpen() const;
    void setInspectorOpen(bool open);
    [[nodiscard]] bool isCompact() const;
    void setCompact(bool compact);

    /// The last answer to "Who asked?", as the contract names it.
    [[nodiscard]] QString requestedBy() const;
    void setRequestedBy(const QString& name);
    [[nodiscard]] QString lastBackend() const;
    void setLastBackend(const QString& url);

private:
    mutable QSettings m_store;
};

}  // namespace refrain::ui
