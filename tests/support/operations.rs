//! Operations written by hand, for parameters that the generated ones do not have.

use alicloud_runtime::operation::{
    Descriptor, Effect, Kind, Method, Operation, Parameter, Product, Protocol,
};
use alicloud_runtime::record::{Record, Shape, Slot, SlotMut};
use alicloud_sdk::sas::PRODUCT as SAS;

/// Elastic Compute Service, as far as the published example of the signature needs it.
pub static ECS: Product =
    Product::new("Ecs", "2014-05-26", Protocol::Https, &[("cn-shanghai", "ecs.cn-shanghai.aliyuncs.com")]);

macro_rules! record {
    ($name:ident { $($field:ident: $slot:ident = $wire:literal),+ }) => {
        impl Record for $name {
            fn slot(&self, index: usize) -> Slot<'_> {
                let shape = &Shape { name: stringify!($name), fields: &[$($wire),+], sensitive: &[] };
                [$(Slot::$slot(&self.$field)),+].get(index).copied().unwrap_or(Slot::Shape(shape))
            }

            fn slot_mut(&mut self, index: usize) -> SlotMut<'_> {
                [$(SlotMut::$slot(&mut self.$field)),+].into_iter().nth(index).unwrap_or(SlotMut::Absent)
            }
        }
    };
}

macro_rules! operation {
    ($(#[$doc:meta])* $name:ident, $method:ident, $product:ident,
     $($field:ident: $type:ty = $slot:ident in $position:ident $wire:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Default)]
        pub struct $name {
            $(#[doc = concat!("`", $wire, "`.")] pub $field: Option<$type>),+
        }

        record!($name { $($field: $slot = $wire),+ });

        impl Operation for $name {
            type Reply = Done;
            const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
                stringify!($name),
                &$product,
                Method::$method,
                Effect::Write,
                &[$(Parameter::$position($wire, Kind::$slot)),+],
            );
        }
    };
}

/// The reply of all operations here.
#[derive(Default)]
pub struct Done {
    /// `RequestId`.
    pub request_id: Option<String>,
}

record!(Done { request_id: String = "RequestId" });

operation! {
    /// The operation of the published example.
    RunInstances, Post, ECS,
    region_id: String = String in query "RegionId",
    image_id: String = String in query "ImageId",
}

operation! {
    /// Two parameters of the query; no such operation exists.
    Probe, Post, SAS,
    v: String = String in query "V",
    reserved: String = String in query "Reserved",
}

operation! {
    /// Parameters in the query and in a form.
    ModifyImageRegistry, Post, SAS,
    user_name: String = String in form "UserName",
    password: String = String in form "Password",
    id: i64 = Long in form "Id",
    port: i32 = Integer in query "Port",
    domain_name: String = String in query "DomainName",
}

operation! {
    /// A parameter in a form.
    GetCanTrySas, Post, SAS,
    lang: String = String in form "Lang",
}

operation! {
    /// A call with GET, whose form parameters travel in the query.
    ListCheckItems, Get, SAS,
    page_size: i32 = Integer in form "PageSize",
    lang: String = String in query "Lang",
}
