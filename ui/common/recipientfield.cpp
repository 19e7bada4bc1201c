#include "ui/common/recipientfield.h"

#include "console/desk/desk.h"
#include "console/desk/numbers.h"
#include "console/table/subjecttable.h"
#include "ui/common/labels.h"
#include "ui/common/personfield.h"
#include "ui/common/subjectname.h"
#include "ui/common/whendone.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace refrain::ui {

using console::RecipientList;
using console::RecipientWish;

namespace {

/// So many one list may name; for more there is a channel or a role.
constexpr size_t mostListed = 1000;

}  // namespace

RecipientField::RecipientField(const Theme& theme, console::Desk& desk, const QString& name, bool mayAsk,
                               QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_to(new QComboBox(this)),
      m_channel(
          new PersonField(name + QStringLiteral("Channel"), tr("Name of a channel"), desk.channels(), nullptr, this)),
      m_withoutGuests(new QCheckBox(tr("Without guests"), this)),
      m_list(new QPlainTextEdit(this)),
      m_trouble(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this)),
      m_cancelled(std::make_shared<std::atomic_bool>(false))
{
    setObjectName(name);
    m_to->setObjectName(name + QStringLiteral("To"));
    m_to->setAccessibleName(tr("To whom"));
    m_to->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const std::pair<To, QString> ways[] = {{To::Everybody, tr("All active people")},
                                           {To::Staff, tr("Members, admins and owners: no guests")},
                                           {To::Admins, tr("Admins and owners")},
                                           {To::Guests, tr("Guests")},
                                           {To::ChannelMembers, tr("Whoever is in a channel at that moment")},
                                           {To::Channels, tr("All channels that are in use")},
                                           {To::Listed, tr("A list")},
                                           {To::Asked, tr("Whom the program names that triggers it")}};
    for (const auto& [to, words] : ways) {
        if (to != To::Asked || mayAsk)
            m_to->addItem(words, int(to));
    }
    m_withoutGuests->setObjectName(name + QStringLiteral("WithoutGuests"));
    m_list->setObjectName(name + QStringLiteral("List"));
    m_list->setTabChangesFocus(true);
    m_list->setFixedHeight(m_list->fontMetrics().lineSpacing() * 4 + 18);
    m_list->setPlaceholderText(tr("One in each line, or parted by commas: e-mail address, ID, full name, #channel"));
    m_list->setAccessibleName(m_list->placeholderText());
    m_trouble->setObjectName(name + QStringLiteral("Trouble"));
    m_trouble->setColour(&Theme::pending);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_to, m_channel, m_withoutGuests, m_list, m_trouble})
        layout->addWidget(widget);
    setFocusProxy(m_to);
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(200);
    connect(&m_readSoon, &QTimer::timeout, this, &RecipientField::readList);
    connect(m_to, &QComboBox::currentIndexChanged, this, [this] {
        m_wish.to = To(m_to->currentData().toInt());
        showChoice();
        emit edited();
    });
    connect(m_channel, &PersonField::pickedChanged, this, [this] {
        m_wish.channel = SubjectId(m_channel->picked());
        emit edited();
    });
    connect(m_withoutGuests, &QCheckBox::toggled, this, [this](bool on) {
        m_wish.withoutGuests = on;
        emit edited();
    });
    connect(m_list, &QPlainTextEdit::textChanged, this, [this] {
        m_isReading = true;
        m_readSoon.start();
        emit edited();
    });
    showChoice();
}

RecipientField::~RecipientField()
{
    *m_cancelled = true;
}

void RecipientField::setQuery(const RecipientQuery& query)
{
    const QSignalBlocker quiet[] = {QSignalBlocker(m_to), QSignalBlocker(m_withoutGuests), QSignalBlocker(m_list),
                                    QSignalBlocker(m_channel)};
    m_wish = RecipientWish::of(query);
    if (m_wish.to == To::Asked && m_to->findData(int(To::Asked)) < 0)
        m_wish.to = To::Everybody;
    const int other = m_to->findData(int(To::Other));
    if (m_wish.to == To::Other && other < 0)
        m_to->addItem(tr("As a program set it"), int(To::Other));
    else if (m_wish.to != To::Other && other >= 0)
        m_to->removeItem(other);
    m_to->setCurrentIndex(m_to->findData(int(m_wish.to)));
    if (m_wish.channel.isEmpty())
        m_channel->reset();
    else
        m_channel->setPicked(m_wish.channel.toString(), shownName(m_desk, m_wish.channel));
    m_withoutGuests->setChecked(m_wish.withoutGuests);
    QStringList lines;
    for (const SubjectId& id : m_wish.listed)
        lines << id.toString();
    m_list->setPlainText(lines.join(u'\n'));
    m_trouble->clear();
    m_isReading = false;
    m_readSoon.stop();
    showChoice();
}

bool RecipientField::isComplete() const
{
    return m_wish.isComplete() && !(m_wish.to == To::Listed && m_isReading);
}

void RecipientField::showChoice()
{
    m_channel->setVisible(m_wish.to == To::ChannelMembers);
    m_withoutGuests->setVisible(m_wish.to == To::ChannelMembers);
    m_list->setVisible(m_wish.to == To::Listed);
    m_trouble->setVisible(m_wish.to == To::Listed && !m_trouble->text().isEmpty());
}

void RecipientField::readList()
{
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    whenDone(console::recipientsListed(m_list->toPlainText(),
                                       {m_desk.people().snapshot(), m_desk.channels().snapshot()}, m_cancelled),
             this, [this, mine = m_cancelled](const RecipientList& list) {
                 if (!*mine)
                     takeList(list);
             });
}

void RecipientField::takeList(const RecipientList& list)
{
    m_isReading = false;
    m_wish.listed = list.ids;
    QStringList trouble;
    for (const RecipientList::LeftOut& out : list.leftOut)
        trouble << tr("“%1” is left out: nobody, or more than one, is called that.").arg(out.entry.left(60));
    if (trouble.size() > 5)
        trouble = trouble.mid(0, 5) << QStringLiteral("…");
    if (m_wish.listed.size() > mostListed) {
        m_wish.listed.resize(mostListed);
        trouble << tr("A list has %1 entries at most; the rest is left out. Take a channel instead.")
                       .arg(console::grouped(qint64(mostListed)));
    }
    m_trouble->setText(trouble.join(u'\n'));
    showChoice();
    emit edited();
}

QString recipientWords(console::Desk& desk, const RecipientQuery& query)
{
    using To = RecipientWish::To;
    const RecipientWish wish = RecipientWish::of(query);
    switch (wish.to) {
        case To::Everybody: return RecipientField::tr("All active people");
        case To::Staff: return RecipientField::tr("Members, admins and owners: no guests");
        case To::Admins: return RecipientField::tr("Admins and owners");
        case To::Guests: return RecipientField::tr("Guests");
        case To::ChannelMembers: {
            const QString words = RecipientField::tr("Whoever is in %1").arg(shownName(desk, wish.channel));
            return wish.withoutGuests ? RecipientField::tr("%1, without guests").arg(words) : words;
        }
        case To::Channels: return RecipientField::tr("All channels that are in use");
        case To::Listed: {
            const int count = int(wish.listed.size());
            return count == 1 ? shownName(desk, wish.listed.front())
                              : RecipientField::tr("%1 named one(s)", nullptr, count).arg(console::grouped(count));
        }
        case To::Asked: return RecipientField::tr("Whom the program names that triggers it");
        case To::Other: return RecipientField::tr("As a program set it");
    }
    return {};
}

}  // namespace refrain::ui
