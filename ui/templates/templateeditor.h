#pragma once

#include "console/sending/templates.h"
#include "ui/common/formpage.h"

class QLineEdit;

namespace refrain::ui {

class CodeField;

/// A template as it is written: its source, and the data with which it is tried. Asks nobody.
class TemplateEditor final : public FormPage {
    Q_OBJECT

public:
    TemplateEditor(const Theme& theme, QWidget* parent);

    /// `before`: as it is stored, version 0 for a new one; `written`: what is written already, with `sample` as text.
    void edit(const console::StoredTemplate& before, const console::StoredTemplate& written, const QString& sample);
    [[nodiscard]] const console::StoredTemplate& before() const { return m_before; }
    /// What is written; the sample is empty where it is no object.
    [[nodiscard]] console::StoredTemplate written() const;
    [[nodiscard]] QString sampleText() const;
    /// The data of the preview; an error says why it is none.
    [[nodiscard]] Result<QJsonObject> sample() const;
    [[nodiscard]] bool isDirty() const;
    /// What is written, for Desk::drafts(); empty where nothing would be lost.
    [[nodiscard]] QJsonObject draft() const;
    /// Why it yields nothing, at the field and the line at fault; false where that is none of its fields.
    bool showFault(const Error& error);
    void focusFirst();

signals:
    void edited();

private:
    void onEdited();
    void updateSave();

    console::StoredTemplate m_before;
    QString m_sampleBefore;
    QLineEdit* m_title;
    QLineEdit* m_slug;
    QLineEdit* m_description;
    CodeField* m_source;
    CodeField* m_sample;
    FormField* m_sourceField;
    FormField* m_sampleField;
    bool m_slugTyped = false;
    bool m_filling = false;
};

/// JSON as people read it.
[[nodiscard]] QString jsonText(const QJsonObject& object);

}  // namespace refrain::ui
