#pragma once

#include "console/approvals/approvals.h"
#include "ui/approvals/approvalwords.h"
#include "ui/common/recordpane.h"

class QLineEdit;
class QPushButton;

namespace refrain::ui {

/// One request beside the list: what exactly would change, what moved since it was asked for, and the decision about
/// it. Asks nobody.
class ApprovalPane final : public RecordPane {
    Q_OBJECT

public:
    ApprovalPane(const Theme& theme, const QTimeZone& zone, ApprovalWords words, QWidget* parent = nullptr);

    void showNothing();
    /// What was written about another request is forgotten.
    void showApproval(const console::ApprovalView& view);
    void setBusy(bool busy);
    /// Why it was not done; empty takes it away.
    void setProblem(const QString& sentence);

signals:
    void approveWanted(const QString& reason);
    void refuseWanted(const QString& reason);
    void withdrawWanted();

private:
    QWidget* buildActions(const Theme& theme);
    void updateButtons();

    ApprovalWords m_words;
    console::ApprovalView m_view;
    bool m_isBusy = false;
    TextLabel* m_lines;
    TextLabel* m_sample;
    TextLabel* m_why;
    TextLabel* m_problem;
    QLineEdit* m_reason;
    QWidget* m_buttons;
    QPushButton* m_approve;
    QPushButton* m_refuse;
    QPushButton* m_withdraw;
};

}  // namespace refrain::ui
