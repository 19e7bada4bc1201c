#pragma once

#include "console/sending/notifications.h"
#include "ui/common/theme.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QPlainTextEdit;

namespace refrain::ui {

class NoteBox;
class TextLabel;

/// What a message says: a text of one's own, or a template with its data and what the two yield. Asks nobody.
class MessageField final : public QWidget {
    Q_OBJECT

public:
    /// What is typed.
    struct Written {
        QString text;
        QString templateSlug;  ///< Empty: the text counts.
        QString data;          ///< JSON, for the template.

        friend bool operator==(const Written&, const Written&) = default;
    };

    MessageField(const Theme& theme, QWidget* parent);

    /// Without any there is nothing to choose.
    void setTemplates(std::vector<console::MessageTemplate> templates);
    /// A template that is not known yet is taken once it is.
    void setWritten(const Written& written);
    /// Takes a template with its sample; false where none is called so.
    bool useTemplate(const QString& slug);
    [[nodiscard]] Written written() const;
    /// The data of the template as it goes out; none where it is no object.
    [[nodiscard]] std::optional<QJsonObject> data() const;

    /// What template and data yield, or why they yield nothing.
    void setRendered(const Result<QString>& text);
    /// What people would read; empty where it is not known.
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] bool isSendable() const;
    /// Whom the message calls beyond its recipients, as a sentence; empty: nobody.
    [[nodiscard]] QString callsText() const;

signals:
    void edited();
    /// Template or data changed, and can be tried.
    void renderWanted();

private:
    [[nodiscard]] bool isTemplate() const;
    void chooseTemplate();
    void onEdited();
    void showChoice();
    void countText();
    void showCalls();

    std::vector<console::MessageTemplate> m_templates;
    QComboBox* m_template;
    TextLabel* m_label;
    QPlainTextEdit* m_text;
    QPlainTextEdit* m_data;
    TextLabel* m_count;
    NoteBox* m_note;
    NoteBox* m_calls;
    QString m_rendered;
    std::optional<Written> m_awaited;  ///< Made of a template that is not known yet.
    QTimer m_renderSoon;
};

}  // namespace refrain::ui
