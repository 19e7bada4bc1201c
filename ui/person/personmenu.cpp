#include "ui/person/personmenu.h"

#include <QMenu>

namespace refrain::ui {

PersonMenu::PersonMenu(QWidget* parent) : QPushButton(tr("More") + QStringLiteral(" ▾"), parent)
{
    setObjectName(QStringLiteral("personMore"));
    setWhatsThis(
        tr("More\nThe person's own page and App Home as they see them, what would happen to a message, how it was at "
           "another time, a "
           "receipt of the latest choice, and a link to these details."));
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("personMoreItems"));
    const auto add = [&](const char* name, const QString& text, void (PersonMenu::*wanted)()) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, wanted);
        return action;
    };
    add("seePage", tr("See their own page"), &PersonMenu::pageWanted);
    m_homeAction = add("seeHome", tr("See their App Home in Slack…"), &PersonMenu::homeWanted);
    add("askWhatIf", tr("What would happen…"), &PersonMenu::askWanted);
    add("lookBack", tr("As it was then…"), &PersonMenu::momentWanted);
    m_receiptAction = add("latestReceipt", tr("Receipt of the latest choice…"), &PersonMenu::receiptWanted);
    menu->addSeparator();
    add("copyLink", tr("Copy a link to these details"), &PersonMenu::linkCopyWanted);
    setMenu(menu);
    setReceipt({});
}

void PersonMenu::setHasHome(bool has)
{
    m_homeAction->setVisible(has);
}

void PersonMenu::setReceipt(const QString& id)
{
    m_receipt = id;
    m_receiptAction->setEnabled(!id.isEmpty());
}

}  // namespace refrain::ui
