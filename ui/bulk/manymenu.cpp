#include "ui/bulk/manymenu.h"

#include <QMenu>
#include <QResizeEvent>

namespace refrain::ui {

namespace {

/// Of the screen's width, so much may be its name: there are others beside it.
constexpr int share = 5;

}  // namespace

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
    setAccessibleName(tr("Import and export"));
    parent->installEventFilter(this);
    auto* menu = new QMenu(this);
    menu->setObjectName(name + QStringLiteral("FilesMenu"));
    m_import = menu->addAction(tr("Import choices from a file…"));
    connect(m_import, &QAction::triggered, this, &FileMenu::importWanted);
    connect(menu->addAction(tr("Export all that are shown…")), &QAction::triggered, this, &FileMenu::exportWanted);
    setMenu(menu);
}

bool FileMenu::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        const QString whole = tr("Import and export");
        const int room = static_cast<QResizeEvent*>(event)->size().width() / share;
        setText(fontMetrics().horizontalAdvance(whole) <= room ? whole : tr("Files", "a menu of import and export"));
    }
    return QPushButton::eventFilter(watched, event);
}

void FileMenu::setMayImport(bool may)
{
    m_import->setVisible(may);
}

}  // namespace refrain::ui
