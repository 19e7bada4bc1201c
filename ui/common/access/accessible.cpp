#include "ui/common/access/accessible.h"

#include "ui/common/access/tableaccess.h"
#include "ui/common/noticebar.h"

#include <QTableView>

namespace refrain::ui {

namespace {

QAccessibleInterface* interfaceFor(const QString&, QObject* object)
{
    if (auto* table = qobject_cast<QTableView*>(object))
        return new TableAccess(table);
    if (auto* bar = qobject_cast<NoticeBar*>(object))
        return new QAccessibleWidget(bar, QAccessible::AlertMessage);
    // Else a window of our own is told as a box without a name among its panes.
    if (auto* widget = qobject_cast<QWidget*>(object); widget && widget->objectName() == QLatin1String("MainWindow"))
        return new QAccessibleWidget(widget, QAccessible::Window);
    return nullptr;
}

}  // namespace

void installAccessibility()
{
    QAccessible::installFactory(interfaceFor);
}

}  // namespace refrain::ui
