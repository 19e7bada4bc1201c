#pragma once

#include <QString>
#include <QWidget>

class QLineEdit;

namespace refrain::ui {

/// One entry of the sidebar: a page in the middle and, where it has one, what the inspector shows beside it.
/// The main window places it and knows nothing else of it.
class Screen : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Short and stable: part of object names, settings and file names of screenshots.
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString iconName() const = 0;
    /// Owned by whoever places it; null: none.
    [[nodiscard]] virtual QWidget* inspector() { return nullptr; }
    /// What `/` goes to; null: nothing.
    [[nodiscard]] virtual QLineEdit* filterField() { return nullptr; }
    /// What has the focus when the screen is entered and what F6 goes to.
    [[nodiscard]] virtual QWidget* mainPane() { return this; }
    /// True before a screen of another sort: a thin line stands above it in the sidebar.
    [[nodiscard]] virtual bool beginsGroup() const { return false; }
    /// True for a screen that belongs to the one above it: the sidebar sets it in.
    [[nodiscard]] virtual bool isNested() const { return false; }
    /// False for somebody whose role has no use for it: the sidebar leaves it out. offerChanged() follows a change.
    [[nodiscard]] virtual bool isOffered() const { return true; }
    /// Shown: fetch what may be stale.
    virtual void entered() {}
    /// Takes back the screen's own last act; false where it has none, and the latest change is meant.
    virtual bool undo() { return false; }

protected:
    /// A draft of an earlier run stands here again.
    void tellOfDraft() { emit said(tr("What you were writing here is back.")); }

signals:
    /// For the sidebar; negative: none.
    void countChanged(qint64 count);
    void offerChanged();
    /// Somebody asked for the inspector (Enter on a row).
    void inspectorWanted();
    /// What stands beside is needed now (a preview of what is written): shown where there is room for both, without
    /// taking the focus.
    void besideWanted();
    /// A sentence for the notice bar.
    void said(const QString& sentence);
    /// A request for approval is to be shown.
    void requestWanted(const QString& id);
    /// The latest change is to be taken back.
    void undoWanted();
};

}  // namespace refrain::ui
