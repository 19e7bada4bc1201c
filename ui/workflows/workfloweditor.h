#pragma once

#include "console/sending/templates.h"
#include "console/sending/workflows.h"
#include "ui/common/formpage.h"

class QComboBox;
class QLineEdit;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class CodeField;
class RecipientField;
class ScheduleForm;

/// A workflow as it is written. Asks nobody.
class WorkflowEditor final : public FormPage {
    Q_OBJECT

public:
    WorkflowEditor(const Theme& theme, console::Desk& desk, QWidget* parent);

    void setCategories(const std::vector<Category>& categories);
    void setTemplates(std::vector<console::StoredTemplate> templates);
    /// `before`: as it is stored, version 0 for a new one; `written`: what is written already, with `data` as text.
    void edit(const console::StoredWorkflow& before, const console::StoredWorkflow& written, const QString& data,
              const QString& zone);
    [[nodiscard]] const console::StoredWorkflow& before() const { return m_before; }
    /// What is written; the data is empty where it is no object.
    [[nodiscard]] console::StoredWorkflow written() const;
    [[nodiscard]] QString dataText() const;
    [[nodiscard]] Result<QJsonObject> data() const;
    /// The template that is chosen; null: none.
    [[nodiscard]] const console::StoredTemplate* chosenTemplate() const;
    [[nodiscard]] bool hasTemplates() const { return !m_templates.empty(); }
    [[nodiscard]] bool isDirty() const;
    /// What is written, for Desk::drafts(); empty where nothing would be lost.
    [[nodiscard]] QJsonObject draft() const;
    void focusFirst();

signals:
    void edited();

private:
    void onEdited();
    void updateSave();
    [[nodiscard]] QString templateSlug() const;

    console::StoredWorkflow m_before;
    QString m_dataBefore;
    QString m_awaited;  ///< The template that is chosen, until it is known.
    std::vector<console::StoredTemplate> m_templates;
    QLineEdit* m_title;
    QLineEdit* m_slug;
    QLineEdit* m_description;
    QComboBox* m_category;
    QComboBox* m_template;
    CodeField* m_data;
    RecipientField* m_recipients;
    ScheduleForm* m_schedule;
    FormField* m_templateField;
    FormField* m_dataField;
    bool m_slugTyped = false;
    bool m_filling = false;
};

}  // namespace refrain::ui
