use super::{Example, Explanation};
use crate::diagnostics::codes;

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: codes::RAM_ACTION,
        text: "The actions of a product's RAM policies begin with the product's prefix and a colon. This one does not, so a policy written from \
               the documentation would allow something else. Correct the action, or `ram_prefix` in `product.yaml`.",
        wrong: Example::operation(
            "authorization:\n  action: other:GetThing\n  access_level: read\n  resources: []\n",
        ),
        right: Example::operation(
            "authorization:\n  action: demo:GetThing\n  access_level: read\n  resources: []\n",
        ),
    },
    Explanation {
        code: codes::RAM_ACCESS_LEVEL,
        text: "The documentation defines the access levels `read`, `write` and `list`. Some pages use another word all the same. Correct it, or \
               record that the page does so.",
        wrong: Example::operation(
            "authorization:\n  action: demo:GetThing\n  access_level: get\n  resources: []\n",
        ),
        right: Example::operation(
            "authorization:\n  action: demo:GetThing\n  access_level: get\n  resources: []\n  disagrees:\n    - in: values\n      \
             documented: read, write, list\n      observed: get\n",
        ),
    },
    Explanation {
        code: codes::ENDPOINT,
        text: "Requests could not be sent there: a host is not a bare host name in lower case (white space, a scheme, a port or a path is in it), \
               a region is not written with lower-case letters, digits and dashes, or there is no endpoint at all.",
        wrong: Example::product("endpoints:\n  cn-hangzhou: https://demo.example.com/\n"),
        right: Example::product("endpoints:\n  cn-hangzhou: demo.example.com\n"),
    },
    Explanation {
        code: codes::MODULE_CLAIMED_TWICE,
        text: "Each product version becomes a module of the emitted crate. Two of them have the same `module`. Give one another name, for example \
               with its version in it.",
        wrong: Example::file("demo/2025-01-01/product.yaml", "module: demo\n"),
        right: Example::file("demo/2025-01-01/product.yaml", "module: demo_2025\n"),
    },
    Explanation {
        code: codes::UNKNOWN_REGION,
        text: "The region has the form of one, and is none of those that the generator knows. Callers choose a region by its exact name, so a \
               misspelt one is out of their reach. A region that is really new, or that of a private cloud, can be allowed.",
        wrong: Example::product("endpoints:\n  cn-hangzou: demo.example.com\n"),
        right: Example::product("endpoints:\n  cn-hangzhou: demo.example.com\n"),
    },
];
