#pragma once

#include "ui/common/theme.h"

#include <QString>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace refrain::ui {

class TextLabel;

/// The 44 px at the top: the sign, the workspace switcher, the box that finds a person or channel, the account.
class HeaderBar final : public QWidget {
    Q_OBJECT

public:
    explicit HeaderBar(const Theme& theme, QWidget* parent = nullptr);

    /// Empty texts hide the control: nobody is signed in.
    void setWorkspace(const QString& name);
    void setAccount(const QString& name);
    /// While no workspace is open: the switcher leads to those that are known, by a name of its own.
    void offerWorkspaces();
    [[nodiscard]] QMenu* workspaceMenu() const { return m_workspaceMenu; }
    [[nodiscard]] QMenu* accountMenu() const { return m_accountMenu; }
    [[nodiscard]] QLineEdit* findBox() const { return m_find; }

    /// The button that opens and closes the details; hidden where a screen has none.
    /// `named`: with its word beside the icon, where the details are closed unless somebody opens them.
    void setInspectorToggle(bool visible, bool open, bool named);

signals:
    void inspectorToggled(bool open);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void drawSign();
    void placeFind();

    const Theme& m_theme;
    QLabel* m_sign;
    TextLabel* m_name;
    QPushButton* m_workspace;
    QLineEdit* m_find;
    QLabel* m_findHint;
    QPushButton* m_account;
    QPushButton* m_inspector;
    QMenu* m_workspaceMenu;
    QMenu* m_accountMenu;
};

}  // namespace refrain::ui
