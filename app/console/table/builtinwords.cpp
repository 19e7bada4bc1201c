#include "console/table/builtinwords.h"

#include <QCoreApplication>

namespace refrain::console {

QString builtInWords(const QString& text)
{
    // As firstCategories() of the backend has them, and its reason for them.
    static constexpr const char* sentences[] = {
        QT_TRANSLATE_NOOP("BuiltInWords", "Everything that a person can switch off, in one go."),
        QT_TRANSLATE_NOOP("BuiltInWords", "Nudges about something that waits for an answer or is due."),
        QT_TRANSLATE_NOOP("BuiltInWords", "What is new in the tools and services of this workspace."),
        QT_TRANSLATE_NOOP("BuiltInWords", "Questions about how things are going, and requests for feedback."),
        QT_TRANSLATE_NOOP("BuiltInWords", "Sign-ins, passwords and anything that puts an account at risk."),
        QT_TRANSLATE_NOOP("BuiltInWords", "People must learn of a risk to their account, so these always arrive."),
        QT_TRANSLATE_NOOP("BuiltInWords", "What a new workspace starts with."),
    };
    for (const char* sentence : sentences) {
        if (text == QLatin1String(sentence))
            return QCoreApplication::translate("BuiltInWords", sentence);
    }
    return text;
}

}  // namespace refrain::console
