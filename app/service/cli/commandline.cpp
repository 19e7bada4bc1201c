#include "service/cli/commandline.h"

#include <QCommandLineParser>

namespace refrain::service {
namespace {

/// One form of the command line: its words, the options it takes beside --config, and its operand.
struct Form {
    Command command;
    QLatin1String words;
    QLatin1String options;
    QLatin1String operand;
    QLatin1String help;
};

const Form forms[] = {
    {Command::Serve, QLatin1String("serve"), QLatin1String("embedded"), QLatin1String(),
     QLatin1String("Run the backend until SIGTERM.")},
    {Command::Migrate, QLatin1String("migrate"), QLatin1String(), QLatin1String(),
     QLatin1String("Bring the database up to this version.")},
    {Command::Backup, QLatin1String("backup"), QLatin1String(), QLatin1String("FILE"),
     QLatin1String("Copy the database to FILE, also while serving.")},
    {Command::Restore, QLatin1String("restore"), QLatin1String(), QLatin1String("FILE"),
     QLatin1String("Put a backup in place of the database.")},
    {Command::Import, QLatin1String("import"), QLatin1String("workspace dry-run"), QLatin1String("FILE"),
     QLatin1String("Read preferences from CSV or JSON Lines.")},
    {Command::Export, QLatin1String("export"), QLatin1String("workspace format"), QLatin1String(),
     QLatin1String("Write all preferences to standard output.")},
    {Command::ApiKeyCreate, QLatin1String("apikey create"), QLatin1String("workspace name role"), QLatin1String(),
     QLatin1String("Make an API key and print it, once.")},
    {Command::ApiKeyList, QLatin1String("apikey list"), QLatin1String(), QLatin1String(),
     QLatin1String("List the API keys.")},
    {Command::ApiKeyRevoke, QLatin1String("apikey revoke"), QLatin1String(), QLatin1String("ID"),
     QLatin1String("End an API key at once.")},
    {Command::AuditVerify, QLatin1String("audit verify"), QLatin1String(), QLatin1String("FILE"),
     QLatin1String("Check an evidence bundle, without network and database.")},
    {Command::CheckConfig, QLatin1String("check-config"), QLatin1String(), QLatin1String(),
     QLatin1String("Check the configuration and say what is at fault.")},
};

QList<QCommandLineOption> commandOptions()
{
    return {
        {QStringLiteral("embedded"), QStringLiteral("Serve a console that started this program.")},
        {QStringLiteral("workspace"), QStringLiteral("The workspace's id."), QStringLiteral("T…")},
        {QStringLiteral("name"), QStringLiteral("What the key is for."), QStringLiteral("N")},
        {QStringLiteral("role"), QStringLiteral("viewer, support, admin, sender or service (the default)."),
         QStringLiteral("ROLE")},
        {QStringLiteral("dry-run"), QStringLiteral("Say what an import would change, and change nothing.")},
        {QStringLiteral("format"), QStringLiteral("csv (the default) or jsonl."), QStringLiteral("FORMAT")},
    };
}

Error unusable(const QString& sentence)
{
    return Error::invalid(sentence + QStringLiteral(" Try: refraind --help"));
}

/// What a command cannot do without, operands aside.
bool isNeeded(const Form& form, const QString& option)
{
    return form.command == Command::ApiKeyCreate && option != QLatin1String("role");
}

const Form* findForm(const QStringList& positional)
{
    for (const Form& form : forms) {
        const QStringList words = QString(form.words).split(QLatin1Char(' '));
        if (positional.mid(0, words.size()) == words)
            return &form;
    }
    return nullptr;
}

/// The forms that begin with a word: `apikey` has three.
QList<const Form*> formsOf(const QString& word)
{
    QList<const Form*> found;
    for (const Form& form : forms) {
        if (QString(form.words).section(QLatin1Char(' '), 0, 0) == word)
            found << &form;
    }
    return found;
}

/// Why these words are no command.
Error noCommand(const QStringList& positional)
{
    if (positional.isEmpty())
        return unusable(QStringLiteral("A command is missing."));
    QStringList verbs;
    for (const Form* form : formsOf(positional.first()))
        verbs << QString(form->words).section(QLatin1Char(' '), 1);
    if (verbs.isEmpty())
        return unusable(QStringLiteral("There is no command \"%1\".").arg(positional.first()));
    return Error::invalid(QStringLiteral("%1 needs to be told what to do: %2. Try: refraind %1 --help")
                              .arg(positional.first(), verbs.join(QStringLiteral(", "))));
}

/// The operands after the command's words: exactly as many as its form has.
Result<QString> operandOf(const Form& form, const QStringList& positional)
{
    const QStringList rest = positional.mid(QString(form.words).count(QLatin1Char(' ')) + 1);
    const qsizetype wanted = form.operand.isEmpty() ? 0 : 1;
    if (rest.size() < wanted)
        return unusable(QStringLiteral("%1 needs %2.").arg(form.words, form.operand));
    if (rest.size() > wanted)
        return unusable(QStringLiteral("%1 takes no argument \"%2\".").arg(form.words, rest.at(wanted)));
    return rest.value(0);
}

Result<> checkOptions(const Form& form, const QCommandLineParser& parser)
{
    const QStringList allowed = QString(form.options).split(QLatin1Char(' '));
    for (const QString& name : parser.optionNames()) {
        if (name != QLatin1String("config") && !allowed.contains(name))
            return unusable(QStringLiteral("%1 takes no option --%2.").arg(form.words, name));
    }
    return {};
}

Result<> checkValues(const Invocation& invocation)
{
    static const QStringList roles{QStringLiteral("viewer"), QStringLiteral("support"), QStringLiteral("admin"),
                                   QStringLiteral("sender"), QStringLiteral("service")};
    if (invocation.command == Command::ApiKeyCreate) {
        if (invocation.workspace.isEmpty())
            return unusable(QStringLiteral("apikey create needs --workspace T…."));
        if (invocation.name.isEmpty())
            return unusable(QStringLiteral("apikey create needs --name N."));
        if (!roles.contains(invocation.role))
            return unusable(QStringLiteral("--role must be one of %1.").arg(roles.join(QStringLiteral(", "))));
    }
    if (invocation.format != QLatin1String("csv") && invocation.format != QLatin1String("jsonl"))
        return unusable(QStringLiteral("--format must be csv or jsonl."));
    return {};
}

Result<Invocation> read(const QCommandLineParser& parser)
{
    const QStringList positional = parser.positionalArguments();
    const Form* form = findForm(positional);
    if (!form)
        return noCommand(positional);
    if (Result<> done = checkOptions(*form, parser); !done)
        return done.error();
    Result<QString> operand = operandOf(*form, positional);
    if (!operand)
        return operand.error();
    Invocation invocation;
    invocation.command = form->command;
    (form->command == Command::ApiKeyRevoke ? invocation.keyId : invocation.file) = *operand;
    invocation.configFile = parser.value(QStringLiteral("config"));
    invocation.embedded = parser.isSet(QStringLiteral("embedded"));
    invocation.dryRun = parser.isSet(QStringLiteral("dry-run"));
    invocation.workspace = parser.value(QStringLiteral("workspace"));
    invocation.name = parser.value(QStringLiteral("name"));
    invocation.role =
        parser.isSet(QStringLiteral("role")) ? parser.value(QStringLiteral("role")) : QStringLiteral("service");
    invocation.format =
        parser.isSet(QStringLiteral("format")) ? parser.value(QStringLiteral("format")) : QStringLiteral("csv");
    if (Result<> done = checkValues(invocation); !done)
        return done.error();
    return invocation;
}

QString inColumns(const QString& left, const QString& right)
{
    return QStringLiteral("  %1 %2\n").arg(left, -20).arg(right);
}

QString inColumns(const QCommandLineOption& option)
{
    const QString value = option.valueName().isEmpty() ? QString() : QLatin1Char(' ') + option.valueName();
    return inColumns(QStringLiteral("--%1%2").arg(option.names().constFirst(), value), option.description());
}

QString configHelp()
{
    return inColumns(QStringLiteral("--config FILE"),
                     QStringLiteral("Configuration; default /etc/refrain/refraind.ini."));
}

QString settingsHelp()
{
    return QStringLiteral(
        "\nEvery setting is a REFRAIN_ variable or a line of the configuration file; see refraind(8).\n");
}

QString overview()
{
    QString text = QStringLiteral(
        "refraind, the backend of Refrain, the opt-out desk for Slack workspaces\n\n"
        "Usage: refraind COMMAND [OPTIONS]\n\nCommands:\n");
    for (const Form& form : forms)
        text += inColumns(QStringLiteral("%1 %2").arg(form.words, form.operand), form.help);
    text += QStringLiteral("\nOptions:\n") + configHelp();
    for (const QCommandLineOption& option : commandOptions())
        text += inColumns(option);
    return text + QStringLiteral("  --help, --version    With a command: about that one.\n") + settingsHelp();
}

QString helpOn(const Form& form)
{
    const QStringList allowed = QString(form.options).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QString usage = QStringLiteral("Usage: refraind %1").arg(form.words);
    QString options;
    for (const QCommandLineOption& option : commandOptions()) {
        const QString name = option.names().constFirst();
        if (!allowed.contains(name))
            continue;
        const QString shown = option.valueName().isEmpty() ? name : name + QLatin1Char(' ') + option.valueName();
        usage += isNeeded(form, name) ? QStringLiteral(" --%1").arg(shown) : QStringLiteral(" [--%1]").arg(shown);
        options += inColumns(option);
    }
    if (!form.operand.isEmpty())
        usage += QLatin1Char(' ') + QString(form.operand);
    return QStringLiteral("%1\n%2\n\nOptions:\n").arg(usage, form.help) + options + configHelp();
}

/// On one command, or on all that begin with this word.
QString helpOn(const QString& topic)
{
    QStringList texts;
    for (const Form& form : forms) {
        const QString words = form.words;
        if (words == topic || words.startsWith(topic + QLatin1Char(' ')))
            texts << helpOn(form);
    }
    return texts.join(QLatin1Char('\n')) + settingsHelp();
}

}  // namespace

Result<Invocation> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("config"), QStringLiteral("Configuration file."), QStringLiteral("FILE")});
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QString()});
    parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, QString()});
    for (const QCommandLineOption& option : commandOptions())
        parser.addOption(option);
    if (!parser.parse(QStringList(QStringLiteral("refraind")) + arguments))
        return unusable(parser.errorText());
    Invocation invocation;
    if (parser.isSet(QStringLiteral("help"))) {
        const QStringList positional = parser.positionalArguments();
        const Form* form = findForm(positional);
        if (!form && !positional.isEmpty() && formsOf(positional.first()).isEmpty())
            return noCommand(positional);
        invocation.topic = form ? QString(form->words) : positional.value(0);
        return invocation;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        invocation.command = Command::Version;
        return invocation;
    }
    return read(parser);
}

QString helpText(const QString& topic)
{
    return topic.isEmpty() ? overview() : helpOn(topic);
}

}  // namespace refrain::service
