#pragma once

#include "console/approvals/approvals.h"
#include "ui/approvals/approvalpane.h"
#include "ui/common/listscreen.h"

#include <QPointer>
#include <QTimeZone>
#include <QTimer>

class QPushButton;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class TextLabel;

/// What waits for a second admin, and what became of what did: a list, and beside it what exactly each would change.
class ApprovalsScreen final : public ListScreen {
    Q_OBJECT

public:
    ApprovalsScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk);
    ~ApprovalsScreen() override;

    [[nodiscard]] QString name() const override { return QStringLiteral("approvals"); }
    [[nodiscard]] QString title() const override { return tr("Approvals"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("approvals"); }
    [[nodiscard]] bool isOffered() const override;
    [[nodiscard]] QWidget* inspector() override { return m_pane; }
    /// Chooses it once it is known.
    void reveal(const QString& id);

private:
    QWidget* buildBar();
    void connectPane();
    void load() override;
    void showRows();
    void showChosen();
    void showStanding();
    void askApprove(const QString& reason);
    void decide(bool approve, const QString& reason);
    void make(QFuture<Result<console::ApprovalView>> act, const QString& sentence);
    void changeRule();
    [[nodiscard]] const console::ApprovalView* chosen() const;

    ApprovalWords m_words;
    TextLabel* m_rule;
    QPushButton* m_changeRule;
    QPointer<ApprovalPane> m_pane;
    std::vector<console::ApprovalView> m_rows;
    console::ApprovalView m_shown;  ///< With what stands now; its digest is what is approved.
    QTimer m_follow;                ///< While one is being carried out.
    QString m_wanted;               ///< To be chosen.
};

}  // namespace refrain::ui
