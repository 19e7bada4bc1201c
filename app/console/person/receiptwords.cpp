#include "console/audit/auditwords.h"
#include "console/audit/logpins.h"
#include "console/person/receipt.h"
#include "console/table/statewords.h"

#include <algorithm>

namespace refrain::console {

namespace {

constexpr qsizetype longestLine = 78;

/// Broken at blanks, the lines after the first set in.
QString wrapped(const QString& text, qsizetype indent)
{
    QStringList lines;
    QString line;
    for (const QString& word : text.split(u' ')) {
        if (!line.isEmpty() && indent + line.size() + 1 + word.size() > longestLine) {
            lines << line;
            line.clear();
        }
        line += line.isEmpty() ? word : u' ' + word;
    }
    lines << line;
    return lines.join(u'\n' + QString(indent, u' '));
}

}  // namespace

QString ReceiptWords::stateOf(const QJsonObject& preference) const
{
    const QString state = preference.value(QLatin1String("state")).toString();
    QString words = state == QLatin1String("opted_out")  ? StateWords::off()
                    : state == QLatin1String("opted_in") ? StateWords::on()
                                                         : StateWords::workspaceDefault();
    if (const auto end = fromRfc3339(preference.value(QLatin1String("snoozedUntil")).toString()))
        words += QStringLiteral(", ") + StateWords::snoozedUntil(m_wording.exactTime(*end));
    return words;
}

QString ReceiptWords::headline() const
{
    if (m_receipt.isErased)
        return tr("What stood here was erased");
    if (m_receipt.entry.type != QLatin1String("preference"))
        return tr("Entry %1 of the log").arg(m_receipt.id.index());
    const QString what = m_receipt.entry.category == everyCategory() ? tr("All optional messages") : m_names.category;
    const QString state = stateOf(m_receipt.entry.after);
    return m_receipt.entry.outcome == QLatin1String("accepted")
               ? tr("%1: %2 for %3", "category, state, person").arg(what, state, m_names.subject)
               : tr("Refused: %1: %2 for %3", "category, state, person").arg(what, state, m_names.subject);
}

std::vector<ReceiptWords::Line> ReceiptWords::lines() const
{
    const AuditEntry& entry = m_receipt.entry;
    std::vector<Line> lines;
    const auto add = [&](const QString& label, const QString& value) {
        if (!value.isEmpty())
            lines.emplace_back(label, value);
    };
    add(tr("Receipt"), m_receipt.id.toString());
    add(tr("Workspace"), tr("%1 (%2)", "name, ID").arg(m_names.workspace, entry.workspace.toString()));
    if (!entry.subject.isEmpty())
        add(tr("For"), tr("%1 (%2)", "name, ID").arg(m_names.subject, entry.subject.toString()));
    if (!entry.category.isEmpty() && !entry.after.isEmpty()) {
        add(tr("Choice"), stateOf(entry.after));
        add(tr("Before"), entry.before.isEmpty() ? StateWords::workspaceDefault() : stateOf(entry.before));
    }
    add(tr("When"), tr("%1 (%2)", "time here, time in UTC").arg(m_wording.exactTime(entry.at), toRfc3339(entry.at)));
    if (entry.receivedAt)
        add(tr("Asked for"), m_wording.exactTime(*entry.receivedAt));
    const QString who = entry.actor.kind == ActorKind::System ? tr("Refrain")
                        : entry.actor.name.isEmpty()          ? entry.actor.id
                                                              : entry.actor.name;
    const QString asked = requestedByWords(entry.requestedBy);
    const QString by = tr("%1 %2", "person, way").arg(who, Wording::how(entry.source)).trimmed();
    add(tr("By"), asked.isEmpty() ? by : by + QStringLiteral(", ") + asked);
    add(tr("Reason"), entry.reason.simplified());
    add(tr("Ticket"), entry.ticket.simplified());
    return lines;
}

std::vector<ReceiptWords::Line> ReceiptWords::proof() const
{
    const auto hex = [](const QByteArray& hash) { return QString::fromLatin1(hash.toHex()); };
    return {{tr("Entry"), m_receipt.entry.seq
                              ? tr("%1 of the audit log, change %2").arg(m_receipt.id.index()).arg(*m_receipt.entry.seq)
                              : tr("%1 of the audit log").arg(m_receipt.id.index())},
            {tr("Leaf hash"), hex(m_receipt.leafHash)},
            {tr("Log"), tr("%1 entries").arg(m_receipt.checkpoint.size)},
            {tr("Root hash"), hex(m_receipt.checkpoint.root)},
            {tr("Signed by"), keyFingerprint(m_receipt.auditKey)}};
}

QStringList ReceiptWords::howToVerify() const
{
    return {
        tr("Whoever works at this desk types the receipt's ID into the box at the top of Refrain (Ctrl+K): it shows "
           "the entry, and whether the log still holds it."),
        tr("Whoever does not want to trust this desk asks for the evidence file of this receipt and runs “refraind "
           "audit verify FILE” on it, on any computer and without network. It checks the signature and that the "
           "entry lies in the log; the hashes must be those that stand here.")};
}

QString ReceiptWords::text() const
{
    QStringList out{tr("Refrain: receipt %1").arg(m_receipt.id.toString()), headline(), {}};
    const auto table = [&](const std::vector<Line>& lines) {
        qsizetype wide = 0;
        for (const auto& [label, value] : lines)
            wide = std::max(wide, label.size());
        for (const auto& [label, value] : lines)
            out << (label + u':').leftJustified(wide + 2) + wrapped(value, wide + 2);
    };
    table(lines());
    out << QString();
    table(proof());
    if (!m_receipt.fault.isEmpty())
        out << QString() << wrapped(tr("NOT PROVEN: %1").arg(m_receipt.fault), 0);
    out << QString() << tr("How to verify it:");
    for (const QString& way : howToVerify())
        out << QStringLiteral("- ") + wrapped(way, 2);
    return out.join(u'\n') + u'\n';
}

}  // namespace refrain::console
