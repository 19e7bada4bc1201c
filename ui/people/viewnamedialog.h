#pragma once

#include "base/result.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;

namespace refrain::ui {

/// Asks for a saved view's name and says what is wrong with one. open() it; deletes itself when closed.
class ViewNameDialog final : public QDialog {
    Q_OBJECT

public:
    /// Keeps the name, or says why it cannot.
    using Keep = std::function<Result<>(const QString& name)>;

    ViewNameDialog(const QString& title, const QString& name, const QString& filter, Keep keep, QWidget* parent);

private:
    void keep();

    QLineEdit* m_name;
    QLabel* m_problem;
    Keep m_keep;
};

}  // namespace refrain::ui
