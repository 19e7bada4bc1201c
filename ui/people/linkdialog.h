#pragma once

#include "console/sending/optoutlinks.h"
#include "domain/category.h"
#include "domain/subject.h"
#include "ui/common/theme.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace refrain::ui {

class TextLabel;

/// Makes an opt-out link for one subject and copies it. Says beforehand what a link does, and that making one is
/// written down. open() it; deletes itself when closed.
class LinkDialog final : public QDialog {
    Q_OBJECT

public:
    /// `categories`: those in use; what cannot be left is not offered. REQUIRES: the calls outlive this.
    LinkDialog(const Theme& theme, console::BackendCalls& calls, const Subject& subject,
               const std::vector<Category>& categories, QWidget* parent);

private:
    void fillChoices(const std::vector<Category>& categories);
    void build(const Theme& theme);
    void act();
    void copy();
    void showUnmade();

    console::OptOutLinks m_links;
    Subject m_subject;
    QComboBox* m_what;
    TextLabel* m_outcome;
    QLineEdit* m_link;
    QPushButton* m_act;
    QPushButton* m_close;
};

}  // namespace refrain::ui
