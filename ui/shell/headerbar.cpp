#include "ui/shell/headerbar.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace refrain::ui {

namespace {

constexpr int findWidth = 420;
constexpr int leastFind = 96;
constexpr int withHint = 240;

QString withArrow(const QString& text)
{
    // A name that holds "&" must not become a mnemonic.
    return QString(text).replace(u'&', QStringLiteral("&&")) + QStringLiteral(" ▾");
}

/// Only where it changes: screen readers are told of every name that is set.
void setNamed(QPushButton& button, const QString& name)
{
    if (button.accessibleName() == name)
        return;
    button.setText(withArrow(name));
    button.setAccessibleName(name);
}

QPushButton* flatButton(const QString& name, QMenu* menu, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    button->setProperty("flat", true);
    if (menu)
        button->setMenu(menu);
    button->hide();
    return button;
}

}  // namespace

HeaderBar::HeaderBar(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_sign(new QLabel(this)),
      m_name(new TextLabel(theme, TextRole::Heading, TextLabel::Fit::Wrapped, this)),
      m_find(new QLineEdit(this)),
      m_findHint(new QLabel(tr("Ctrl K"), m_find)),
      m_workspaceMenu(new QMenu(this)),
      m_accountMenu(new QMenu(this))
{
    setObjectName(QStringLiteral("headerBar"));
    setFixedHeight(metric::headerHeight);
    m_name->setText(QStringLiteral("Refrain"));
    m_name->setWordWrap(false);
    m_workspace = flatButton(QStringLiteral("workspaceSwitcher"), m_workspaceMenu, this);
    m_account = flatButton(QStringLiteral("accountMenu"), m_accountMenu, this);
    m_workspace->setAccessibleDescription(tr("Switch workspace"));
    m_account->setAccessibleDescription(tr("Your account"));
    m_workspaceMenu->setObjectName(QStringLiteral("workspaceMenuItems"));
    m_accountMenu->setObjectName(QStringLiteral("accountMenuItems"));
    m_inspector = flatButton(QStringLiteral("inspectorToggle"), nullptr, this);
    m_inspector->setIcon(icon(QStringLiteral("panel"), theme, &Theme::muted));
    m_inspector->setCheckable(true);
    m_inspector->setToolTip(tr("Show or hide the details"));
    m_inspector->setAccessibleName(tr("Details"));
    connect(m_inspector, &QPushButton::clicked, this, &HeaderBar::inspectorToggled);
    m_find->setObjectName(QStringLiteral("findBox"));
    m_find->setPlaceholderText(tr("Find people, channels, actions"));
    m_find->setAccessibleName(tr("Find people, channels, categories, actions and settings"));
    m_find->hide();
    m_findHint->setForegroundRole(QPalette::PlaceholderText);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 1);
    layout->setSpacing(10);
    layout->addWidget(m_sign);
    layout->addWidget(m_name);
    layout->addWidget(m_workspace);
    layout->addStretch();
    layout->addWidget(m_account);
    layout->addWidget(m_inspector);

    auto* inner = new QHBoxLayout(m_find);
    inner->setContentsMargins(0, 0, 10, 0);
    inner->addStretch();
    inner->addWidget(m_findHint);
    connect(m_find, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_findHint->setVisible(text.isEmpty() && m_find->width() >= withHint); });
    drawSign();
}

void HeaderBar::setWorkspace(const QString& name)
{
    setNamed(*m_workspace, name);
    m_workspace->setVisible(!name.isEmpty());
    m_find->setVisible(!name.isEmpty());
    placeFind();
}

void HeaderBar::offerWorkspaces()
{
    setNamed(*m_workspace, tr("Workspaces"));
    m_workspace->show();
}

void HeaderBar::setAccount(const QString& name)
{
    setNamed(*m_account, name);
    m_account->setVisible(!name.isEmpty());
    placeFind();
}

void HeaderBar::setInspectorToggle(bool visible, bool open, bool named)
{
    m_inspector->setText(named ? tr("Details") : QString());
    m_inspector->setProperty("flat", !named);
    m_inspector->style()->polish(m_inspector);
    m_inspector->setVisible(visible);
    m_inspector->setChecked(open);
}

void HeaderBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.window);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.line);
}

void HeaderBar::resizeEvent(QResizeEvent*)
{
    // Centred in the window, not between its neighbours: it stays where it is when the workspace's name changes.
    placeFind();
}

void HeaderBar::placeFind()
{
    // It gives way to what stands beside it where there is too little room for all.
    layout()->activate();
    const auto placed = [this](const QRect& there) { return QStyle::visualRect(layoutDirection(), rect(), there); };
    const int wide = qMin(findWidth, width() / 3);
    const int from = m_workspace->isHidden() ? 0 : placed(m_workspace->geometry()).right() + 8;
    const int to = m_account->isHidden() ? width() : placed(m_account->geometry()).left() - 8;
    const int left = qMax((width() - wide) / 2, from);
    m_find->setGeometry(placed(QRect(left, 7, qMax(leastFind, qMin(wide, to - left)), 30)));
    m_findHint->setVisible(m_find->text().isEmpty() && m_find->width() >= withHint);
}

void HeaderBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawSign();
}

void HeaderBar::drawSign()
{
    m_sign->setPixmap(signIcon(m_theme).pixmap(QSize(24, 24), devicePixelRatioF()));
}

}  // namespace refrain::ui
