#include "ui/connect/credentialsform.h"

#include "ui/common/labels.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace refrain::ui {

namespace {

/// What a text looks like, whatever field it stands in.
enum class Looks { Unknown, ClientId, Secret, AppToken, BotToken, Link, VerificationToken };

Looks looksOf(const QString& text)
{
    const auto is = [&text](const char* pattern) {
        return QRegularExpression(QLatin1String(pattern)).match(text).hasMatch();
    };
    if (is("^xapp-"))
        return Looks::AppToken;
    if (is("^xox[a-z]"))
        return Looks::BotToken;
    if (is("^https?:"))
        return Looks::Link;
    if (is("^[0-9]+\\.[0-9]+$"))
        return Looks::ClientId;
    if (is("^[0-9a-f]{32}$"))
        return Looks::Secret;
    if (is("^[0-9A-Za-z]{24}$"))
        return Looks::VerificationToken;
    return Looks::Unknown;
}

QString nameOf(CredentialField field)
{
    switch (field) {
        // As they stand on Slack's page, which is in English.
        case CredentialField::ClientId: return QStringLiteral("Client ID");
        case CredentialField::ClientSecret: return QStringLiteral("Client Secret");
        case CredentialField::SigningSecret: return QStringLiteral("Signing Secret");
        case CredentialField::AppToken: return QStringLiteral("App-Level Token");
    }
    return {};
}

QString objectNameOf(CredentialField field)
{
    switch (field) {
        case CredentialField::ClientId: return QStringLiteral("clientId");
        case CredentialField::ClientSecret: return QStringLiteral("clientSecret");
        case CredentialField::SigningSecret: return QStringLiteral("signingSecret");
        case CredentialField::AppToken: return QStringLiteral("appToken");
    }
    return {};
}

QString placeOf(CredentialField field)
{
    if (field == CredentialField::AppToken)
        return CredentialsForm::tr("Basic Information, App-Level Tokens. It begins with xapp-.");
    if (field == CredentialField::ClientId)
        return CredentialsForm::tr("Basic Information, App Credentials. Two numbers with a dot between.");
    return CredentialsForm::tr("Basic Information, App Credentials, behind “Show”.");
}

QString lookWords(Looks looks)
{
    switch (looks) {
        case Looks::ClientId: return CredentialsForm::tr("This looks like the Client ID.");
        case Looks::Secret: return CredentialsForm::tr("This looks like one of the two secrets.");
        case Looks::AppToken: return CredentialsForm::tr("This looks like the App-Level Token.");
        case Looks::BotToken:
            return CredentialsForm::tr("This looks like a bot's or a person's token. Refrain gets those by itself.");
        case Looks::Link: return CredentialsForm::tr("This looks like an address.");
        case Looks::VerificationToken:
            return CredentialsForm::tr("This looks like the Verification Token, which is not used any more.");
        case Looks::Unknown: break;
    }
    return {};
}

Looks expected(CredentialField field)
{
    if (field == CredentialField::ClientId)
        return Looks::ClientId;
    return field == CredentialField::AppToken ? Looks::AppToken : Looks::Secret;
}

QString formWords(CredentialField field)
{
    if (field == CredentialField::ClientId)
        return CredentialsForm::tr("The Client ID is two numbers with a dot between. Copy it once more.");
    return CredentialsForm::tr("The App-Level Token begins with xapp-. Copy it once more.");
}

}  // namespace

QString cleanedCredential(const QString& text)
{
    QString clean;
    std::copy_if(text.begin(), text.end(), std::back_inserter(clean), [](QChar c) {
        return !c.isSpace() && c.category() != QChar::Other_Format && c.category() != QChar::Other_Control;
    });
    return clean;
}

std::optional<CredentialsProblem> credentialsProblem(const CredentialTexts& texts)
{
    for (size_t i = 0; i < credentialFieldCount; ++i) {
        const auto field = CredentialField(i);
        const QString& text = texts[i];
        if (text.isEmpty())
            return CredentialsProblem{field, CredentialsForm::tr("%1 is missing. All four are needed: without them "
                                                                 "nothing of Slack's reaches this computer.")
                                                 .arg(nameOf(field))};
        const Looks looks = looksOf(text);
        if (looks == expected(field))
            continue;
        if (looks != Looks::Unknown)
            return CredentialsProblem{field, lookWords(looks)};
        // The forms of secrets are not promised by Slack; these two are.
        if (field == CredentialField::ClientId || field == CredentialField::AppToken)
            return CredentialsProblem{field, formWords(field)};
    }
    if (texts[size_t(CredentialField::ClientSecret)] == texts[size_t(CredentialField::SigningSecret)])
        return CredentialsProblem{CredentialField::SigningSecret,
                                  CredentialsForm::tr("This is the Client Secret once more. The Signing Secret is "
                                                      "another one, below it on Slack's page.")};
    return std::nullopt;
}

CredentialsForm::CredentialsForm(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (size_t i = 0; i < credentialFieldCount; ++i)
        addField(*layout, CredentialField(i));
    setFocusProxy(m_fields.front());
}

void CredentialsForm::addField(QVBoxLayout& layout, CredentialField field)
{
    auto* caption = new TextLabel(m_theme, TextRole::Body, TextLabel::Fit::Wrapped, this);
    caption->setText(nameOf(field));
    auto* place = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this);
    place->setText(placeOf(field));
    place->setColour(&Theme::muted);
    auto* edit = new QLineEdit(this);
    edit->setObjectName(objectNameOf(field));
    edit->setAccessibleName(nameOf(field));
    edit->setAccessibleDescription(placeOf(field));
    edit->setPlaceholderText(field == CredentialField::ClientId   ? QStringLiteral("1234567890.1234567890")
                             : field == CredentialField::AppToken ? QStringLiteral("xapp-…")
                                                                  : QString());
    if (field != CredentialField::ClientId)
        edit->setEchoMode(QLineEdit::Password);
    auto* problem = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this);
    problem->setObjectName(objectNameOf(field) + QStringLiteral("Problem"));
    problem->setColour(&Theme::danger);
    problem->hide();
    auto* group = new QVBoxLayout;
    group->setSpacing(4);
    for (QWidget* widget : std::initializer_list<QWidget*>{caption, edit, place, problem})
        group->addWidget(widget);
    layout.addLayout(group);
    m_fields[size_t(field)] = edit;
    m_problems[size_t(field)] = problem;
    connect(edit, &QLineEdit::textEdited, problem, &QWidget::hide);
    connect(edit, &QLineEdit::returnPressed, this, &CredentialsForm::submit);
}

void CredentialsForm::showProblem(const std::optional<CredentialsProblem>& problem)
{
    for (TextLabel* label : m_problems)
        label->hide();
    if (!problem)
        return;
    TextLabel* label = m_problems[size_t(problem->field)];
    label->setText(problem->sentence);
    label->show();
    m_fields[size_t(problem->field)]->setFocus();
}

void CredentialsForm::submit()
{
    CredentialTexts texts;
    for (size_t i = 0; i < credentialFieldCount; ++i)
        texts[i] = cleanedCredential(m_fields[i]->text());
    const auto problem = credentialsProblem(texts);
    showProblem(problem);
    if (problem)
        return;
    const console::SlackAppCredentials credentials{texts[0], Secret(texts[1].toUtf8()), Secret(texts[2].toUtf8()),
                                                   Secret(texts[3].toUtf8())};
    // Handed to the backend's own file and kept nowhere else.
    for (QLineEdit* field : m_fields)
        field->clear();
    emit submitted(credentials);
}

}  // namespace refrain::ui
