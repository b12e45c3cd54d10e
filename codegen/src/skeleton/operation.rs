use super::record::{self, Snippet};
use crate::format::scalar;
use crate::schema::FileKind;
use crate::spec::layout::Shape;

/// Facts about the product that the skeleton of an operation shows.
pub(super) struct About<'a> {
    pub(super) code: &'a str,
    pub(super) version: &'a str,
    pub(super) title: &'a str,
    pub(super) ram_prefix: &'a str,
    /// Whether operations need a path.
    pub(super) has_path: bool,
}

/// How names of operations begin that change nothing.
const READING: &[&str] = &["Get", "List", "Describe", "Query", "Search", "Check", "Count", "Is"];

/// The file of an operation, not yet in canonical form.
pub(super) fn text(name: &str, about: &About<'_>) -> String {
    let modeline = FileKind::Operation.modeline();
    let head = format!(
        "{modeline}\n# Copy names, types, values, examples and messages to the letter; explain in your own words.\n"
    );
    match FileKind::Operation.shape() {
        Shape::Record(record) => head + &record::write(record, |key| snippet(key, name, about)),
        _ => head,
    }
}

fn snippet(key: &str, name: &str, about: &About<'_>) -> Snippet {
    let About { code, version, title, ram_prefix, has_path } = about;
    match key {
        "name" => Snippet::given(format!("name: {}", scalar(name))),
        "summary" => Snippet::given("summary: TODO one sentence that says what the operation does."),
        "description" => Snippet::example("description: >-\n  What the summary leaves out."),
        "kind" => {
            let reads = READING.iter().any(|prefix| name.starts_with(prefix));
            Snippet::given(if reads { "kind: read" } else { "kind: write" })
        }
        "methods" => Snippet::given("methods:\n  - POST"),
        "path" if *has_path => Snippet::given("path: /TODO"),
        "path" => Snippet::example("path: /instances/list"),
        "security" => Snippet::example("security:\n  - AK\n  - BearerToken"),
        "streams" => Snippet::example("streams: true"),
        "authorization" => Snippet::given("authorization: none disclosed").or(format!(
            "authorization:\n  action: {}\n  access_level: read\n  resources:\n    - type: All Resources\n      name: \"*\"\n      mandatory: true",
            scalar(&format!("{ram_prefix}:{name}"))
        )),
        "parameters" => Snippet::given("parameters: []").or(PARAMETERS),
        "reply" => Snippet::given(REPLY).or(PAGE),
        "pagination" => Snippet::example(PAGINATION),
        "asynchronous" => Snippet::example(ASYNCHRONOUS),
        "samples" => Snippet::given(SAMPLES).or(PAGE_SAMPLE),
        "errors" => Snippet::example(
            "errors:\n  - status: 403\n    code: NoPermission\n    message: caller has no permission\n    description: The caller lacks the permission for this operation.",
        ),
        "sources" => {
            let title = scalar(&format!("{title}: {name}"));
            Snippet::given(format!(
                "sources:\n  - title: {title}\n    url: https://api.alibabacloud.com/document/{code}/{version}/{name}\n    supplies:\n      - everything else"
            ))
        }
        "history" => Snippet::given("history: []")
            .or("history:\n  - date: \"2024-05-20\"\n    summary: The parameter `Lang` was added."),
        "deprecated" => Snippet::example(format!("deprecated: Use `{name}V2`.")),
        "allow" => Snippet::example(ALLOW),
        _ => Snippet::default(),
    }
}

/// Of any file.
pub(super) const ALLOW: &str = "allow:\n  - code: W0410\n    reason: Why it is no problem here.";

const PARAMETERS: &str = "\
parameters:
  - name: Lang
    type: string
    position: query
    required: false
    default: zh
    example: zh
    values:
      - value: zh
        meaning: Chinese
      - value: en
        meaning: English
    description: Language of the reply.
  - name: InstanceIds
    type: array
    position: query
    description: IDs of instances.
    items:
      type: string
      example: i-bp1
      description: ID of one instance.
  - name: PageNumber
    type: integer
    position: query
    description: Number of the page, from 1.
  - name: PageSize
    type: integer
    position: query
    description: Number of instances on one page.";

const REPLY: &str = "\
reply:
  fields:
    - name: RequestId
      type: string
      description: ID of the request.";

/// A reply with headers and a list.
const PAGE: &str = "\
reply:
  headers:
    - name: x-request-cost
      type: double
      description: What the call costs.
  fields:
    - name: TotalCount
      type: long
      description: Number of all instances.
    - name: Instances
      type: array
      description: The instances.
      items:
        type: string
        example: i-bp1
        description: ID of one instance.";

const PAGINATION: &str = "\
pagination:
  by: page
  parameter: PageNumber
  size: PageSize
  items: Instances
  total: TotalCount";

const ASYNCHRONOUS: &str = "\
asynchronous:
  operation: Ecs@2014-05-26:DescribeInstanceStatus
  interval: 2000
  attempts: 60
  from_request:
    InstanceId: InstanceIds
  status: InstanceStatuses.InstanceStatus.Status
  done:
    - Running";

const PAGE_SAMPLE: &str = "\
samples:
  - title: Success
    body: |-
      {
        \"TotalCount\": \"2\",
        \"Instances\": [\"i-bp1\", \"i-bp2\"]
      }
    departs:
      - TotalCount";

const SAMPLES: &str = "\
samples:
  - title: Success
    body: |-
      {
        \"RequestId\": \"TODO\"
      }";
