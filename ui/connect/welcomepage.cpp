#include "ui/connect/welcomepage.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/connect/waycard.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

WelcomePage::WelcomePage(const Theme& theme, const QString& lastBackend, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_notice(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this)),
      m_serverForm(new QWidget(this)),
      m_address(new QLineEdit(m_serverForm)),
      m_addressProblem(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, m_serverForm))
{
    setObjectName(QStringLiteral("welcomePage"));
    auto* column = new QWidget(this);
    column->setFixedWidth(560);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);

    auto* sign = new QLabel(column);
    sign->setPixmap(signIcon(theme).pixmap(QSize(48, 48), devicePixelRatioF()));
    auto* title = new TextLabel(theme, TextRole::Figure, TextLabel::Fit::Wrapped, column);
    title->setText(tr("Who wants fewer messages?"));
    auto* lead = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, column);
    lead->setText(
        tr("Refrain keeps, for everybody in a Slack workspace, what they do not want to be sent, and "
           "answers every sender that asks. Where do you want to begin?"));
    lead->setColour(&Theme::muted);
    m_notice->setColour(&Theme::pending);
    m_notice->setObjectName(QStringLiteral("welcomeNotice"));
    m_notice->hide();

    auto* server = new WayCard(theme, QStringLiteral("server"), tr("Use your company's Refrain server"),
                               tr("Sign in with Slack. People can opt out day and night, also while this "
                                  "computer is off."),
                               column);
    auto* practice = new WayCard(theme, QStringLiteral("practice"), tr("Try the practice workspace"),
                                 tr("10,000 invented people and 200 channels on this computer. No Slack account is "
                                    "needed, and nothing is sent to anybody."),
                                 column);
    auto* embedded = new WayCard(theme, QStringLiteral("laptop"), tr("Run it on this computer"),
                                 tr("For your own workspace without a server. While this computer is off, nobody can "
                                    "opt out, and senders get no answer."),
                                 column);
    server->setObjectName(QStringLiteral("serverWay"));
    practice->setObjectName(QStringLiteral("practiceWay"));
    embedded->setObjectName(QStringLiteral("embeddedWay"));
    buildServerForm(lastBackend);

    for (QWidget* widget :
         std::initializer_list<QWidget*>{sign, title, lead, m_notice, server, m_serverForm, practice, embedded})
        layout->addWidget(widget);
    layout->insertSpacing(3, 8);
    layout->insertStretch(0, 2);
    layout->addStretch(3);
    // Stretches at its sides rather than an alignment: only so the heights of wrapped texts come through.
    auto* outer = new QHBoxLayout(this);
    outer->addStretch();
    outer->addWidget(column);
    outer->addStretch();

    connect(server, &QAbstractButton::clicked, this, [this] {
        m_serverForm->setVisible(!m_serverForm->isVisible());
        if (m_serverForm->isVisible())
            m_address->setFocus();
    });
    connect(practice, &QAbstractButton::clicked, this, &WelcomePage::practiceChosen);
    connect(embedded, &QAbstractButton::clicked, this, &WelcomePage::embeddedChosen);
    setFocusProxy(server);
}

void WelcomePage::buildServerForm(const QString& lastBackend)
{
    m_address->setObjectName(QStringLiteral("serverAddress"));
    m_address->setText(lastBackend);
    m_address->setPlaceholderText(QStringLiteral("https://refrain.example.com"));
    m_address->setAccessibleName(tr("Address of the server"));
    m_addressProblem->setColour(&Theme::danger);
    m_addressProblem->hide();
    auto* go = new QPushButton(tr("Sign in"), m_serverForm);
    go->setObjectName(QStringLiteral("serverSignIn"));
    go->setProperty("primary", true);

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_address, 1);
    row->addWidget(go);
    auto* layout = new QVBoxLayout(m_serverForm);
    layout->setContentsMargins(60, 0, 0, 8);
    layout->addLayout(row);
    layout->addWidget(m_addressProblem);
    m_serverForm->hide();

    connect(go, &QPushButton::clicked, this, &WelcomePage::submitServer);
    connect(m_address, &QLineEdit::returnPressed, this, &WelcomePage::submitServer);
    connect(m_address, &QLineEdit::textEdited, m_addressProblem, &QWidget::hide);
}

void WelcomePage::setNotice(const QString& sentence)
{
    m_notice->setText(sentence);
    m_notice->setVisible(!sentence.isEmpty());
}

void WelcomePage::submitServer()
{
    QString problem;
    if (const auto url = serverAddress(m_address->text(), problem)) {
        emit serverChosen(*url);
        return;
    }
    m_addressProblem->setText(problem);
    m_addressProblem->show();
    m_address->setFocus();
}

std::optional<QUrl> serverAddress(const QString& text, QString& problem)
{
    QString address = text.trimmed();
    if (!address.isEmpty() && !address.contains(QLatin1String("://")))
        address.prepend(QStringLiteral("https://"));
    const QUrl url(address, QUrl::StrictMode);
    const QString host = url.host();
    const bool isHere =
        host == QLatin1String("localhost") || host == QLatin1String("127.0.0.1") || host == QLatin1String("::1");
    if (!url.isValid() || host.isEmpty()) {
        problem =
            WelcomePage::tr("That is no address. Whoever runs Refrain at your company can tell you the right one.");
        return std::nullopt;
    }
    if (url.scheme() != QLatin1String("https") && !(isHere && url.scheme() == QLatin1String("http"))) {
        problem = WelcomePage::tr("The address must begin with https://, so that nobody on the way can read along.");
        return std::nullopt;
    }
    QUrl plain =
        url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    if (plain.path() == QLatin1String("/"))
        plain.setPath({});
    return plain;
}

}  // namespace refrain::ui
