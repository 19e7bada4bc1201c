// May these messages go out? Reads lines of CATEGORY SUBJECT..., asks Refrain, prints SUBJECT deliver|skip RULE.
#include <QCoreApplication>
#include <QEventLoop>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QStringList>
#include <QTextStream>

#include <chrono>
#include <memory>

namespace {

struct Answer {
    QString subject;
    bool deliver = false;
    QString rule;
};

/// Answers for one workspace. Remembers what each category says to do while Refrain cannot be asked.
class Refrain {
public:
    Refrain(const QString& url, const QString& workspace, const QByteArray& key)
        : m_request(QUrl(url + QStringLiteral("/v1/workspaces/") + workspace + QStringLiteral("/decisions")))
    {
        m_request.setRawHeader("Authorization", "Bearer " + key);
        m_request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        m_request.setTransferTimeout(std::chrono::milliseconds(std::chrono::seconds(3)).count());
    }

    /// In the order of `subjects`.
    QList<Answer> decide(const QString& category, const QStringList& subjects)
    {
        const QJsonObject question{{QStringLiteral("category"), category},
                                   {QStringLiteral("subjects"), QJsonArray::fromStringList(subjects)}};
        const std::unique_ptr<QNetworkReply> reply(
            m_network.post(m_request, QJsonDocument(question).toJson(QJsonDocument::Compact)));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();

        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
        QList<Answer> answers;
        if (status == 200 && reply->error() == QNetworkReply::NoError) {
            m_deliverOnFailure[category] = answer.value(QStringLiteral("onFailure")) == QStringLiteral("deliver");
            for (const QJsonValue& item : answer.value(QStringLiteral("items")).toArray())
                answers.append({item[u"subject"].toString(), item[u"decision"] == QStringLiteral("deliver"),
                                item[u"rule"].toString()});
            return answers;
        }
        const bool isSilent = status == 0 || status == 200 || status == 429 || status >= 500;
        if (!isSilent)
            QTextStream(stderr) << answer.value(QStringLiteral("detail")).toString() << '\n';
        for (const QString& subject : subjects)
            answers.append({subject, isSilent && m_deliverOnFailure.value(category),
                            isSilent ? QStringLiteral("on_failure") : QStringLiteral("not_asked")});
        return answers;
    }

private:
    QNetworkAccessManager m_network;
    QNetworkRequest m_request;
    QHash<QString, bool> m_deliverOnFailure;
};

}  // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    Refrain refrain(qEnvironmentVariable("REFRAIN_URL"), qEnvironmentVariable("REFRAIN_WORKSPACE"),
                    qgetenv("REFRAIN_KEY"));
    QTextStream in(stdin);
    QTextStream out(stdout);
    QString line;
    while (in.readLineInto(&line)) {
        QStringList subjects = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const QString category = subjects.takeFirst();
        for (const Answer& answer : refrain.decide(category, subjects))
            out << answer.subject << (answer.deliver ? " deliver " : " skip ") << answer.rule << '\n';
        out.flush();
    }
}
