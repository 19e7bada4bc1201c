#include "ui/people/viewnamedialog.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

ViewNameDialog::ViewNameDialog(const QString& title, const QString& name, const QString& filter, Keep keep,
                               QWidget* parent)
    : QDialog(parent), m_name(new QLineEdit(name, this)), m_problem(new QLabel(this)), m_keep(std::move(keep))
{
    setObjectName(QStringLiteral("viewNameDialog"));
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(360);
    m_name->setObjectName(QStringLiteral("viewName"));
    m_name->setAccessibleName(tr("Name of the view"));
    m_name->setPlaceholderText(tr("Name of the view"));
    m_name->setMaxLength(60);
    m_name->selectAll();
    m_problem->setObjectName(QStringLiteral("viewNameProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* shown = new QLabel(filter, this);
    shown->setTextFormat(Qt::PlainText);
    shown->setWordWrap(true);
    shown->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setObjectName(QStringLiteral("viewSave"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("viewCancel"));
    for (QAbstractButton* button : buttons->buttons())
        button->setIcon({});  // No other dialog's buttons bear the style's pictures.
    connect(buttons, &QDialogButtonBox::accepted, this, &ViewNameDialog::keep);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    for (QWidget* part : std::initializer_list<QWidget*>{m_name, shown, m_problem, buttons})
        layout->addWidget(part);
}

void ViewNameDialog::keep()
{
    const Result<> kept = m_keep(m_name->text());
    if (kept) {
        accept();
        return;
    }
    m_problem->setText(kept.error().message());
    m_problem->show();
    m_name->setFocus();
}

}  // namespace refrain::ui
