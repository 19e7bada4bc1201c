#pragma once

#include "console/desk/deskstatus.h"
#include "ui/common/theme.h"
#include "ui/shell/progresswords.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QProgressBar;
class QPushButton;

namespace refrain::ui {

class StatusItem;
class TextLabel;

/// The 28 px at the foot: what is wrong first, then what is going on; at the right the state of the directory.
class StatusLine final : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(const Theme& theme, QWidget* parent = nullptr);

    /// In the order in which they come: worst first.
    void setSentences(const std::vector<console::StatusSentence>& sentences);
    void setDirectory(const QString& text);
    /// Long work; an empty text takes it away.
    void setProgress(const ProgressView& progress);

signals:
    /// The action of the long work.
    void progressActed();
    /// A sentence was pressed: the list that it is about.
    void wanted(refrain::console::StatusSentence::About about);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QHBoxLayout* m_itemRow;
    QList<StatusItem*> m_items;
    QProgressBar* m_progress;
    TextLabel* m_progressText;
    QPushButton* m_act;
    StatusItem* m_directory;
};

}  // namespace refrain::ui
