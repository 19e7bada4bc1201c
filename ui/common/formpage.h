#pragma once

#include "base/result.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace refrain::ui {

class NoteBox;
class TextLabel;

/// One field of a form: what it is for above, what is wrong with it below.
class FormField final : public QWidget {
    Q_OBJECT

public:
    FormField(const Theme& theme, const QString& label, QWidget* field, QWidget* parent);

    void setLabel(const QString& label);
    /// Empty takes it away.
    void setProblem(const QString& sentence);
    /// What there is to know before anything was done: said in the same place, but nobody's fault.
    void setHint(const QString& sentence);
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QWidget* field() const { return m_field; }

private:
    QWidget* m_field;
    TextLabel* m_label;
    TextLabel* m_problem;
};

/// A page on which something is written and saved: fields below each other, what is wrong beside the field at fault,
/// and what to do where somebody else saved it meanwhile. Asks nobody.
class FormPage : public QWidget {
    Q_OBJECT

public:
    /// `name`: begins the names of its parts: nameSave, nameCancel.
    FormPage(const Theme& theme, const QString& name, QWidget* parent);

    void setHead(const QString& title, const QString& about);
    void setSave(const QString& action, bool enabled);
    /// Meanwhile nothing is saved; the buttons keep their looks and the focus.
    void setBusy(bool busy) { m_isBusy = busy; }
    /// Beside the field that the error's pointer names, else above the buttons. Precondition: the question whose words
    /// are to stay.
    void setProblem(const Error& error);
    void clearProblems();
    /// The same, without the question whose words are to stay.
    void clearFaults();

signals:
    void saveWanted();
    void cancelWanted();
    /// Somebody saved it meanwhile: throw mine away, or put mine over theirs.
    void theirsWanted();
    void mineWanted();

protected:
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    /// `pointer`: of the field in the backend's answers, "/title".
    FormField* addField(const QString& pointer, const QString& label, QWidget* field);
    void removeField(FormField* field);
    void addWidget(QWidget* widget);
    [[nodiscard]] QWidget* body() const { return m_body; }

private:
    QWidget* buildConflict();
    QWidget* buildButtons();

    const Theme& m_theme;
    QString m_name;
    QWidget* m_body;
    TextLabel* m_title;
    TextLabel* m_about;
    QVBoxLayout* m_fields;
    QWidget* m_conflict;
    TextLabel* m_problem;
    QPushButton* m_save = nullptr;
    std::vector<std::pair<QString, FormField*>> m_known;
    bool m_isBusy = false;
};

}  // namespace refrain::ui
