#pragma once

#include "base/clock.h"
#include "console/bulk/bulkact.h"
#include "domain/category.h"
#include "ui/common/theme.h"

#include <QTimeZone>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;

namespace refrain::ui {

class TextLabel;

/// What is asked for a bulk act: category, until when, why, and whether the people are told.
class BulkForm final : public QWidget {
    Q_OBJECT

public:
    struct Facts {
        console::BulkKind kind = console::BulkKind::OptOut;
        std::vector<Category> categories;  ///< Those that can be switched.
        Millis now = 0;
        QTimeZone zone;
    };

    BulkForm(const Theme& theme, const Facts& facts, QWidget* parent);
    /// Of an act that is taken back: category and until are given.
    void fix(const console::BulkAct& act);

    /// As it stands.
    [[nodiscard]] console::BulkAct act() const;
    [[nodiscard]] const Category& category() const;
    /// "Tell these 298 people in Slack"
    void setTellText(const QString& text);
    void setEditable(bool editable);

signals:
    /// Whom it changes may be others now.
    void actChanged();

private:
    void build(const Theme& theme);
    void buildUntil(const Facts& facts);
    [[nodiscard]] Millis until() const;

    console::BulkKind m_kind;
    std::vector<Category> m_categories;
    QTimeZone m_zone;
    console::BulkAct m_fixed;
    QComboBox* m_category;
    QComboBox* m_until;
    QDateTimeEdit* m_untilTime;
    QLineEdit* m_reason;
    QLineEdit* m_ticket;
    QCheckBox* m_tell;
    TextLabel* m_tellHelp;
};

}  // namespace refrain::ui
