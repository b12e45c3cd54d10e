//! The reply's types with serde derive and with miniserde: the same fields as the emitted ones.

/// Declares the types once for each library. Lists are never absent in the replies that are decoded.
macro_rules! types {
    ($module:ident, $about:literal, [$($derive:path),*]) => {
        #[doc = $about]
        pub(crate) mod $module {
            use crate::decode::open::{AlarmStatus, Status, Vendor};

            /// The reply.
            #[derive(Debug, Default, $($derive),*)]
            pub(crate) struct Reply {
                #[serde(rename = "RequestId")]
                pub(crate) request_id: Option<String>,
                #[serde(rename = "Success")]
                pub(crate) success: Option<bool>,
                #[serde(rename = "PageInfo")]
                pub(crate) page_info: Option<PageInfo>,
                #[serde(rename = "Instances")]
                pub(crate) instances: Vec<Instances>,
            }

            /// Where the page stands.
            #[derive(Debug, Default, $($derive),*)]
            pub(crate) struct PageInfo {
                #[serde(rename = "CurrentPage")]
                pub(crate) current_page: Option<i32>,
                #[serde(rename = "PageSize")]
                pub(crate) page_size: Option<i32>,
                #[serde(rename = "TotalCount")]
                pub(crate) total_count: Option<i32>,
                #[serde(rename = "Count")]
                pub(crate) count: Option<i32>,
            }

            /// One instance.
            #[derive(Debug, Default, $($derive),*)]
            pub(crate) struct Instances {
                #[serde(rename = "InstanceId")]
                pub(crate) instance_id: Option<String>,
                #[serde(rename = "InstanceName")]
                pub(crate) instance_name: Option<String>,
                #[serde(rename = "RegionId")]
                pub(crate) region_id: Option<String>,
                #[serde(rename = "Status")]
                pub(crate) status: Option<Status>,
                #[serde(rename = "Vendor")]
                pub(crate) vendor: Option<Vendor>,
                #[serde(rename = "OsName")]
                pub(crate) os_name: Option<String>,
                #[serde(rename = "InternetIp")]
                pub(crate) internet_ip: Option<String>,
                #[serde(rename = "IntranetIp")]
                pub(crate) intranet_ip: Option<String>,
                #[serde(rename = "Cores")]
                pub(crate) cores: Option<i32>,
                #[serde(rename = "Memory")]
                pub(crate) memory: Option<i64>,
                #[serde(rename = "VulCount")]
                pub(crate) vul_count: Option<i32>,
                #[serde(rename = "IsBind")]
                pub(crate) is_bind: Option<bool>,
                #[serde(rename = "AlarmStatus")]
                pub(crate) alarm_status: Option<AlarmStatus>,
                #[serde(rename = "CreatedTime")]
                pub(crate) created_time: Option<i64>,
                #[serde(rename = "Tags")]
                pub(crate) tags: Vec<Tags>,
            }

            /// One tag.
            #[derive(Debug, Default, $($derive),*)]
            pub(crate) struct Tags {
                #[serde(rename = "TagKey")]
                pub(crate) tag_key: Option<String>,
                #[serde(rename = "TagValue")]
                pub(crate) tag_value: Option<String>,
            }
        }
    };
}

types!(for_serde, "For serde and serde_json.", [serde::Serialize, serde::Deserialize]);
types!(for_miniserde, "For miniserde.", [miniserde::Deserialize]);
