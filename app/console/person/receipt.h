#pragma once

#include "console/desk/subjectdetail.h"
#include "domain/auditentry.h"
#include "domain/receiptid.h"
#include "domain/signednote.h"

#include <QFuture>
#include <QJsonObject>

#include <utility>

namespace refrain::console {

class BackendCalls;

/// One entry of the audit log as a person is given it, with what proves it. Proven here, never on trust.
struct Receipt {
    ReceiptId id;
    AuditEntry entry;
    bool isErased = false;  ///< The person was erased: what stood there is gone, that it was done is not.
    TreeHash leafHash;
    Checkpoint checkpoint;
    QString auditKey;
    QString fault;         ///< Why it does not prove what it says; empty: it does.
    QJsonObject evidence;  ///< As it came, for `refraind audit verify`.
};

/// Fetches receipts. UI thread.
class Receipts {
public:
    /// REQUIRES: the calls outlive this.
    explicit Receipts(BackendCalls& calls) : m_calls(calls) {}

    /// NotFound where the workspace's log has no entry of that name.
    [[nodiscard]] QFuture<Result<Receipt>> fetch(const ReceiptId& id);

private:
    BackendCalls& m_calls;
};

/// What `GET /receipts/{id}` answered, read and checked: signature, place in the log, and every value shown. Any
/// thread.
[[nodiscard]] Result<Receipt> receiptFromJson(const ReceiptId& id, const QJsonObject& json);

/// Writes what proves it, as it came, for `refraind audit verify`; a file that could not be finished is not left
/// behind.
[[nodiscard]] Result<> writeEvidence(const Receipt& receipt, const QString& path);

/// A receipt in words, for paper and for a ticket.
class ReceiptWords {
    Q_DECLARE_TR_FUNCTIONS(refrain::console::ReceiptWords)
public:
    /// Names as they are known here now; `category`: its title.
    struct Names {
        QString workspace;
        QString subject;
        QString category;
    };
    using Line = std::pair<QString, QString>;  ///< What it is, what it says.

    ReceiptWords(const Receipt& receipt, Names names, const Wording& wording)
        : m_receipt(receipt), m_names(std::move(names)), m_wording(wording)
    {
    }

    /// "Reminders: off for Bea Bobson"
    [[nodiscard]] QString headline() const;
    [[nodiscard]] std::vector<Line> lines() const;
    /// Where it lies in the log, by numbers and hashes.
    [[nodiscard]] std::vector<Line> proof() const;
    [[nodiscard]] QStringList howToVerify() const;
    /// All of it as plain text, lines of 78 letters at most where hashes let it.
    [[nodiscard]] QString text() const;

private:
    [[nodiscard]] QString stateOf(const QJsonObject& preference) const;

    const Receipt& m_receipt;
    Names m_names;
    const Wording& m_wording;
};

}  // namespace refrain::console
