#pragma once

#include "ui/common/theme.h"

#include <QMap>
#include <QWidget>

class QVBoxLayout;

namespace refrain::console {
class Desk;
struct SavedView;
}  // namespace refrain::console

namespace refrain::ui {

class SidebarButton;
class TextLabel;

/// The saved views below the screens, each with how many it has. A click opens one; the context menu (or F2, Delete,
/// Alt+Up, Alt+Down) renames, deletes and orders. Nothing at all where none is saved.
class SavedViewList final : public QWidget {
    Q_OBJECT

public:
    /// Both outlive this.
    SavedViewList(const Theme& theme, console::Desk& desk, QWidget* parent = nullptr);

    /// Marks the view whose filter is what is on screen.
    void setShown(const QString& filter, bool ofChannels);

signals:
    void wanted(const QString& filter, bool ofChannels);
    /// A sentence for the notice bar.
    void said(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void showCounts();
    void openMenu(const QString& id, const QPoint& globalPos);
    void rename(const QString& id);
    void remove(const QString& id);
    void move(const QString& id, int by);
    [[nodiscard]] QString idOf(const QObject* button) const;

    const Theme& m_theme;
    console::Desk& m_desk;
    TextLabel* m_title;
    QVBoxLayout* m_layout;
    QMap<QString, SidebarButton*> m_buttons;  ///< By the view's id.
    QString m_filter;
    bool m_ofChannels = false;
};

}  // namespace refrain::ui
