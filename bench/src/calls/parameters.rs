//! What every client sends.

/// The operation that is called.
pub(super) const ACTION: &str = "DescribeInstances";

/// The version of its product.
pub(super) const VERSION: &str = "2026-01-01";

/// Region of the client, and a parameter.
pub(super) const REGION: &str = "cn-hangzhou";

/// A parameter with characters that a query encodes.
pub(super) const CRITERIA: &str =
    r#"[{"name":"riskStatus","value":"YES"},{"name":"osName","value":"Ubuntu 24.04"}]"#;

/// A parameter with listed values.
pub(super) const LANGUAGE: &str = "zh";

/// A parameter.
pub(super) const PAGE_SIZE: i32 = 20;

/// A parameter.
pub(super) const CURRENT_PAGE: i32 = 1;

/// The access key's id, of a key that exists nowhere.
pub(super) const KEY_ID: &str = "LTAI5tMeasuredKeyId001";

/// The access key's secret.
pub(super) const KEY_SECRET: &str = "MeasuredSecret0123456789abcdef";
