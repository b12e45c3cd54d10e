//! What operations answer with.

use super::{OperationName, Schema};

/// Reply to a call that succeeded.
#[derive(Clone, Debug)]
pub struct SuccessReply {
    /// HTTP status.
    pub status: u16,
    /// What the body holds; none where there is no body.
    pub schema: Option<Schema>,
    /// Headers of meaning, by name.
    pub headers: Vec<(String, Schema)>,
}

/// An error that an operation is known to answer with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ErrorCode {
    /// HTTP status; none where the document gives a number that is none.
    pub status: Option<u16>,
    /// Code, mostly of words and dots; may hold `%s`.
    pub code: String,
    /// Message; may hold `%s`. Never translated: services answer with it.
    pub message: Option<String>,
    /// Documentation.
    pub description: Option<String>,
}

/// A sample reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demo {
    /// Format of the texts.
    pub format: DemoFormat,
    /// Reply to a call that succeeded, as text.
    pub example: Option<String>,
    /// Reply to a call that failed, as text.
    pub error_example: Option<String>,
}

/// Format of a sample reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemoFormat {
    /// JSON, or what claims to be.
    Json,
    /// XML.
    Xml,
}

/// How to wait for the result of an operation that only starts something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asynchronous {
    /// Operation that tells how far it is. May be the operation itself.
    pub poll: OperationName,
    /// Milliseconds between two questions.
    pub interval: Option<u64>,
    /// How often to ask before giving up.
    pub attempts: Option<u64>,
}

/// An action that a caller needs permission for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RamAction {
    /// Action, for example `log:CreateProject`.
    pub action: String,
    /// What the action does: `get`, `list`, `create`, `update`, `delete`, `none`.
    pub operation_type: Option<String>,
    /// Level it is granted at, for example `resource`.
    pub level: Option<String>,
    /// Types of resources with their names in the syntax of policies.
    pub resources: Vec<RamResource>,
    /// Condition keys of the action.
    pub conditions: Vec<String>,
}

/// A kind of resources that an action works on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RamResource {
    /// Type, for example `Project`.
    pub resource_type: Option<String>,
    /// Name in the syntax of policies, for example `acs:log:{#regionId}:{#accountId}:project/{#ProjectName}`.
    pub arn: String,
}
