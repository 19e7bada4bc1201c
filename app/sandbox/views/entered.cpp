#include "sandbox/views/entered.h"

#include "sandbox/views/elementrules.h"

namespace refrain::sandbox {

namespace {

QString textOf(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

/// Elements that hold one plain word, and how Slack calls it in the state and at the start.
struct Plain {
    const char* type;
    const char* state;
    const char* initial;
};
constexpr Plain plainElements[] = {
    {"plain_text_input", "value", "initial_value"},  {"email_text_input", "value", "initial_value"},
    {"url_text_input", "value", "initial_value"},    {"number_input", "value", "initial_value"},
    {"datepicker", "selected_date", "initial_date"}, {"timepicker", "selected_time", "initial_time"}};

const Plain* plainOf(const QJsonObject& element)
{
    for (const Plain& plain : plainElements)
        if (textOf(element, "type") == QLatin1String(plain.type))
            return &plain;
    return nullptr;
}

bool hasOptions(const QJsonObject& element)
{
    return element.contains(QStringLiteral("options")) || element.contains(QStringLiteral("option_groups"));
}

/// An overflow menu offers options but keeps none chosen.
bool holdsState(const QJsonObject& element)
{
    return plainOf(element) || (hasOptions(element) && textOf(element, "type") != QStringLiteral("overflow"));
}

QStringList initialValues(const QJsonObject& element)
{
    if (const Plain* plain = plainOf(element)) {
        const QString first = textOf(element, plain->initial);
        return first.isEmpty() ? QStringList() : QStringList{first};
    }
    QJsonArray chosen = element.value(QStringLiteral("initial_options")).toArray();
    if (element.contains(QStringLiteral("initial_option")))
        chosen.append(element.value(QStringLiteral("initial_option")));
    QStringList values;
    for (const QJsonValue& option : chosen)
        values << option[QLatin1String("value")].toString();
    return values;
}

QStringList valuesOf(const QJsonObject& block, const QJsonObject& element, const QJsonObject& entered)
{
    const QJsonValue given = entered.value(textOf(block, "block_id"))[textOf(element, "action_id")];
    if (!given.isArray())
        return initialValues(element);
    QStringList values;
    for (const QJsonValue& value : given.toArray())
        values << value.toString();
    return values;
}

QList<QJsonObject> elementsOf(const QJsonObject& block)
{
    QList<QJsonObject> elements;
    for (const char* name : {"accessory", "element"})
        if (block.contains(QLatin1String(name)))
            elements << block.value(QLatin1String(name)).toObject();
    if (textOf(block, "type") == QStringLiteral("actions"))
        for (const QJsonValue& element : block.value(QStringLiteral("elements")).toArray())
            elements << element.toObject();
    return elements;
}

bool isInput(const QJsonObject& block)
{
    return textOf(block, "type") == QStringLiteral("input");
}

}  // namespace

std::optional<QJsonObject> choiceOf(const QJsonObject& element, const QStringList& values)
{
    QJsonObject choice{{QStringLiteral("type"), element.value(QStringLiteral("type"))}};
    if (const Plain* plain = plainOf(element)) {
        const QString word = values.isEmpty() ? QString() : values.front();
        choice.insert(QLatin1String(plain->state), word.isEmpty() ? QJsonValue() : QJsonValue(word));
        return choice;
    }
    if (!hasOptions(element))
        return std::nullopt;
    QJsonArray chosen;
    for (const QJsonObject& option : optionsOf(element))
        if (values.contains(textOf(option, "value")))
            chosen.append(option);
    const bool several = takesSeveral(element);
    if (chosen.size() != values.size() || (!several && chosen.size() > 1))
        return std::nullopt;
    if (several)
        choice.insert(QStringLiteral("selected_options"), chosen);
    else
        choice.insert(QStringLiteral("selected_option"), chosen.isEmpty() ? QJsonValue() : chosen.first());
    return choice;
}

QJsonObject stateValues(const QJsonArray& blocks, const QJsonObject& entered, bool inputsOnly)
{
    QJsonObject state;
    for (const QJsonValue& entry : blocks) {
        const QJsonObject block = entry.toObject();
        if (inputsOnly && !isInput(block))
            continue;
        QJsonObject byAction;
        for (const QJsonObject& element : elementsOf(block)) {
            const QString action = textOf(element, "action_id");
            if (!holdsState(element) || action.isEmpty())
                continue;
            if (const auto choice = choiceOf(element, valuesOf(block, element, entered)))
                byAction.insert(action, *choice);
        }
        if (!byAction.isEmpty())
            state.insert(textOf(block, "block_id"), byAction);
    }
    return state;
}

QStringList emptyInputs(const QJsonArray& blocks, const QJsonObject& entered)
{
    QStringList empty;
    for (const QJsonValue& entry : blocks) {
        const QJsonObject block = entry.toObject();
        if (!isInput(block) || block.value(QStringLiteral("optional")).toBool())
            continue;
        if (valuesOf(block, elementAt(block, -1), entered).join(QString()).isEmpty())
            empty << textOf(block, "block_id");
    }
    return empty;
}

QJsonObject elementAt(const QJsonObject& block, int element)
{
    if (element >= 0)
        return block.value(QStringLiteral("elements")).toArray().at(element).toObject();
    const QString name = isInput(block) ? QStringLiteral("element") : QStringLiteral("accessory");
    return block.value(name).toObject();
}

std::optional<QJsonObject> actionOf(const QJsonObject& block, const QJsonObject& element, const QStringList& values,
                                    const QString& actionTs)
{
    if (textOf(element, "action_id").isEmpty())
        return std::nullopt;
    QJsonObject action{{QStringLiteral("type"), element.value(QStringLiteral("type"))},
                       {QStringLiteral("block_id"), block.value(QStringLiteral("block_id"))},
                       {QStringLiteral("action_id"), element.value(QStringLiteral("action_id"))},
                       {QStringLiteral("action_ts"), actionTs}};
    if (textOf(element, "type") == QStringLiteral("button")) {
        for (const char* name : {"text", "value", "style"})
            if (element.contains(QLatin1String(name)))
                action.insert(QLatin1String(name), element.value(QLatin1String(name)));
        return action;
    }
    const std::optional<QJsonObject> choice = choiceOf(element, values);
    if (!choice)
        return std::nullopt;
    for (auto field = choice->begin(); field != choice->end(); ++field)
        action.insert(field.key(), field.value());
    return action;
}

}  // namespace refrain::sandbox
