#include "sandbox/views/elementrules.h"

#include <QDate>
#include <QJsonArray>

namespace refrain::sandbox {

namespace {

constexpr qsizetype longestId = 255;
constexpr qsizetype longestOption = 75;

QString typeOf(const QJsonObject& object)
{
    return object.value(QStringLiteral("type")).toString();
}

QString below(const QString& pointer, const char* name)
{
    return pointer + QLatin1Char('/') + QLatin1String(name);
}

void checkOption(const QJsonObject& option, const QString& pointer, bool mrkdwn, Complaints& complaints)
{
    complaints.checkText(option.value(QStringLiteral("text")), below(pointer, "text"), longestOption, mrkdwn);
    if (!option.value(QStringLiteral("value")).isString())
        complaints.add(pointer, QStringLiteral("missing required field: value"));
    complaints.checkLength(option.value(QStringLiteral("value")), below(pointer, "value"), longestOption);
    if (option.contains(QStringLiteral("description")))
        complaints.checkText(option.value(QStringLiteral("description")), below(pointer, "description"), longestOption,
                             mrkdwn);
}

void checkOptions(const QJsonObject& element, const QString& pointer, qsizetype most, Complaints& complaints)
{
    const QString type = typeOf(element);
    const bool mrkdwn = type == QStringLiteral("checkboxes") || type == QStringLiteral("radio_buttons");
    const bool grouped = element.contains(QStringLiteral("option_groups"));
    const char* name = grouped ? "option_groups" : "options";
    const QString at = below(pointer, name);
    if (!complaints.checkCount(element.value(QLatin1String(name)), at, 1, most))
        return;
    int place = 0;
    for (const QJsonValue& entry : element.value(QLatin1String(name)).toArray()) {
        const QString here = QStringLiteral("%1/%2").arg(at).arg(place++);
        if (grouped) {
            complaints.checkText(entry[QLatin1String("label")], below(here, "label"), longestOption, false);
            checkOptions({{QStringLiteral("options"), entry[QLatin1String("options")]}}, here, most, complaints);
        } else {
            checkOption(entry.toObject(), here, mrkdwn, complaints);
        }
    }
}

/// What stands chosen at first has to be among the options, to the letter; an empty list is refused.
void checkInitial(const QJsonObject& element, const QString& pointer, Complaints& complaints)
{
    const QList<QJsonObject> options = optionsOf(element);
    const auto known = [&options](const QJsonValue& chosen) { return options.contains(chosen.toObject()); };
    if (element.contains(QStringLiteral("initial_option")) && !known(element.value(QStringLiteral("initial_option"))))
        complaints.add(below(pointer, "initial_option"), QStringLiteral("no matching option found"));
    if (!element.contains(QStringLiteral("initial_options")))
        return;
    const QJsonValue chosen = element.value(QStringLiteral("initial_options"));
    if (!complaints.checkCount(chosen, below(pointer, "initial_options"), 1, options.size()))
        return;
    for (const QJsonValue& one : chosen.toArray())
        if (!known(one))
            complaints.add(below(pointer, "initial_options"), QStringLiteral("no matching option found"));
}

void checkConfirm(const QJsonObject& confirm, const QString& pointer, Complaints& complaints)
{
    complaints.checkText(confirm.value(QStringLiteral("title")), below(pointer, "title"), 100, false);
    complaints.checkText(confirm.value(QStringLiteral("text")), below(pointer, "text"), 300, true);
    complaints.checkText(confirm.value(QStringLiteral("confirm")), below(pointer, "confirm"), 30, false);
    complaints.checkText(confirm.value(QStringLiteral("deny")), below(pointer, "deny"), 30, false);
}

void checkButton(const QJsonObject& button, const QString& pointer, Complaints& complaints)
{
    complaints.checkText(button.value(QStringLiteral("text")), below(pointer, "text"), 75, false);
    complaints.checkLength(button.value(QStringLiteral("value")), below(pointer, "value"), 2000);
    complaints.checkLength(button.value(QStringLiteral("url")), below(pointer, "url"), 3000);
    const QString style = button.value(QStringLiteral("style")).toString(QStringLiteral("primary"));
    if (style != QStringLiteral("primary") && style != QStringLiteral("danger"))
        complaints.add(below(pointer, "style"), QStringLiteral("must be one of: primary, danger"));
}

bool fits(const QString& type, ElementPlace place)
{
    static const QStringList notInInput{QStringLiteral("button"), QStringLiteral("overflow")};
    static const QStringList onlyInInput{QStringLiteral("plain_text_input"), QStringLiteral("number_input"),
                                         QStringLiteral("email_text_input"), QStringLiteral("url_text_input"),
                                         QStringLiteral("file_input")};
    static const QStringList anywhere{QStringLiteral("static_select"),
                                      QStringLiteral("multi_static_select"),
                                      QStringLiteral("checkboxes"),
                                      QStringLiteral("radio_buttons"),
                                      QStringLiteral("datepicker"),
                                      QStringLiteral("timepicker"),
                                      QStringLiteral("datetimepicker"),
                                      QStringLiteral("users_select"),
                                      QStringLiteral("multi_users_select"),
                                      QStringLiteral("conversations_select"),
                                      QStringLiteral("channels_select"),
                                      QStringLiteral("multi_conversations_select"),
                                      QStringLiteral("multi_channels_select"),
                                      QStringLiteral("external_select"),
                                      QStringLiteral("multi_external_select"),
                                      QStringLiteral("rich_text_input")};
    if (anywhere.contains(type))
        return place != ElementPlace::Actions || !type.startsWith(QStringLiteral("multi_")) ||
               type == QStringLiteral("multi_static_select");
    if (type == QStringLiteral("image") || type == QStringLiteral("workflow_button"))
        return place == ElementPlace::Section;
    return place == ElementPlace::Input ? onlyInInput.contains(type) : notInInput.contains(type);
}

/// How many options it may have; 0 where it has none.
qsizetype mostOptions(const QString& type)
{
    if (type == QStringLiteral("checkboxes") || type == QStringLiteral("radio_buttons"))
        return 10;
    if (type == QStringLiteral("overflow"))
        return 5;
    return type.endsWith(QStringLiteral("static_select")) ? 100 : 0;
}

}  // namespace

QList<QJsonObject> optionsOf(const QJsonObject& element)
{
    QList<QJsonObject> options;
    for (const QJsonValue& option : element.value(QStringLiteral("options")).toArray())
        options << option.toObject();
    for (const QJsonValue& group : element.value(QStringLiteral("option_groups")).toArray())
        options << optionsOf(group.toObject());
    return options;
}

bool takesSeveral(const QJsonObject& element)
{
    return typeOf(element) == QStringLiteral("checkboxes") || typeOf(element).startsWith(QStringLiteral("multi_"));
}

void checkElement(const QJsonObject& element, const QString& pointer, ElementPlace place, Complaints& complaints)
{
    const QString type = typeOf(element);
    if (!fits(type, place)) {
        complaints.add(below(pointer, "type"), QStringLiteral("unsupported type: %1").arg(type));
        return;
    }
    complaints.checkLength(element.value(QStringLiteral("action_id")), below(pointer, "action_id"), longestId);
    if (element.contains(QStringLiteral("confirm")))
        checkConfirm(element.value(QStringLiteral("confirm")).toObject(), below(pointer, "confirm"), complaints);
    if (element.contains(QStringLiteral("placeholder")))
        complaints.checkText(element.value(QStringLiteral("placeholder")), below(pointer, "placeholder"), 150, false);
    if (type == QStringLiteral("button"))
        checkButton(element, pointer, complaints);
    if (const qsizetype most = mostOptions(type); most > 0) {
        checkOptions(element, pointer, most, complaints);
        checkInitial(element, pointer, complaints);
    }
    const QString date = element.value(QStringLiteral("initial_date")).toString();
    if (!date.isEmpty() && !QDate::fromString(date, Qt::ISODate).isValid())
        complaints.add(below(pointer, "initial_date"), QStringLiteral("must be a valid date"));
    if (type == QStringLiteral("plain_text_input"))
        complaints.checkLength(element.value(QStringLiteral("initial_value")), below(pointer, "initial_value"), 3000);
}

}  // namespace refrain::sandbox
