#pragma once

#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QIcon>
#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QScrollArea>

class QVBoxLayout;

namespace refrain::ui {

/// One screen's entry: its name and how much is behind it; in a narrow window its icon with a tooltip.
class SidebarButton final : public QAbstractButton {
    Q_OBJECT

public:
    SidebarButton(const Theme& theme, const QString& iconName, const QString& title, QWidget* parent);

    /// Set in below the entry that it belongs to.
    void setNested(bool nested);
    /// Negative: no count is shown.
    void setCount(qint64 count);
    void setIconsOnly(bool iconsOnly);
    /// What leads here from anywhere; told in the tooltip and to screen readers.
    void setKey(const QKeySequence& key);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    const Theme& m_theme;
    QIcon m_icon;
    QString m_key;
    qint64 m_count = -1;
    bool m_iconsOnly = false;
    bool m_isNested = false;
};

/// The screens, one below the other; where they do not fit, they scroll.
class Sidebar final : public QScrollArea {
    Q_OBJECT

public:
    explicit Sidebar(const Theme& theme, QWidget* parent = nullptr);

    /// `name` becomes the button's objectName ("sidebar" + name). Returns the entry's index.
    int addScreen(const QString& name, const QString& iconName, const QString& title, bool nested = false);
    /// A thin line between what is browsed and what is watched.
    void addSeparator();
    void setCount(int index, qint64 count);
    void setKey(int index, const QKeySequence& key);
    /// Whether it is there at all; a separator with nothing below it goes too.
    void setOffered(int index, bool offered);
    void setCurrent(int index);
    /// What stands below the screens while there is room for words; takes ownership.
    void setFoot(QWidget* foot);
    void setIconsOnly(bool iconsOnly);
    void focusCurrent();

signals:
    void chosen(int index);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    QVBoxLayout* m_layout;
    QWidget* m_foot = nullptr;  ///< Around it, so that it may hide itself.
    QList<SidebarButton*> m_buttons;
    QMap<qsizetype, QWidget*> m_separators;  ///< By the button they stand above.
};

}  // namespace refrain::ui
