#include "ui/notifications/whydialog.h"

#include "console/desk/desk.h"
#include "console/table/subjecttable.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/whendone.h"

#include <QButtonGroup>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace refrain::ui {

WhyDialog::WhyDialog(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk,
                     QWidget* parent)
    : QDialog(parent),
      m_theme(theme),
      m_zone(zone),
      m_desk(desk),
      m_finder(new OriginFinder(desk, zone, this)),
      m_by(new QButtonGroup(this)),
      m_link(new QLineEdit(this)),
      m_whom(new QLineEdit(this)),
      m_when(new QDateTimeEdit(this)),
      m_answer(new NoteBox(theme, this)),
      m_open(new QPushButton(tr("Show the notification"), this)),
      m_look(new QPushButton(tr("Look it up"), this))
{
    setObjectName(QStringLiteral("whyDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Why did I get this? – Refrain"));
    setFixedWidth(480);
    // The field knows no zones but the system's: it holds date and time of ours.
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(clock.now(), m_zone);
    m_when->setTimeSpec(Qt::UTC);
    m_when->setDate(now.date());
    m_when->setTime(now.time());
    build();
    connect(m_by, &QButtonGroup::idClicked, this, &WhyDialog::showChoice);
    connect(m_look, &QPushButton::clicked, this, &WhyDialog::lookUp);
    connect(m_finder, &OriginFinder::answered, this, &WhyDialog::tell);
    connect(m_open, &QPushButton::clicked, this, [this] {
        emit notificationWanted(m_notification);
        accept();
    });
    m_answer->setNote({}, {});
    m_open->hide();
    showChoice();
}

void WhyDialog::build()
{
    auto* headline = new TextLabel(m_theme, TextRole::Title, TextLabel::Fit::Wrapped, this);
    headline->setText(tr("Why did I get this?"));
    auto* choices = new QHBoxLayout;
    choices->setSpacing(16);
    const std::tuple<By, const char*, QString> ways[] = {{By::Link, "byLink", tr("By the message's link")},
                                                         {By::Time, "byTime", tr("By whom and when")}};
    for (const auto& [by, name, words] : ways) {
        auto* button = new QRadioButton(words, this);
        button->setObjectName(QLatin1String(name));
        button->setChecked(by == By::Link);
        m_by->addButton(button, int(by));
        choices->addWidget(button);
    }
    choices->addStretch();
    const std::tuple<QLineEdit*, const char*, QString> fields[] = {
        {m_link, "messageLink", tr("https://….slack.com/archives/C…/p…")},
        {m_whom, "messageWhom", tr("Name, e-mail address, ID or #channel")}};
    for (const auto& [field, name, hint] : fields) {
        field->setObjectName(QLatin1String(name));
        field->setPlaceholderText(hint);
    }
    m_link->setAccessibleName(tr("Link of the message"));
    m_whom->setAccessibleName(tr("Who got it"));
    m_when->setObjectName(QStringLiteral("messageWhen"));
    m_when->setAccessibleName(tr("When it came"));
    m_when->setDisplayFormat(tr("d MMM yyyy, HH:mm", "a date's and a time's format"));
    m_look->setObjectName(QStringLiteral("messageLookUp"));
    m_look->setProperty("primary", true);
    m_look->setDefault(true);
    m_open->setObjectName(QStringLiteral("messageOpen"));
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("messageClose"));
    for (QPushButton* button : {close, m_open})
        button->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_open);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_look);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(headline);
    layout->addLayout(choices);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_link, m_whom, m_when, m_answer})
        layout->addWidget(widget);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    // As they stand, not as they were made.
    QWidget* before = m_by->buttons().constLast();
    for (QWidget* next : std::initializer_list<QWidget*>{m_link, m_whom, m_when, m_open, close, m_look}) {
        setTabOrder(before, next);
        before = next;
    }
}

void WhyDialog::showChoice()
{
    const bool isLink = By(m_by->checkedId()) == By::Link;
    m_link->setVisible(isLink);
    m_whom->setVisible(!isLink);
    m_when->setVisible(!isLink);
    (isLink ? m_link : m_whom)->setFocus();
    fit();
}

void WhyDialog::lookUp()
{
    if (By(m_by->checkedId()) == By::Time) {
        lookUpSomebody();
        return;
    }
    if (const auto place = console::MessagePlace::fromLink(m_link->text()))
        m_finder->find(*place);
    else
        tell({tr("That is no link of a message."),
              tr("In Slack: point at the message, “More actions”, “Copy link”."),
              {}});
}

void WhyDialog::lookUpSomebody()
{
    const auto never = std::make_shared<std::atomic_bool>(false);
    const Millis at = QDateTime(m_when->date(), m_when->time(), m_zone).toMSecsSinceEpoch();
    whenDone(
        console::recipientsListed(m_whom->text(), {m_desk.people().snapshot(), m_desk.channels().snapshot()}, never),
        this, [this, at](const console::RecipientList& list) {
            if (list.ids.size() == 1)
                m_finder->find(list.ids.front(), at);
            else
                tell({tr("That is nobody here, or more than one."),
                      tr("Give the e-mail address or the ID; of a channel its name, as in #general."),
                      {}});
        });
}

void WhyDialog::tell(const OriginFinder::Answer& answer)
{
    m_notification = answer.notification;
    m_answer->setNote(answer.headline, answer.text);
    m_open->setVisible(!m_notification.isEmpty());
    // Only once it is polished the note knows how its words break.
    QMetaObject::invokeMethod(this, &WhyDialog::fit, Qt::QueuedConnection);
}

void WhyDialog::fit()
{
    setFixedHeight(layout()->totalHeightForWidth(width()));
}

}  // namespace refrain::ui
