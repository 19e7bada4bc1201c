#pragma once

#include "console/sending/playbooks.h"
#include "domain/category.h"
#include "ui/common/formpage.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class RecipientField;

/// A playbook's texts as they are written: a field for each, in one language at a time, and what an announcement needs
/// besides. Asks nobody.
class PlaybookEditor final : public FormPage {
    Q_OBJECT

public:
    PlaybookEditor(const Theme& theme, console::Desk& desk, QWidget* parent);

    /// `before`: as it is stored; `written`: what is written already.
    void edit(const console::Playbook& playbook, const console::PlaybookCopy& before,
              const console::PlaybookCopy& written);
    [[nodiscard]] const console::PlaybookCopy& before() const { return m_before; }
    void setCategories(const std::vector<Category>& categories);
    /// What is written now; slug, version and state are those of the copy that is edited.
    [[nodiscard]] console::PlaybookCopy written() const;
    [[nodiscard]] const console::Playbook& playbook() const { return m_playbook; }
    [[nodiscard]] bool isDirty() const;
    /// What is written, for Desk::drafts(); empty where nothing would be lost.
    [[nodiscard]] QJsonObject draft() const;
    [[nodiscard]] QString language() const;
    void focusFirst();

signals:
    void edited();

private:
    struct TextField {
        console::PlaybookText text;
        FormField* field;
        QPlainTextEdit* edit;
    };

    void fillTexts();
    void addTextField(const console::PlaybookText& text);
    void takeTexts();
    void onEdited();
    void updateSave();
    [[nodiscard]] QString labelOf(const console::PlaybookText& text) const;

    console::Playbook m_playbook;
    console::PlaybookCopy m_before;
    console::PlaybookCopy m_copy;  ///< With what is written in the other languages.
    QLineEdit* m_title;
    QComboBox* m_about;
    RecipientField* m_recipients;
    QLineEdit* m_durations;
    QComboBox* m_language;
    FormField* m_aboutField;
    FormField* m_recipientsField;
    FormField* m_durationsField;
    FormField* m_languageField;
    std::vector<TextField> m_texts;
    bool m_filling = false;
};

}  // namespace refrain::ui
