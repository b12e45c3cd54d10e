use super::{Example, Explanation};
use crate::diagnostics::codes;

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: codes::VALUE_NOT_OF_TYPE,
        text: "A default, example, limit or valid value cannot be a value of the type: `abc` is no integer, `yes` no boolean, and 2147483648 too \
               great for an integer, which has 32 bits. Correct the value or the type. Where the documentation itself is wrong about an example \
               or a list of values, record it in `disagrees`.",
        wrong: Example::operation(
            "parameters:\n  - name: PageSize\n    type: integer\n    position: query\n    default: many\n",
        ),
        right: Example::operation(
            "parameters:\n  - name: PageSize\n    type: integer\n    position: query\n    default: \"20\"\n",
        ),
    },
    Explanation {
        code: codes::DUPLICATE_VALUE,
        text: "A list of values, of methods or of allowed codes has an entry twice. Keep one of the two, with both meanings if they differ.",
        wrong: Example::operation("methods: [POST, POST]\n"),
        right: Example::operation("methods: [POST, GET]\n"),
    },
    Explanation {
        code: codes::SAMPLE_NOT_JSON,
        text: "The body of a sample reply is not JSON. Copy it to the letter, as a block literal (`|-`), so that YAML leaves its quotes alone. \
               Nothing is said of samples where the reply is a text or bytes.",
        wrong: Example::operation(
            "samples:\n  - title: Success\n    body: |-\n      {\n        \"RequestId\": \"0B48AB3C\",\n      }\n",
        ),
        right: Example::operation(
            "samples:\n  - title: Success\n    body: |-\n      {\n        \"RequestId\": \"0B48AB3C\"\n      }\n",
        ),
    },
    Explanation {
        code: codes::SAMPLE_MISFIT,
        text: "A sample shows a field that the reply does not describe, another JSON type than the described one, or a value that is not listed. \
               One of the two is wrong. Correct it; if the documentation really contradicts itself, record that in the `disagrees` of the field or, \
               as a path such as `Data[].Used`, in the `departs` of the sample, and the emitted code accepts both.",
        wrong: Example::operation(
            "reply:\n  fields:\n    - name: Total\n      type: integer\nsamples:\n  - title: Success\n    body: '{\"Total\": \"many\"}'\n",
        ),
        right: Example::operation(
            "reply:\n  fields:\n    - name: Total\n      type: integer\nsamples:\n  - title: Success\n    body: '{\"Total\": 7}'\n",
        ),
    },
    Explanation {
        code: codes::STALE_DISAGREEMENT,
        text: "`disagrees` records that the documentation shows something else than it says, and it does not, or shows something else again. \
               Delete the entry or correct it. The same holds for a path in `departs` at which the sample is as described, and for a \
               `documented` that repeats the value. Entries with `in: text` are about prose and are not looked at.",
        wrong: Example::operation(
            "reply:\n  fields:\n    - name: Total\n      type: integer\n      example: \"7\"\n      disagrees:\n        - in: example\n          \
             documented: integer\n          observed: many\n",
        ),
        right: Example::operation(
            "reply:\n  fields:\n    - name: Total\n      type: integer\n      example: many\n      disagrees:\n        - in: example\n          \
             documented: integer\n          observed: many\n",
        ),
    },
    Explanation {
        code: codes::EXAMPLE_NOT_LISTED,
        text: "The example or the default is not among the listed `values`. Correct one of them; an example that the documentation really gives \
               is recorded in `disagrees`. A default cannot be excused: nobody can check what the service assumes.",
        wrong: Example::operation(
            "parameters:\n  - name: Lang\n    type: string\n    position: query\n    default: de\n    values:\n      - value: zh\n      \
             - value: en\n",
        ),
        right: Example::operation(
            "parameters:\n  - name: Lang\n    type: string\n    position: query\n    default: en\n    values:\n      - value: zh\n      \
             - value: en\n",
        ),
    },
    Explanation {
        code: codes::KEY_DOES_NOT_FIT,
        text: "Some keys go with some types only: `fields` and `type_name` with objects, `items` with arrays and maps, `style` with all three \
               where they stand in a query, a form or (`json` and `simple`) a header, `minimum` and `maximum` with numbers, `min_length`, \
               `max_length` and `pattern` with strings, `min_items` and `max_items` with arrays, `values` with single values and arrays of \
               them, `file_url` with strings and lists of them, `enumeration` only beside `values`, `required` only in a request. And an \
               array or map without `items` says too little.",
        wrong: Example::operation(
            "parameters:\n  - name: Lang\n    type: string\n    position: query\n    style: json\n",
        ),
        right: Example::operation("parameters:\n  - name: Lang\n    type: string\n    position: query\n"),
    },
    Explanation {
        code: codes::REQUIRED_WITH_DEFAULT,
        text: "The parameter has a default and is required. Only one of both matters: a service that assumes something without the parameter does \
               not require it. Callers have to set it as long as `required` stands there. If the documentation really says both, allow it.",
        wrong: Example::operation(
            "parameters:\n  - name: Lang\n    type: string\n    position: query\n    required: true\n    default: zh\n",
        ),
        right: Example::operation(
            "parameters:\n  - name: Lang\n    type: string\n    position: query\n    default: zh\n",
        ),
    },
    Explanation {
        code: codes::LIMITS_REVERSED,
        text: "The least allowed value, length or number of items is above the greatest. Probably the two were exchanged.",
        wrong: Example::operation(
            "parameters:\n  - name: PageSize\n    type: integer\n    position: query\n    constraints:\n      minimum: \"100\"\n      \
             maximum: \"1\"\n",
        ),
        right: Example::operation(
            "parameters:\n  - name: PageSize\n    type: integer\n    position: query\n    constraints:\n      minimum: \"1\"\n      \
             maximum: \"100\"\n",
        ),
    },
    Explanation {
        code: codes::NOT_IN_SAMPLES,
        text: "The reply describes a field, and no sample shows it. Perhaps it is spelled differently, stands elsewhere, or is gone. Nothing is \
               said of an operation without samples, and nothing of the fields inside one that is missing itself or is shown empty. Where the \
               documentation simply leaves the field out of its sample, allow it.",
        wrong: Example::operation(
            "reply:\n  fields:\n    - name: RequestId\n      type: string\n    - name: Total\n      type: integer\nsamples:\n  - \
             title: Success\n    body: '{\"RequestId\": \"0B48AB3C\"}'\n",
        ),
        right: Example::operation(
            "reply:\n  fields:\n    - name: RequestId\n      type: string\n    - name: Total\n      type: integer\nsamples:\n  - \
             title: Success\n    body: '{\"RequestId\": \"0B48AB3C\", \"Total\": 7}'\n",
        ),
    },
    Explanation {
        code: codes::NO_VALUES,
        text: "`values` lists the valid values, and an empty list says that there are none. List them, or leave the key out if every value of the \
               type is valid.",
        wrong: Example::operation(
            "parameters:\n  - name: Lang\n    type: string\n    position: query\n    values: []\n",
        ),
        right: Example::operation(
            "parameters:\n  - name: Lang\n    type: string\n    position: query\n    values:\n      - value: zh\n      - value: en\n",
        ),
    },
    Explanation {
        code: codes::NUMBER_WITHOUT_NAME,
        text: "The value is a number, its meaning is known, and it has no `name`. Its variant would be `Value1`, which says nothing to a reader \
               of code. Give it a name made of its meaning.",
        wrong: Example::operation(
            "parameters:\n  - name: Level\n    type: integer\n    position: query\n    values:\n      - value: \"1\"\n        \
             meaning: Suspicious\n",
        ),
        right: Example::operation(
            "parameters:\n  - name: Level\n    type: integer\n    position: query\n    values:\n      - value: \"1\"\n        \
             meaning: Suspicious\n        name: Suspicious\n",
        ),
    },
];
