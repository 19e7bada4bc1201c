#pragma once

#include "net/transport.h"
#include "wire/problem.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace refrain::test {

inline net::HttpReply json(int status, const QJsonObject& object)
{
    return {status, {}, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

inline net::HttpReply problem(wire::ProblemCode code, const QString& detail, const QJsonObject& current = {})
{
    wire::Problem made{code, detail, {}, current};
    return json(wire::statusOf(code), wire::toJson(made));
}

}  // namespace refrain::test
