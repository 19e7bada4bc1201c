#pragma once

#include "service/sending/message.h"
#include "service/templates/templateprogram.h"
#include "service/usecases/definitiondesk.h"
#include "wire/messagetemplate.h"

namespace refrain::service {

inline constexpr wire::TemplateLimits templateLimits{TemplateProgram::longestSource, TemplateProgram::longestData};

/// What the template yields for the data, held against Slack's limits. Invalid without a pointer: the caller knows
/// whether it was asked about the source or about the data.
[[nodiscard]] Result<Message> render(const TemplateProgram& program, const QString& source, const QJsonObject& data);

/// Templates as definitions: one that does not work with its own sample is not stored.
[[nodiscard]] DefinitionDesk::Rules templateRules(const TemplateProgram& program);

/// Finds templates that may be used, and renders them.
class Templates {
public:
    Templates(const TemplateProgram& program, DefinitionDesk& desk) : m_program(program), m_desk(desk) {}

    /// Invalid at /template where there is none or it is archived, and at /data where it fails with this data.
    [[nodiscard]] Result<Message> render(const WorkspaceId& workspace, const QString& slug, const QJsonObject& data);
    /// The template itself; Invalid at /template.
    [[nodiscard]] Result<wire::MessageTemplate> find(const WorkspaceId& workspace, const QString& slug);

private:
    const TemplateProgram& m_program;
    DefinitionDesk& m_desk;
};

}  // namespace refrain::service
