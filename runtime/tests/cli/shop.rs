//! A product with an operation of every sort.

use alicloud_runtime::cli::{self, Program, Texts};
use alicloud_runtime::operation::{
    Body, Descriptor, Effect, Kind, Method, Pagination, Parameter, Product, Protocol, Security,
};

static SHOP: Product = Product::new(
    "Shop",
    "2024-05-01",
    Protocol::Https,
    &[("ap-southeast-1", "shop.ap-southeast-1.example.com"), ("cn-shanghai", "shop.cn-shanghai.example.com")],
);

static PUT_THING: Descriptor = Descriptor::new(
    "PutThing",
    &SHOP,
    Method::Post,
    Effect::Write,
    &[
        Parameter::query("Name", Kind::String).required(),
        Parameter::query("Count", Kind::Integer),
        Parameter::query("Size", Kind::Long),
        Parameter::query("Ratio", Kind::Double),
        Parameter::query("Urgent", Kind::Boolean),
        Parameter::query("Labels", Kind::Map),
        Parameter::query("Owner", Kind::Object).json(),
        Parameter::query("Tags", Kind::Array),
        Parameter::query("Colors", Kind::Array).simple(),
        Parameter::query("Numbers", Kind::Array).json(),
        Parameter::query("Extra", Kind::Any).json(),
        // Named as options of all calls are.
        Parameter::query("region", Kind::String),
        Parameter::query("Password", Kind::String),
        Parameter::query("Image", Kind::Binary),
    ],
);

static LIST_THINGS: Descriptor = Descriptor::new(
    "ListThings",
    &SHOP,
    Method::Post,
    Effect::Read,
    &[Parameter::query("PageNumber", Kind::Integer), Parameter::query("PageSize", Kind::Integer)],
)
.pages(Pagination::pages("PageNumber", "PageSize", "Data.Things", "Data.TotalCount"));

static GET_NOTE: Descriptor =
    Descriptor::new("GetNote", &SHOP, Method::Get, Effect::Read, &[]).reply(Body::Text);
static GET_IMAGE: Descriptor =
    Descriptor::new("GetImage", &SHOP, Method::Get, Effect::Read, &[]).reply(Body::Bytes);
static DELETE_THING: Descriptor =
    Descriptor::new("DeleteThing", &SHOP, Method::Post, Effect::Write, &[]).reply(Body::Empty);
static GET_HOURS: Descriptor = Descriptor::new("GetHours", &SHOP, Method::Get, Effect::Read, &[])
    .path("/hours")
    .security(&[Security::Anonymous]);
static SAVE_THING: Descriptor = Descriptor::new(
    "SaveThing",
    &SHOP,
    Method::Post,
    Effect::Write,
    &[Parameter::form("Text", Kind::String), Parameter::query("ClientToken", Kind::String)],
);

static OPERATIONS: &[&Descriptor] =
    &[&DELETE_THING, &GET_HOURS, &GET_IMAGE, &GET_NOTE, &LIST_THINGS, &PUT_THING, &SAVE_THING];

static PRODUCTS: &[cli::Product] = &[
    cli::Product {
        module: "shop",
        product: &SHOP,
        operations: OPERATIONS,
        help: Texts(include_str!("shop.jsonl")),
    },
    // Without texts, as a program has it that is not generated.
    cli::Product { module: "bare", product: &SHOP, operations: OPERATIONS, help: Texts("") },
];

pub static PROGRAM: Program<'_> = Program { version: "1.2.3", products: PRODUCTS };
