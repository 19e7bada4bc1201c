#include "ui/connect/credentialspage.h"

#include "ui/common/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

QString manifest()
{
    QFile file(QStringLiteral(":/refrain/manifest/slack-manifest-laptop.yaml"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}  // namespace

CredentialsPage::CredentialsPage(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_column(new QWidget)
{
    setObjectName(QStringLiteral("credentialsPage"));
    m_column->setFixedWidth(560);
    auto* layout = new QVBoxLayout(m_column);
    layout->setContentsMargins(0, 24, 0, 24);
    layout->setSpacing(8);
    addSteps(*layout);
    m_clientId =
        addField(*layout, QStringLiteral("clientId"), tr("Client ID"), QStringLiteral("1234567890.1234567890"));
    m_clientSecret = addField(*layout, QStringLiteral("clientSecret"), tr("Client Secret"), {});
    m_signingSecret = addField(*layout, QStringLiteral("signingSecret"), tr("Signing Secret"), {});
    m_appToken = addField(*layout, QStringLiteral("appToken"), tr("App-Level Token"), QStringLiteral("xapp-…"));
    for (QLineEdit* secret : {m_clientSecret, m_signingSecret, m_appToken})
        secret->setEchoMode(QLineEdit::Password);
    m_problem = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, m_column);
    m_problem->setObjectName(QStringLiteral("credentialsProblem"));
    m_problem->setColour(&Theme::danger);
    m_problem->hide();
    layout->addWidget(m_problem);

    auto* go = new QPushButton(tr("Start and sign in"), m_column);
    go->setObjectName(QStringLiteral("credentialsSubmit"));
    go->setProperty("primary", true);
    auto* cancel = new QPushButton(tr("Back"), m_column);
    cancel->setObjectName(QStringLiteral("credentialsCancel"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(go);
    buttons->addWidget(cancel);
    buttons->addStretch();
    layout->addSpacing(8);
    layout->addLayout(buttons);
    layout->addStretch();

    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto* centred = new QWidget;
    auto* row = new QHBoxLayout(centred);
    row->addStretch();
    row->addWidget(m_column);
    row->addStretch();
    area->setWidget(centred);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
    setFocusProxy(m_clientId);
    connect(go, &QPushButton::clicked, this, &CredentialsPage::submit);
    connect(cancel, &QPushButton::clicked, this, &CredentialsPage::cancelled);
}

void CredentialsPage::addSteps(QVBoxLayout& layout)
{
    auto* title = new TextLabel(m_theme, TextRole::Figure, TextLabel::Fit::Wrapped, m_column);
    title->setText(tr("Run Refrain on this computer"));
    auto* meaning = new TextLabel(m_theme, TextRole::Body, TextLabel::Fit::Wrapped, m_column);
    meaning->setText(
        tr("While this computer is off, nobody can opt out, and senders get no answer. A company runs "
           "Refrain on a server. Once, Slack needs to know this app:"));
    meaning->setColour(&Theme::muted);
    layout.addWidget(title);
    layout.addWidget(meaning);
    layout.addSpacing(4);
    const QString steps[] = {
        tr("Open Slack's page of apps, choose “Create New App”, then “From a manifest”, and pick the workspace."),
        tr("Copy the manifest below and paste it there as YAML."),
        tr("Under “Basic Information”, make an App-Level Token with the scope connections:write."),
        tr("Copy the four values from “Basic Information” into the fields."),
    };
    auto* list = new QGridLayout;
    list->setHorizontalSpacing(12);
    list->setVerticalSpacing(8);
    list->setColumnStretch(1, 1);
    for (int i = 0; i < int(std::size(steps)); ++i) {
        auto* number = new TextLabel(m_theme, TextRole::Body, TextLabel::Fit::Wrapped, m_column);
        number->setText(QString::number(i + 1));
        number->setColour(&Theme::accent);
        auto* label = new TextLabel(m_theme, TextRole::Body, TextLabel::Fit::Wrapped, m_column);
        label->setText(steps[i]);
        list->addWidget(number, i, 0, Qt::AlignTop);
        list->addWidget(label, i, 1);
    }
    layout.addLayout(list);
    layout.addSpacing(4);
    auto* open = new QPushButton(tr("Open Slack's page"), m_column);
    open->setObjectName(QStringLiteral("openAppsPage"));
    auto* copy = new QPushButton(tr("Copy the manifest"), m_column);
    copy->setObjectName(QStringLiteral("copyManifest"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(open);
    row->addWidget(copy);
    row->addStretch();
    layout.addLayout(row);
    layout.addSpacing(8);
    connect(open, &QPushButton::clicked, this, &CredentialsPage::appsPageWanted);
    connect(copy, &QPushButton::clicked, this, [copy] {
        QApplication::clipboard()->setText(manifest());
        copy->setText(tr("Copied"));
    });
}

QLineEdit* CredentialsPage::addField(QVBoxLayout& layout, const QString& name, const QString& label,
                                     const QString& hint)
{
    auto* caption = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, m_column);
    caption->setText(label);
    caption->setColour(&Theme::muted);
    auto* field = new QLineEdit(m_column);
    field->setObjectName(name);
    field->setPlaceholderText(hint);
    field->setAccessibleName(label);
    caption->setBuddy(field);
    auto* group = new QVBoxLayout;
    group->setSpacing(4);
    group->addWidget(caption);
    group->addWidget(field);
    layout.addLayout(group);
    connect(field, &QLineEdit::returnPressed, this, &CredentialsPage::submit);
    return field;
}

void CredentialsPage::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void CredentialsPage::submit()
{
    const auto text = [](const QLineEdit* field) { return field->text().trimmed(); };
    const QString problem =
        credentialsProblem(text(m_clientId), text(m_clientSecret), text(m_signingSecret), text(m_appToken));
    setProblem(problem);
    if (!problem.isEmpty())
        return;
    const auto secret = [&](QLineEdit* field) { return Secret(text(field).toUtf8()); };
    const console::SlackAppCredentials credentials{text(m_clientId), secret(m_clientSecret), secret(m_signingSecret),
                                                   secret(m_appToken)};
    // Handed to the backend's own file and kept nowhere else.
    for (QLineEdit* field : {m_clientSecret, m_signingSecret, m_appToken})
        field->clear();
    emit submitted(credentials);
}

QString credentialsProblem(const QString& clientId, const QString& clientSecret, const QString& signingSecret,
                           const QString& appToken)
{
    if (clientId.isEmpty() || clientSecret.isEmpty() || signingSecret.isEmpty())
        return CredentialsPage::tr("Client ID, Client Secret and Signing Secret are all needed.");
    if (!clientId.contains(u'.'))
        return CredentialsPage::tr("The Client ID has a dot in it: two long numbers. Copy it once more.");
    if (appToken.isEmpty())
        return CredentialsPage::tr(
            "The App-Level Token is needed: without it nothing of Slack's reaches this computer.");
    if (!appToken.startsWith(QLatin1String("xapp-")))
        return CredentialsPage::tr("The App-Level Token begins with xapp-. Perhaps another value was copied.");
    return {};
}

}  // namespace refrain::ui
