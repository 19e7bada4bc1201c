#pragma once

#include "ui/common/theme.h"

#include <QList>
#include <QWidget>

namespace refrain::ui {

/// Names and values, one below the other; values can be copied. Plain text.
class FactsList final : public QWidget {
    Q_OBJECT

public:
    FactsList(const Theme& theme, QWidget* parent);

    /// Facts without a value are left out.
    void setFacts(const QList<std::pair<QString, QString>>& facts);

private:
    const Theme& m_theme;
    QWidget* m_body = nullptr;
};

}  // namespace refrain::ui
