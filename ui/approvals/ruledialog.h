#pragma once

#include "domain/approval.h"
#include "ui/common/theme.h"

#include <QDialog>

class QCheckBox;
class QPushButton;
class QSpinBox;

namespace refrain::ui {

class TextLabel;

/// What needs a second admin's approval in the workspace, to be changed. open() it; deletes itself when closed.
class RuleDialog final : public QDialog {
    Q_OBJECT

public:
    /// `isActive`: the rule binds now, so that a weaker one needs approval itself.
    RuleDialog(const Theme& theme, const ApprovalPolicy& policy, bool isActive, QWidget* parent);

signals:
    void saved(const refrain::ApprovalPolicy& policy);

private:
    [[nodiscard]] QSpinBox* box(const char* name, const QString& words, int smallest, int largest, int value);
    [[nodiscard]] ApprovalPolicy policy() const;
    void update();

    ApprovalPolicy m_before;
    bool m_isActive;
    QCheckBox* m_on;
    QSpinBox* m_above;
    QSpinBox* m_hours;
    TextLabel* m_note;
    QPushButton* m_save;
};

}  // namespace refrain::ui
