#include "ui/notifications/composepage.h"

#include "ui/common/labels.h"
#include "ui/common/notebox.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

constexpr int widest = 720;

}  // namespace

ComposePage::ComposePage(const Theme& theme, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("composePage"));
    auto* body = new QWidget(this);
    auto* title = new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, body);
    title->setText(tr("New message"));
    auto* about = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, body);
    about->setText(
        tr("Before you send it you see who would get it and who would not. Each is asked about again when the turn "
           "comes: who opts out meanwhile does not get it."));
    about->setColour(&Theme::muted);
    m_test = new NoteBox(theme, body);
    m_problem = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, body);
    m_problem->setObjectName(QStringLiteral("composeProblem"));
    m_problem->setColour(&Theme::danger);
    auto* inner = new QVBoxLayout(body);
    inner->setContentsMargins(16, 16, 16, 16);
    inner->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{title, about, buildMessage(theme), buildRecipients(theme),
                                                           m_test, m_problem, buildButtons()})
        inner->addWidget(widget);
    inner->addStretch(1);
    body->setMaximumWidth(widest);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("composeScroll"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setFocusProxy(m_category);
    setWritten({});
    setRecipientsText({}, false);
    setTrouble({});
    setTest({}, {}, false);
    setSend(tr("Send…"), false);
}

TextLabel* ComposePage::label(const Theme& theme, const QString& text, QWidget* parent, QWidget* field)
{
    auto* made = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, parent);
    made->setText(text);
    made->setColour(&Theme::muted);
    if (field)
        field->setAccessibleName(text);
    return made;
}

QWidget* ComposePage::buildMessage(const Theme& theme)
{
    auto* box = new QWidget(this);
    m_category = new QComboBox(box);
    m_category->setObjectName(QStringLiteral("composeCategory"));
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_message = new MessageField(theme, box);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(label(theme, tr("Category: who turned it off does not get this"), box, m_category));
    layout->addWidget(m_category);
    layout->addSpacing(8);
    layout->addWidget(m_message);
    connect(m_category, &QComboBox::currentIndexChanged, this, &ComposePage::edited);
    connect(m_message, &MessageField::edited, this, [this] {
        updateButtons();
        emit edited();
    });
    return box;
}

QWidget* ComposePage::buildRecipients(const Theme& theme)
{
    auto* box = new QWidget(this);
    auto* heading = new TextLabel(theme, TextRole::Heading, TextLabel::Fit::Wrapped, box);
    heading->setText(tr("To whom"));
    m_to = new QButtonGroup(this);
    auto* choices = new QHBoxLayout;
    choices->setSpacing(16);
    const std::tuple<To, const char*, QString> ways[] = {{To::List, "toList", tr("A list")},
                                                         {To::People, "toPeople", tr("People, by filter")},
                                                         {To::Channels, "toChannels", tr("Channels, by filter")}};
    for (const auto& [to, name, words] : ways) {
        auto* button = new QRadioButton(words, box);
        button->setObjectName(QLatin1String(name));
        m_to->addButton(button, int(to));
        choices->addWidget(button);
    }
    choices->addStretch();
    m_filter = new QLineEdit(box);
    m_filter->setObjectName(QStringLiteral("composeFilter"));
    m_list = new QPlainTextEdit(box);
    m_list->setObjectName(QStringLiteral("composeList"));
    m_list->setTabChangesFocus(true);
    m_list->setFixedHeight(m_list->fontMetrics().lineSpacing() * 4 + 18);
    m_list->setPlaceholderText(tr("One in each line, or parted by commas: e-mail address, ID, full name, #channel"));
    m_list->setAccessibleName(m_list->placeholderText());
    m_recipients = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, box);
    m_recipients->setWordWrap(false);
    m_recipients->setColour(&Theme::muted);
    m_recipients->setObjectName(QStringLiteral("composeRecipients"));
    m_show = new QPushButton(tr("Show them"), box);
    m_show->setObjectName(QStringLiteral("composeShow"));
    m_show->setProperty("link", true);
    m_show->setFont(fontFor(TextRole::Secondary));
    m_show->setWhatsThis(tr("Show them\nWho would get it and who would not, each with the reason."));
    auto* count = new QHBoxLayout;
    count->setSpacing(8);
    count->addWidget(m_recipients);
    count->addWidget(m_show);
    count->addStretch(1);
    m_trouble = label(theme, {}, box);
    m_trouble->setObjectName(QStringLiteral("composeTrouble"));
    m_trouble->setColour(&Theme::pending);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(heading);
    layout->addLayout(choices);
    layout->addWidget(m_filter);
    layout->addWidget(m_list);
    layout->addLayout(count);
    layout->addWidget(m_trouble);
    connect(m_show, &QPushButton::clicked, this, &ComposePage::previewWanted);
    connect(m_to, &QButtonGroup::idClicked, this, [this] {
        showChoice();
        emit recipientsEdited();
    });
    connect(m_filter, &QLineEdit::textChanged, this, &ComposePage::recipientsEdited);
    connect(m_list, &QPlainTextEdit::textChanged, this, &ComposePage::recipientsEdited);
    return box;
}

QWidget* ComposePage::buildButtons()
{
    auto* box = new QWidget(this);
    m_send = new QPushButton(box);
    m_send->setObjectName(QStringLiteral("composeSend"));
    m_send->setProperty("primary", true);
    m_sendTest = new QPushButton(tr("Send it to me"), box);
    m_sendTest->setObjectName(QStringLiteral("composeTest"));
    auto* cancel = new QPushButton(tr("Discard"), box);
    cancel->setObjectName(QStringLiteral("composeCancel"));
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(8);
    setTabOrder(m_sendTest, m_send);
    row->addWidget(m_sendTest);
    row->addWidget(m_send);
    row->addStretch();
    row->addWidget(cancel);
    connect(m_send, &QPushButton::clicked, this, [this] {
        if (!m_isBusy)
            emit sendWanted();
    });
    connect(m_sendTest, &QPushButton::clicked, this, [this] {
        if (!m_isBusy)
            emit testWanted();
    });
    connect(cancel, &QPushButton::clicked, this, &ComposePage::cancelWanted);
    return box;
}

void ComposePage::setCategories(const std::vector<Category>& categories)
{
    const QSignalBlocker quiet(m_category);
    const QVariant chosen = m_category->currentData();
    m_category->clear();
    for (const Category& category : categories)
        m_category->addItem(category.paused ? tr("%1 (paused)").arg(category.title) : category.title,
                            category.slug.toString());
    m_category->setCurrentIndex(qMax(0, m_category->findData(chosen)));
}

void ComposePage::setWritten(const Written& written)
{
    if (const int place = m_category->findData(written.category.toString()); place >= 0)
        m_category->setCurrentIndex(place);
    m_to->button(int(written.to))->setChecked(true);
    m_message->setWritten(written.message);
    m_list->setPlainText(written.list);
    m_filter->setText(written.filter);
    showChoice();
    setProblem({});
}

ComposePage::Written ComposePage::written() const
{
    return {category(), m_message->written(), to(), m_list->toPlainText(), m_filter->text()};
}

QJsonObject ComposePage::Written::draft() const
{
    if (isEmpty())
        return {};
    return {{QStringLiteral("category"), category.toString()},
            {QStringLiteral("text"), message.text},
            {QStringLiteral("template"), message.templateSlug},
            {QStringLiteral("data"), message.data},
            {QStringLiteral("to"), int(to)},
            {QStringLiteral("list"), list},
            {QStringLiteral("filter"), filter}};
}

ComposePage::Written ComposePage::Written::fromDraft(const QJsonObject& draft)
{
    const auto text = [&draft](const char* key) { return draft.value(QLatin1String(key)).toString(); };
    return {CategorySlug(text("category")),
            {text("text"), text("template"), text("data")},
            To(qBound(0, draft.value(QLatin1String("to")).toInt(), int(To::List))),
            text("list"),
            text("filter")};
}

CategorySlug ComposePage::category() const
{
    return CategorySlug(m_category->currentData().toString());
}

ComposePage::To ComposePage::to() const
{
    return To(m_to->checkedId());
}

QString ComposePage::toText() const
{
    return to() == To::List ? m_list->toPlainText() : m_filter->text();
}

void ComposePage::setRecipientsText(const QString& sentence, bool canShow)
{
    m_recipients->setText(sentence);
    m_recipients->setVisible(!sentence.isEmpty());
    m_show->setVisible(canShow);
}

void ComposePage::setTrouble(const QString& sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

void ComposePage::setSend(const QString& action, bool enabled)
{
    m_send->setText(action);
    m_canSend = enabled;
    updateButtons();
}

void ComposePage::setTest(const QString& headline, const QString& sentence, bool canSend)
{
    m_test->setNote(headline, sentence);
    m_sendTest->setVisible(!headline.isEmpty());
    m_canTest = canSend;
    updateButtons();
}

void ComposePage::updateButtons()
{
    m_send->setEnabled(m_canSend && m_message->isSendable());
    m_sendTest->setEnabled(m_canTest && m_message->isSendable());
    // The next step is the one that stands out.
    m_sendTest->setProperty("primary", m_canTest);
    m_send->setProperty("primary", !m_canTest);
    for (QPushButton* button : {m_sendTest, m_send})
        button->style()->polish(button);
}

void ComposePage::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void ComposePage::focusFirst()
{
    m_category->setFocus(Qt::OtherFocusReason);
}

void ComposePage::showChoice()
{
    const bool isList = to() == To::List;
    m_list->setVisible(isList);
    m_filter->setVisible(!isList);
    const QString words = to() == To::People
                              ? tr("All active people; or name, e-mail, is:guest, out:reminders, changed:7d")
                              : tr("All channels that are in use; or name, topic, is:private");
    m_filter->setPlaceholderText(words);
    m_filter->setAccessibleName(words);
}

}  // namespace refrain::ui
