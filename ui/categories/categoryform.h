#pragma once

#include "domain/category.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace refrain::ui {

class TextLabel;

/// The fields of one category. Of all optional messages only who may turn an opt-out back can be set.
class CategoryForm final : public QWidget {
    Q_OBJECT

public:
    CategoryForm(const Theme& theme, QWidget* parent);

    /// `parents`: those that may be its group. A new one has an empty slug.
    void setCategory(const Category& category, bool isNew, const std::vector<Category>& parents, bool mayEdit);
    /// What the fields say now.
    [[nodiscard]] Category category() const;
    void focusFirst();

signals:
    void edited();

private:
    QWidget* addField(QVBoxLayout& layout, const QString& label, QWidget* field);
    QComboBox* addChoice(QVBoxLayout& layout, const char* name, const QString& label);
    void build();
    void fill(const Category& category, const std::vector<Category>& parents);
    void onEdited();
    void showWhatApplies();

    const Theme& m_theme;
    Category m_base;
    bool m_isNew = false;
    bool m_filling = false;
    bool m_slugTyped = false;
    QLineEdit* m_title;
    QLineEdit* m_slug;
    QPlainTextEdit* m_description;
    QPlainTextEdit* m_reason;
    QComboBox* m_kind;
    QComboBox* m_parent;
    QComboBox* m_default;
    QComboBox* m_resubscribe;
    QComboBox* m_onFailure;
    QCheckBox* m_required;
    QCheckBox* m_paused;
    QList<QWidget*> m_ordinary;  ///< What all optional messages have not.
};

}  // namespace refrain::ui
