#pragma once

#include "domain/actor.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <vector>

class QButtonGroup;

namespace refrain::ui {

/// One of some roles, each with what it may do below it.
class RolePicker final : public QWidget {
    Q_OBJECT

public:
    RolePicker(const Theme& theme, const std::vector<Role>& roles, QWidget* parent);

    void setRole(Role role);
    [[nodiscard]] Role role() const;
    void focusChosen();

signals:
    /// By the person, not by setRole().
    void chosen(refrain::Role role);

private:
    QButtonGroup* m_group;
};

}  // namespace refrain::ui
