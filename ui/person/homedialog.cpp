#include "ui/person/homedialog.h"

#include "console/desk/desk.h"
#include "ui/common/labels.h"
#include "ui/common/slackmessage.h"
#include "ui/common/subjectname.h"
#include "ui/common/whendone.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace refrain::ui {

HomeDialog::HomeDialog(const Theme& theme, console::Desk& desk, const Subject& whom, QWidget* parent)
    : QDialog(parent),
      m_calls(desk.calls()),
      m_said(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this)),
      m_home(nullptr)
{
    const QString name = console::Wording::nameOf(whom);
    setObjectName(QStringLiteral("homeDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("App Home of %1 – Refrain").arg(name));
    resize(620, 660);
    auto* title = new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, this);
    title->setText(tr("What %1 sees in Slack").arg(name));
    m_said->setObjectName(QStringLiteral("homeSaid"));
    m_said->setColour(&Theme::muted);
    m_said->setText(tr("Being fetched."));
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("homeScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("The App Home"));
    m_home = new SlackMessage(theme, scroll);
    m_home->setNameOf([&desk](const QString& id) { return shownName(desk, SubjectId(id)); });
    m_home->hide();
    scroll->setWidget(m_home);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("homeClose"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_said);
    layout->addWidget(scroll, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    whenDone(m_calls.home(whom.id), this, [this](const Result<QJsonArray>& blocks) { take(blocks); });
}

void HomeDialog::take(const Result<QJsonArray>& blocks)
{
    m_said->setText(blocks ? tr("Their App Home as it is now, in their language. To look at only: nothing here can be "
                                "pressed.")
                           : blocks.error().message());
    if (!blocks)
        return;
    m_home->setMessage({}, *blocks);
    m_home->show();
}

}  // namespace refrain::ui
