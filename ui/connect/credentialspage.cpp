#include "ui/connect/credentialspage.h"

#include "ui/common/labels.h"
#include "ui/connect/credentialsform.h"
#include "ui/connect/scopewords.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

constexpr int columnWidth = 600;
constexpr int manifestHeight = 132;
constexpr int copiedForMs = 2'000;

QString manifest()
{
    QFile file(QStringLiteral(":/refrain/manifest/slack-manifest-laptop.yaml"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}  // namespace

CredentialsPage::CredentialsPage(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_column(new QWidget),
      m_form(new CredentialsForm(theme, m_column)),
      m_problem(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, m_column))
{
    setObjectName(QStringLiteral("credentialsPage"));
    m_column->setFixedWidth(columnWidth);
    m_problem->setObjectName(QStringLiteral("credentialsProblem"));
    m_problem->setColour(&Theme::danger);
    m_problem->hide();
    auto* layout = new QVBoxLayout(m_column);
    layout->setContentsMargins(0, 32, 0, 32);
    layout->setSpacing(8);
    addHead(*layout);
    auto* steps = new QGridLayout;
    steps->setHorizontalSpacing(12);
    steps->setVerticalSpacing(8);
    steps->setColumnStretch(1, 1);
    addSteps(*steps);
    layout->addLayout(steps);
    steps->addWidget(m_problem, steps->rowCount(), 1);
    addButtons(*steps);
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
    connect(m_form, &CredentialsForm::submitted, this, &CredentialsPage::submitted);
}

void CredentialsPage::addHead(QVBoxLayout& layout)
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
    layout.addSpacing(8);
}

int CredentialsPage::addStep(QGridLayout& steps, const QString& text)
{
    steps.setRowMinimumHeight(steps.rowCount(), 4);
    const int row = steps.rowCount();
    auto* number = new TextLabel(m_theme, TextRole::Body, TextLabel::Fit::Wrapped, m_column);
    auto* label = new TextLabel(m_theme, TextRole::Body, TextLabel::Fit::Wrapped, m_column);
    label->setText(text);
    number->setText(QString::number(++m_steps));
    number->setColour(&Theme::accent);
    steps.addWidget(number, row, 0, Qt::AlignTop);
    steps.addWidget(label, row, 1);
    return row + 1;
}

void CredentialsPage::addSteps(QGridLayout& steps)
{
    auto* open = new QPushButton(tr("Open Slack's page"), m_column);
    open->setObjectName(QStringLiteral("openAppsPage"));
    connect(open, &QPushButton::clicked, this, &CredentialsPage::appsPageWanted);
    int row = addStep(
        steps,
        tr("Open Slack's page of apps, choose “Create New App”, then “From a manifest”, and pick the workspace."));
    steps.addWidget(open, row, 1, Qt::AlignLeft);
    row = addStep(steps, tr("Copy this manifest and paste it there as YAML."));
    steps.addWidget(buildManifest(), row, 1);
    steps.addWidget(buildReasons(), row + 1, 1);
    addStep(steps,
            tr("Under “Basic Information”, “App-Level Tokens”, choose “Generate Token and Scopes” and add the scope "
               "connections:write. Through it Slack reaches this computer without a public address."));
    row = addStep(steps, tr("Copy these four values from Slack's page. All are needed; they go into a file of the "
                            "backend that only you may read, and nowhere else."));
    steps.addWidget(m_form, row, 1);
}

QWidget* CredentialsPage::buildManifest()
{
    auto* box = new QWidget(m_column);
    auto* text = new QPlainTextEdit(manifest(), box);
    text->setObjectName(QStringLiteral("manifestText"));
    text->setAccessibleName(tr("The app's manifest"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFixedHeight(manifestHeight);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(12);
    text->setFont(fixed);
    auto* copy = new QPushButton(tr("Copy the manifest"), box);
    copy->setObjectName(QStringLiteral("copyManifest"));
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(text);
    layout->addWidget(copy, 0, Qt::AlignLeft);
    connect(copy, &QPushButton::clicked, this, [copy] {
        QApplication::clipboard()->setText(manifest());
        copy->setText(tr("Copied"));
        QTimer::singleShot(copiedForMs, copy, [copy] { copy->setText(tr("Copy the manifest")); });
    });
    return box;
}

QWidget* CredentialsPage::buildReasons()
{
    auto* box = new QWidget(m_column);
    auto* fold = new QPushButton(tr("What it asks for, and why"), box);
    fold->setObjectName(QStringLiteral("scopeReasons"));
    fold->setProperty("link", true);
    fold->setCheckable(true);
    auto* table = new QWidget(box);
    table->setObjectName(QStringLiteral("scopeTable"));
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 8);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (const ScopeReason& reason : scopeReasons()) {
        auto* scope = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Elided, table);
        scope->setText(reason.scope);
        auto* why = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, table);
        why->setText(reason.optional ? tr("%1 May be declined.").arg(reason.why) : reason.why);
        why->setColour(&Theme::muted);
        const int row = grid->rowCount();
        grid->addWidget(scope, row, 0, Qt::AlignTop);
        grid->addWidget(why, row, 1);
    }
    table->hide();
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(fold, 0, Qt::AlignLeft);
    layout->addWidget(table);
    connect(fold, &QPushButton::toggled, table, &QWidget::setVisible);
    return box;
}

void CredentialsPage::addButtons(QGridLayout& steps)
{
    auto* go = new QPushButton(tr("Start and sign in"), m_column);
    go->setObjectName(QStringLiteral("credentialsSubmit"));
    go->setProperty("primary", true);
    auto* cancel = new QPushButton(tr("Back"), m_column);
    cancel->setObjectName(QStringLiteral("credentialsCancel"));
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 8, 0, 0);
    buttons->setSpacing(8);
    buttons->addWidget(go);
    buttons->addWidget(cancel);
    buttons->addStretch();
    steps.addLayout(buttons, steps.rowCount(), 1);
    connect(go, &QPushButton::clicked, m_form, &CredentialsForm::submit);
    connect(cancel, &QPushButton::clicked, this, &CredentialsPage::cancelled);
}

void CredentialsPage::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

}  // namespace refrain::ui
