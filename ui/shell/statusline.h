#pragma once

#include "ui/common/theme.h"

#include <QList>
#include <QString>
#include <QWidget>

class QHBoxLayout;
class QProgressBar;
class QPushButton;

namespace refrain::ui {

class TextLabel;

/// How much a line of the status line matters; the worst stands first.
enum class Severity { Danger, Pending, Good, Plain };

struct StatusItem {
    Severity severity = Severity::Plain;
    QString text;
    friend bool operator==(const StatusItem&, const StatusItem&) = default;
};

/// The 28 px at the foot: what is wrong first, then what is going on; at the right the state of the directory.
class StatusLine final : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(const Theme& theme, QWidget* parent = nullptr);

    /// Shown worst first; items of one severity keep their order.
    void setItems(QList<StatusItem> items);
    void setDirectory(const QString& text);
    /// Long work: 0 to 1000 thousandths, or -1 while its size is unknown. An empty text takes it away.
    void setProgress(const QString& text, int thousandths, bool canCancel);

signals:
    void cancelled();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QHBoxLayout* m_itemRow;
    QList<TextLabel*> m_labels;
    QProgressBar* m_progress;
    TextLabel* m_progressText;
    QPushButton* m_cancel;
    TextLabel* m_directory;
};

}  // namespace refrain::ui
