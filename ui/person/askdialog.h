#pragma once

#include "base/clock.h"
#include "console/person/personcalls.h"
#include "domain/category.h"
#include "domain/subject.h"
#include "ui/common/theme.h"

#include <QDialog>
#include <QTimeZone>
#include <QTimer>

class QComboBox;
class QDateTimeEdit;
class QCheckBox;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class NoteBox;
class PersonField;

/// "What if": asks the backend whether a message would go to somebody, now or then, as things are or as if; nothing is
/// changed and nothing sent. open() it; deletes itself when closed.
class AskDialog final : public QDialog {
    Q_OBJECT

public:
    AskDialog(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk, const Subject& whom,
              const CategorySlug& category, QWidget* parent);

private:
    void build();
    void fillChoices(const CategorySlug& category);
    void changed();
    void ask();
    [[nodiscard]] console::Supposition supposition() const;
    void tell(const Result<Decision>& decision);
    [[nodiscard]] QString supposed() const;
    void fit();

    const Theme& m_theme;
    const Clock& m_clock;
    QTimeZone m_zone;
    console::Desk& m_desk;
    console::PersonCalls m_calls;
    Subject m_whom;
    QComboBox* m_category;
    QComboBox* m_where;
    PersonField* m_channel;
    QComboBox* m_choice;
    QComboBox* m_rule;
    QCheckBox* m_isPast;
    QDateTimeEdit* m_when;
    NoteBox* m_answer;
    QTimer m_delay;
    quint64 m_question = 0;
};

}  // namespace refrain::ui
