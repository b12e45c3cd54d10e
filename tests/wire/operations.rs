//! Operations with a path, a body, headers or other security, written by hand.

use alicloud_runtime::operation::{
    Body, Descriptor, Effect, Kind, Method, Operation, Parameter, Product, Protocol, Security,
};
use alicloud_runtime::record;
use alicloud_runtime::record::{Bytes, Value};
use alicloud_sdk::sas::PRODUCT as SAS;

pub(crate) static CS: Product =
    Product::new("CS", "2015-12-15", Protocol::Https, &[("cn-hangzhou", "cs.cn-hangzhou.aliyuncs.com")]);

#[derive(Default)]
pub(crate) struct Done {
    pub(crate) body: Option<Value>,
}

record! { Done { body: Any = 0: "body" } }

macro_rules! operation {
    ($name:ident = $wire:literal, $product:ident, $method:ident,
     { $($field:ident: $type:ty = $slot:ident $parameter:expr, $index:literal: $member:literal);* $(;)? } $(, . $chain:ident($argument:expr))*) => {
        #[derive(Default)]
        pub(crate) struct $name {
            $(pub(crate) $field: Option<$type>),*
        }

        record! { $name { $($field: $slot = $index: $member),* } }

        impl Operation for $name {
            type Reply = Done;
            const DESCRIPTOR: &'static Descriptor =
                &Descriptor::new($wire, &$product, Method::$method, Effect::Write, &[$($parameter),*])
                    .reply(Body::Payload)
                    $(.$chain($argument))*;
        }
    };
}

operation! {
    DescribeClusterNodePoolDetail = "DescribeClusterNodePoolDetail", CS, Get, {
        cluster_id: String = String Parameter::path("ClusterId", Kind::String).required(), 0: "ClusterId";
        nodepool_id: String = String Parameter::path("NodepoolId", Kind::String).required(), 1: "NodepoolId";
    }, .path("/clusters/{ClusterId}/nodepools/{NodepoolId}")
}

operation! {
    DescribeClusterNodes = "DescribeClusterNodes", CS, Get, {
        cluster_id: String = String Parameter::path("ClusterId", Kind::String).required(), 0: "ClusterId";
        page_size: String = String Parameter::query("pageSize", Kind::String), 1: "pageSize";
        nodepool_id: String = String Parameter::query("nodepool_id", Kind::String), 2: "nodepool_id";
    }, .path("/clusters/{ClusterId}/nodes")
}

#[derive(Default)]
pub(crate) struct AttachBody {
    pub(crate) instances: Option<Vec<String>>,
    pub(crate) key_pair: Option<String>,
    pub(crate) keep_instance_name: Option<bool>,
    pub(crate) password: Option<String>,
}

record! {
    AttachBody {
        instances: List = 0: "instances",
        key_pair: String = 1: "key_pair",
        keep_instance_name: Boolean = 2: "keep_instance_name",
        password: String = 3: "password" as sensitive,
    }
}

operation! {
    AttachInstances = "AttachInstances", CS, Post, {
        cluster_id: String = String Parameter::path("ClusterId", Kind::String).required(), 0: "ClusterId";
        body: AttachBody = Record Parameter::body("body", Kind::Object), 1: "body";
    }, .path("/clusters/{ClusterId}/attach")
}

operation! {
    ObjectProbe = "Probe", CS, Post, {
        body: AttachBody = Record Parameter::body("body", Kind::Object), 0: "body";
    }, .path("/x")
}

operation! {
    TextProbe = "Probe", CS, Post, {
        body: String = String Parameter::body("body", Kind::String), 0: "body";
    }, .path("/x")
}

operation! {
    ByteProbe = "Probe", CS, Post, {
        body: Bytes = Bytes Parameter::body("body", Kind::Byte), 0: "body";
    }, .path("/x")
}

operation! {
    BinaryProbe = "Probe", CS, Post, {
        body: Bytes = Bytes Parameter::body("body", Kind::Binary), 0: "body";
    }, .path("/x")
}

operation! {
    OpenProbe = "Probe", CS, Get, {}, .path("/x"), .security(&[Security::Anonymous])
}

operation! {
    TokenProbe = "Probe", CS, Get, {}, .path("/x"), .security(&[Security::AccessKey, Security::Bearer])
}

operation! {
    GetCheckSale = "GetCheckSale", SAS, Post, {
        region_id: String = String Parameter::query("RegionId", Kind::String), 0: "RegionId";
    }, .security(&[Security::AccessKey, Security::Bearer])
}

operation! {
    InstallAegisForLingjun = "InstallAegisForLingjun", SAS, Post, {
        uuids: Vec<String> = List Parameter::query("Uuids", Kind::Array).json(), 0: "Uuids";
    }
}

operation! {
    ListPluginForUuid = "ListPluginForUuid", SAS, Post, {
        uuid: String = String Parameter::query("Uuid", Kind::String), 0: "Uuid";
        types: Vec<String> = List Parameter::query("Types", Kind::Array).simple(), 1: "Types";
    }
}

#[derive(Default)]
pub(crate) struct TargetOperation {
    pub(crate) target: Option<String>,
    pub(crate) operation: Option<String>,
}

record! {
    TargetOperation {
        target: String = 0: "Target",
        operation: String = 1: "Operation",
    }
}

operation! {
    AddAssetSelectionCriteria = "AddAssetSelectionCriteria", SAS, Post, {
        selection_key: String = String Parameter::query("SelectionKey", Kind::String), 0: "SelectionKey";
        operations: Vec<TargetOperation> = List Parameter::query("TargetOperationList", Kind::Array), 1: "TargetOperationList";
    }
}

operation! {
    QueryProbe = "Probe", SAS, Post, {
        same: String = String Parameter::query("Same", Kind::String), 0: "Same";
    }
}

operation! {
    HeaderProbe = "Probe", SAS, Post, {
        e: String = String Parameter::query("E", Kind::String), 0: "E";
        same: String = String Parameter::query("Same", Kind::String), 1: "Same";
        g: String = String Parameter::query("G", Kind::String), 2: "G";
        header_e: String = String Parameter::header("x-acs-e", Kind::String), 3: "x-acs-e";
        header_same: String = String Parameter::header("x-acs-same", Kind::String), 4: "x-acs-same";
        header_g: String = String Parameter::header("X-Acs-G", Kind::String), 5: "X-Acs-G";
        header_r: String = String Parameter::header("x-acs-r", Kind::String), 6: "x-acs-r";
    }
}

operation! {
    RecognizeText = "RecognizeText", SAS, Post, {
        url: String = String Parameter::query("Url", Kind::String), 0: "Url";
        body: Bytes = Bytes Parameter::body("body", Kind::Binary), 1: "body";
    }
}

operation! {
    PutProject = "PutProject", CS, Put, {
        project: String = String Parameter::host("project", Kind::String).required(), 0: "project";
        rest: String = String Parameter::path("rest", Kind::String).required(), 1: "rest";
        comment: String = String Parameter::form("comment", Kind::String), 2: "comment";
        labels: Vec<String> = List Parameter::header("x-labels", Kind::Array), 3: "x-labels";
        count: i64 = Long Parameter::header("x-count", Kind::Long), 4: "x-count";
    }, .path("/objects/{+rest}?type=log&flag")
}
