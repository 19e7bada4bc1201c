#include "service/slackside/datapieces.h"

#include <QJsonArray>

namespace refrain::service {
namespace {

/// Fills one piece after the other.
class Pieces {
public:
    Pieces(qsizetype longest, QJsonDocument::JsonFormat format) : m_longest(longest), m_format(format) {}

    void add(const QString& field, const QJsonValue& value)
    {
        makeRoom(value);
        m_piece.insert(field, value);
    }
    void addItem(const QString& field, const QJsonValue& item)
    {
        makeRoom(item);
        QJsonArray items = m_piece.value(field).toArray();
        items.append(item);
        m_piece.insert(field, items);
    }
    [[nodiscard]] std::vector<QByteArray> done()
    {
        if (!m_piece.isEmpty())
            m_done.push_back(QJsonDocument(m_piece).toJson(m_format));
        return std::move(m_done);
    }

private:
    void makeRoom(const QJsonValue& value)
    {
        const qsizetype size = QJsonDocument(QJsonObject{{QStringLiteral("1"), value}}).toJson(m_format).size();
        if (!m_piece.isEmpty() && m_size + size > m_longest) {
            m_done.push_back(QJsonDocument(m_piece).toJson(m_format));
            m_piece = {};
            m_size = 0;
        }
        m_size += size;
    }

    const qsizetype m_longest;
    const QJsonDocument::JsonFormat m_format;
    QJsonObject m_piece;
    qsizetype m_size = 0;
    std::vector<QByteArray> m_done;
};

}  // namespace

std::vector<QByteArray> piecesOf(const QJsonObject& file, qsizetype longest, QJsonDocument::JsonFormat format)
{
    Pieces pieces(longest, format);
    for (auto field = file.begin(); field != file.end(); ++field) {
        const QJsonArray items = field->toArray();
        if (items.isEmpty()) {
            pieces.add(field.key(), field.value());
            continue;
        }
        for (const QJsonValue& item : items)
            pieces.addItem(field.key(), item);
    }
    return pieces.done();
}

}  // namespace refrain::service
