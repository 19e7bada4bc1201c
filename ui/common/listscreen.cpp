#include "ui/common/listscreen.h"

#include "console/desk/desk.h"
#include "ui/common/listbody.h"

#include <QVBoxLayout>

namespace refrain::ui {

ListScreen::ListScreen(const Parts& parts, ListBody* list)
    : m_theme(parts.theme), m_clock(parts.clock), m_zone(parts.zone), m_desk(parts.desk), m_list(list)
{
    m_list->setParent(this);
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    connect(m_list, &ListBody::opened, this, &Screen::inspectorWanted);
    connect(&m_desk, &console::Desk::workspaceChanged, this, &Screen::offerChanged);
    connect(&m_desk, &console::Desk::connectionChanged, this, [this](const console::ConnectionState& state) {
        if (state.kind == console::ConnectionState::Kind::Online && isVisible())
            load();
    });
}

void ListScreen::layOut(QWidget* bar)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_list, 1);
}

QWidget* ListScreen::mainPane()
{
    return m_list->pane();
}

void ListScreen::showLoading()
{
    if (!m_isLoaded)
        m_list->showLoading();
}

bool ListScreen::hasCome(const Error* error)
{
    if (error && m_isLoaded)
        emit said(tr("What changed since could not be had: %1").arg(error->message()));
    else if (error)
        m_list->showState(QStringLiteral("offline"), error->message(), tr("Try again"), error->context());
    m_isLoaded = m_isLoaded || !error;
    return !error;
}

}  // namespace refrain::ui
