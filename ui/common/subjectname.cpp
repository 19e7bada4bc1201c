#include "ui/common/subjectname.h"

#include "console/desk/desk.h"
#include "console/table/subjecttable.h"

namespace refrain::ui {

QString shownName(console::Desk& desk, const SubjectId& id)
{
    const console::SubjectTable* table = desk.tableOf(id);
    if (!table)
        return id.toString();
    const int row = table->rowOf(id);
    const QString name = table->name(row);
    if (name.isEmpty())
        return id.toString();
    return table->kind(row) == SubjectKind::Channel ? u'#' + name : name;
}

QString inSentence(const QString& name)
{
    constexpr QChar firstStrongIsolate(0x2068);
    constexpr QChar popIsolate(0x2069);
    return name.isRightToLeft() ? firstStrongIsolate + name + popIsolate : name;
}

}  // namespace refrain::ui
