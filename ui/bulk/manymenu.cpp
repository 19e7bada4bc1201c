#include "ui/bulk/manymenu.h"

#include <QMenu>

namespace refrain::ui {

ManyMenu::ManyMenu(const QString& name, QWidget* parent) : QPushButton(tr("Select"), parent)
{
    setObjectName(name + QStringLiteral("Many"));
    setWhatsThis(
        tr("Select\nMany at once: all that the filter shows, or those of a list; Ctrl+click and Shift+click add "
           "single ones. What can be done with them then stands below the table."));
    auto* menu = new QMenu(this);
    menu->setObjectName(name + QStringLiteral("ManyMenu"));
    // Only said here: the table itself hears the key.
    connect(menu->addAction(tr("All that are shown\tCtrl+A")), &QAction::triggered, this, &ManyMenu::allWanted);
    connect(menu->addAction(tr("From a list…")), &QAction::triggered, this, &ManyMenu::listWanted);
    setMenu(menu);
}

FileMenu::FileMenu(const QString& name, QWidget* parent) : QPushButton(tr("Import and export"), parent)
{
    setObjectName(name + QStringLiteral("Files"));
    setWhatsThis(
        tr("Import and export\nWhat is shown as a file, for a sheet or another program; and choices from a file, such "
           "as the list of who left in another tool."));
    auto* menu = new QMenu(this);
    menu->setObjectName(name + QStringLiteral("FilesMenu"));
    m_import = menu->addAction(tr("Import choices from a file…"));
    connect(m_import, &QAction::triggered, this, &FileMenu::importWanted);
    connect(menu->addAction(tr("Export all that are shown…")), &QAction::triggered, this, &FileMenu::exportWanted);
    setMenu(menu);
}

void FileMenu::setMayImport(bool may)
{
    m_import->setVisible(may);
}

}  // namespace refrain::ui
