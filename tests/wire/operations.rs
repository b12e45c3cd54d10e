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

record! { Done { body: Any = "body" } }

macro_rules! operation {
    ($name:ident = $wire:literal, $product:ident, $method:ident,
     { $($field:ident: $type:ty = $slot:ident $parameter:expr, $member:literal);* $(;)? } $(, . $chain:ident($argument:expr))*) => {
        #[derive(Default)]
        pub(crate) struct $name {
            $(pub(crate) $field: Option<$type>),*
        }

        record! { $name { $($field: $slot = $member),* } }

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
        cluster_id: String = String Parameter::path("ClusterId", Kind::String).required(), "ClusterId";
        nodepool_id: String = String Parameter::path("NodepoolId", Kind::String).required(), "NodepoolId";
    }, .path("/clusters/{ClusterId}/nodepools/{NodepoolId}")
}

operation! {
    DescribeClusterNodes = "DescribeClusterNodes", CS, Get, {
        cluster_id: String = String Parameter::path("ClusterId", Kind::String).required(), "ClusterId";
        page_size: String = String Parameter::query("pageSize", Kind::String), "pageSize";
        nodepool_id: String = String Parameter::query("nodepool_id", Kind::String), "nodepool_id";
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
        instances: List = "instances",
        key_pair: String = "key_pair",
        keep_instance_name: Boolean = "keep_instance_name",
        password: String = "password" as sensitive,
    }
}

operation! {
    AttachInstances = "AttachInstances", CS, Post, {
        cluster_id: String = String Parameter::path("ClusterId", Kind::String).required(), "ClusterId";
        body: AttachBody = Record Parameter::body("body", Kind::Object), "body";
    }, .path("/clusters/{ClusterId}/attach")
}

operation! {
    ObjectProbe = "Probe", CS, Post, {
        body: AttachBody = Record Parameter::body("body", Kind::Object), "body";
    }, .path("/x")
}

operation! {
    TextProbe = "Probe", CS, Post, {
        body: String = String Parameter::body("body", Kind::String), "body";
    }, .path("/x")
}

operation! {
    ByteProbe = "Probe", CS, Post, {
        body: Bytes = Bytes Parameter::body("body", Kind::Byte), "body";
    }, .path("/x")
}

operation! {
    BinaryProbe = "Probe", CS, Post, {
        body: Bytes = Bytes Parameter::body("body", Kind::Binary), "body";
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
        region_id: String = String Parameter::query("RegionId", Kind::String), "RegionId";
    }, .security(&[Security::AccessKey, Security::Bearer])
}

operation! {
    InstallAegisForLingjun = "InstallAegisForLingjun", SAS, Post, {
        uuids: Vec<String> = List Parameter::query("Uuids", Kind::Array).json(), "Uuids";
    }
}

operation! {
    ListPluginForUuid = "ListPluginForUuid", SAS, Post, {
        uuid: String = String Parameter::query("Uuid", Kind::String), "Uuid";
        types: Vec<String> = List Parameter::query("Types", Kind::Array).simple(), "Types";
    }
}

#[derive(Default)]
pub(crate) struct TargetOperation {
    pub(crate) target: Option<String>,
    pub(crate) operation: Option<String>,
}

record! {
    TargetOperation {
        target: String = "Target",
        operation: String = "Operation",
    }
}

operation! {
    AddAssetSelectionCriteria = "AddAssetSelectionCriteria", SAS, Post, {
        selection_key: String = String Parameter::query("SelectionKey", Kind::String), "SelectionKey";
        operations: Vec<TargetOperation> = List Parameter::query("TargetOperationList", Kind::Array), "TargetOperationList";
    }
}

operation! {
    QueryProbe = "Probe", SAS, Post, {
        same: String = String Parameter::query("Same", Kind::String), "Same";
    }
}

operation! {
    HeaderProbe = "Probe", SAS, Post, {
        e: String = String Parameter::query("E", Kind::String), "E";
        same: String = String Parameter::query("Same", Kind::String), "Same";
        g: String = String Parameter::query("G", Kind::String), "G";
        header_e: String = String Parameter::header("x-acs-e", Kind::String), "x-acs-e";
        header_same: String = String Parameter::header("x-acs-same", Kind::String), "x-acs-same";
        header_g: String = String Parameter::header("X-Acs-G", Kind::String), "X-Acs-G";
        header_r: String = String Parameter::header("x-acs-r", Kind::String), "x-acs-r";
    }
}

operation! {
    RecognizeText = "RecognizeText", SAS, Post, {
        url: String = String Parameter::query("Url", Kind::String), "Url";
        body: Bytes = Bytes Parameter::body("body", Kind::Binary), "body";
    }
}

operation! {
    PutProject = "PutProject", CS, Put, {
        project: String = String Parameter::host("project", Kind::String).required(), "project";
        rest: String = String Parameter::path("rest", Kind::String).required(), "rest";
        comment: String = String Parameter::form("comment", Kind::String), "comment";
        labels: Vec<String> = List Parameter::header("x-labels", Kind::Array), "x-labels";
        count: i64 = Long Parameter::header("x-count", Kind::Long), "x-count";
    }, .path("/objects/{+rest}?type=log&flag")
}
