//! Operations as they are written.

use super::record::record;
use super::{Items, Loose, Members, SchemaBox};

record! {
    /// An operation.
    RawApi {
        /// HTTP methods.
        "methods" => methods: Loose<'de>,
        /// Schemes.
        "schemes" => schemes: Loose<'de>,
        /// Alternatives to authenticate.
        "security" => security: Loose<'de>,
        /// Path.
        "path" => path: Loose<'de>,
        /// What it does.
        "operationType" => operation_type: Loose<'de>,
        /// What it does, in other words.
        "systemTags" => tags: RawTags<'de>,
        /// Whether it is deprecated.
        "deprecated" => deprecated: Loose<'de>,
        /// Replacements and polling.
        "staticInfo" => static_info: RawStatic<'de>,
        /// First line of documentation.
        "summary" => summary: Loose<'de>,
        /// Title.
        "title" => title: Loose<'de>,
        /// Documentation.
        "description" => description: Loose<'de>,
        /// Parameters.
        "parameters" => parameters: Items<RawParameter<'de>>,
        /// Replies by status.
        "responses" => responses: Members<'de, RawResponse<'de>>,
        /// Errors by status.
        "errorCodes" => errors: Members<'de, Items<RawError<'de>>>,
        /// Sample replies: a text that holds JSON.
        "responseDemo" => demo: Loose<'de>,
        /// Content types of requests.
        "consumes" => consumes: Loose<'de>,
        /// Content types of replies.
        "produces" => produces: Loose<'de>,
        /// Permissions.
        "ramActions" => ram_actions: Items<RawRam<'de>>,
    }
}

record! {
    /// Tags of an operation.
    RawTags {
        /// What it does.
        "operationType" => operation_type: Loose<'de>,
        /// Whether it is risky.
        "riskType" => risk: Loose<'de>,
        /// Whether it costs money.
        "chargeType" => charge: Loose<'de>,
    }
}

record! {
    /// Replacements and polling of an operation.
    RawStatic {
        /// Whether the result comes later.
        "returnType" => return_type: Loose<'de>,
        /// Operation to poll.
        "callback" => callback: Loose<'de>,
        /// Milliseconds between two polls.
        "callbackInterval" => interval: Loose<'de>,
        /// Number of polls.
        "maxCallbackTimes" => attempts: Loose<'de>,
        /// Operations to use instead.
        "substitutions" => substitutions: Loose<'de>,
        /// Why there is none.
        "noSubstitutionReason" => no_substitution: Loose<'de>,
    }
}

record! {
    /// A parameter.
    RawParameter {
        /// Name.
        "name" => name: Loose<'de>,
        /// Position.
        "in" => position: Loose<'de>,
        /// Style.
        "style" => style: Loose<'de>,
        /// Type and facts.
        "schema" => schema: SchemaBox<'de>,
    }
}

record! {
    /// A reply.
    RawResponse {
        /// Body.
        "schema" => schema: SchemaBox<'de>,
        /// Headers.
        "headers" => headers: Members<'de, RawHeader<'de>>,
    }
}

record! {
    /// A header of a reply.
    RawHeader {
        /// Type and facts.
        "schema" => schema: SchemaBox<'de>,
    }
}

record! {
    /// An error.
    RawError {
        /// Code.
        "errorCode" => code: Loose<'de>,
        /// Message.
        "errorMessage" => message: Loose<'de>,
        /// Documentation.
        "description" => description: Loose<'de>,
    }
}

record! {
    /// A permission with what it is for.
    RawRam {
        /// What the action does.
        "operationType" => operation_type: Loose<'de>,
        /// The action.
        "ramAction" => action: RawRamAction<'de>,
    }
}

record! {
    /// A permission.
    RawRamAction {
        /// Name.
        "action" => action: Loose<'de>,
        /// Level.
        "authLevel" => level: Loose<'de>,
        /// Conditions.
        "actionConditions" => conditions: Items<RawCondition<'de>>,
        /// Resources.
        "resources" => resources: Items<RawResource<'de>>,
    }
}

record! {
    /// A condition of a permission.
    RawCondition {
        /// Key.
        "conditionKey" => key: Loose<'de>,
    }
}

record! {
    /// A resource of a permission.
    RawResource {
        /// Type.
        "resourceType" => resource_type: Loose<'de>,
        /// Name in the syntax of policies.
        "arn" => arn: Loose<'de>,
    }
}
