use super::{Example, Explanation};
use crate::diagnostics::codes;

/// The product of the examples, called by paths.
const PRODUCT_FILE: &str = "demo/2024-01-01/product.yaml";
const ROA: &[(&str, &str)] = &[(PRODUCT_FILE, "style: ROA\n")];

/// An operation that tells how far another one is.
const TASK: &[(&str, &str)] = &[(
    "demo/2024-01-01/get_task.yaml",
    "name: GetTask\nparameters:\n  - name: Id\n    type: string\n    position: query\n    required: true\nreply:\n  fields:\n    \
     - name: State\n      type: string\n",
)];

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: codes::PATH_MALFORMED,
        text: "A path begins with a slash, or with `{+name}` where a value is the whole path. Placeholders are names between braces, each brace \
               with its partner. Behind `?` stand constants only, and no character that an address cannot hold.",
        wrong: Example::operation("path: things/list\n").beside(ROA),
        right: Example::operation("path: /things/list\n").beside(ROA),
    },
    Explanation {
        code: codes::PATH_AGAINST_STYLE,
        text: "Operations of an RPC product are called by their names, so they have no `path`; those of a ROA product are called by their paths, \
               so each needs one. Correct the operation or the `style` in `product.yaml`. In a product of style `V3` both are possible.",
        wrong: Example::operation("path: /things\n"),
        right: Example::operation("path: /things\n").beside(ROA),
    },
    Explanation {
        code: codes::PATH_PARTNER,
        text: "Every placeholder of the `path` takes the value of a parameter with `position: path` and the same name, and every such parameter \
               has its placeholder. Here one of the two is missing or misspelt.",
        wrong: Example::operation("path: /things/{Id}\n").beside(ROA),
        right: Example::operation(
            "path: /things/{Id}\nparameters:\n  - name: Id\n    type: string\n    position: path\n    required: true\n",
        )
        .beside(ROA),
    },
    Explanation {
        code: codes::PATH_PARAMETER_OPTIONAL,
        text: "Without a value for each placeholder there is no path and no request, whatever the documentation says. Write `required: true`.",
        wrong: Example::operation(
            "path: /things/{Id}\nparameters:\n  - name: Id\n    type: string\n    position: path\n",
        )
        .beside(ROA),
        right: Example::operation(
            "path: /things/{Id}\nparameters:\n  - name: Id\n    type: string\n    position: path\n    required: true\n",
        )
        .beside(ROA),
    },
    Explanation {
        code: codes::TWO_BODIES,
        text: "A request has one body. It is the parameter with `position: body`, or the form that all parameters with `position: formData` make \
               up together; both at once, or two bodies, cannot be sent.",
        wrong: Example::operation(
            "parameters:\n  - name: Thing\n    type: object\n    position: body\n  - name: Lang\n    type: string\n    position: formData\n",
        ),
        right: Example::operation(
            "parameters:\n  - name: Thing\n    type: object\n    position: body\n  - name: Lang\n    type: string\n    position: query\n",
        ),
    },
    Explanation {
        code: codes::TYPE_AGAINST_POSITION,
        text: "What stands in the path, in front of the host or in a header of the reply is a single value. Bytes (`binary`, `byte`) are a whole \
               body: a parameter with `position: body`, or the root of the reply. Correct the type or the position.",
        wrong: Example::operation("parameters:\n  - name: File\n    type: binary\n    position: query\n"),
        right: Example::operation("parameters:\n  - name: File\n    type: binary\n    position: body\n"),
    },
    Explanation {
        code: codes::HEADER_NAME,
        text: "The name has characters that names of headers cannot have, or it is a header that the client sets itself, such as \
               `Authorization`, `Host`, `Content-Type` or `x-acs-action`.",
        wrong: Example::operation("parameters:\n  - name: Host\n    type: string\n    position: header\n"),
        right: Example::operation("parameters:\n  - name: x-demo-lang\n    type: string\n    position: header\n"),
    },
    Explanation {
        code: codes::STATUS,
        text: "The `status` of a reply is one of success, from 200 to 299. That of an error is a number of three digits; leave it out where the \
               documentation gives none.",
        wrong: Example::operation("errors:\n  - status: 40\n    code: NoThing\n    message: There is no such thing.\n"),
        right: Example::operation("errors:\n  - status: 404\n    code: NoThing\n    message: There is no such thing.\n"),
    },
    Explanation {
        code: codes::PAGINATION,
        text: "Paging goes by a parameter of the request and by parts of the reply, and one of them is not there or cannot be what it is said to \
               be: the number of a page and the size are whole numbers or strings, a token is a string, `items` leads to a list, `total` to a \
               number or a string, `next` to a string, and paging by token needs it.",
        wrong: Example::operation(
            "parameters:\n  - name: Page\n    type: long\n    position: query\nreply:\n  fields:\n    - name: Things\n      type: array\n      \
             items:\n        type: string\npagination:\n  by: page\n  parameter: Page\n  items: Data.Things\n",
        ),
        right: Example::operation(
            "parameters:\n  - name: Page\n    type: long\n    position: query\nreply:\n  fields:\n    - name: Things\n      type: array\n      \
             items:\n        type: string\npagination:\n  by: page\n  parameter: Page\n  items: Things\n",
        ),
    },
    Explanation {
        code: codes::UNKNOWN_OPERATION,
        text: "The operation that tells how far a call is belongs to this product, and none of its files describes it. Correct the name, or add \
               the file. One of another product is written with product and version: `Ecs@2014-05-26:DescribeTasks`. Nothing is said about \
               imported files: their operations may have been chosen one by one.",
        wrong: Example::operation("asynchronous:\n  operation: GetTask\n"),
        right: Example::operation("asynchronous:\n  operation: GetTask\n")
            .beside(&[("demo/2024-01-01/get_task.yaml", "name: GetTask\n")]),
    },
    Explanation {
        code: codes::WAITING,
        text: "To wait for what a call starts, the operation that tells how far it is gets its parameters from the call, and its reply has a \
               status. Here something of that is not there, or says nothing: `from_request` and `from_reply` name parameters of that operation, \
               each with a parameter of this one or a path in its reply, and fill all that are required; `status` leads to a single value in the \
               reply of that operation; `done` lists the values with which the work is done, `failed` those with which it has failed, as far as \
               that reply lists them.",
        wrong: Example::operation(
            "reply:\n  fields:\n    - name: TaskId\n      type: string\nasynchronous:\n  operation: GetTask\n  status: State\n  done: [ready]\n",
        )
        .beside(TASK),
        right: Example::operation(
            "reply:\n  fields:\n    - name: TaskId\n      type: string\nasynchronous:\n  operation: GetTask\n  from_reply:\n    Id: TaskId\n  \
             status: State\n  done: [ready]\n",
        )
        .beside(TASK),
    },
];
