#pragma once

#include "console/bulk/pastedlist.h"
#include "ui/bulk/bulkwords.h"
#include "ui/common/theme.h"

#include <QDialog>
#include <QTimer>

#include <functional>

class QPlainTextEdit;
class QPushButton;

namespace refrain::ui {

class TextLabel;

/// A list of ids and e-mail addresses becomes a selection; what matches nobody is shown, and can be copied.
class PasteDialog final : public QDialog {
    Q_OBJECT

public:
    /// `snapshot`: the table as it is when it is asked for.
    PasteDialog(const Theme& theme, BulkWords words, std::function<console::TableSnapshot()> snapshot, QWidget* parent);
    ~PasteDialog() override;

signals:
    void chosen(const std::vector<quint32>& rows);

private:
    void build(const Theme& theme);
    void match();
    void showFound(const console::PastedList& list);

    BulkWords m_words;
    std::function<console::TableSnapshot()> m_snapshot;
    console::PastedList m_found;
    QPlainTextEdit* m_text;
    TextLabel* m_result;
    TextLabel* m_missingTitle;
    QPlainTextEdit* m_missing;
    QPushButton* m_copy;
    QPushButton* m_select;
    QTimer m_matchSoon;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    quint64 m_generation = 0;
};

}  // namespace refrain::ui
