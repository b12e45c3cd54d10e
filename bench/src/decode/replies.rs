//! The replies that are decoded: the same bytes on every run and every machine.

use serde_json::Value;

use super::for_serde::{Instances, PageInfo, Reply, Tags};
use crate::error::Result;

/// In which order the members of an object stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// As in the documentation.
    Documented,
    /// By name: services promise no order.
    ByName,
}

/// Number of instances in a reply of about 2 KB.
pub(crate) const SMALL: usize = 5;

/// Number of instances in a reply of about 1 MB.
pub(crate) const LARGE: usize = 2_550;

/// The reply with this many instances.
pub(crate) fn reply(instances: usize) -> Reply {
    let count = i32::try_from(instances).ok();
    let page_info = PageInfo { current_page: Some(1), page_size: count, total_count: count, count };
    let request_id = Some("0B48AB3C-84FC-424D-A01D-B9270EF46038".to_owned());
    let instances = (0..instances).map(instance).collect();
    Reply { request_id, success: Some(true), page_info: Some(page_info), instances }
}

/// The reply as a service sends it.
///
/// # Errors
///
/// It has no JSON form, which does not happen.
pub(crate) fn json(instances: usize, order: Order) -> Result<Vec<u8>> {
    let reply = reply(instances);
    if order == Order::Documented {
        return Ok(serde_json::to_vec(&reply)?);
    }
    let mut value: Value = serde_json::to_value(&reply)?;
    value.sort_all_objects();
    Ok(serde_json::to_vec(&value)?)
}

fn instance(index: usize) -> Instances {
    let texts = ["web", "order-service", "图片处理", "db \"primary\"", "cache"];
    let systems = ["Alibaba Cloud Linux 3.2104 LTS 64-bit", "Ubuntu 24.04 64-bit", "Windows Server 2022"];
    let regions = ["cn-hangzhou", "cn-shanghai", "ap-southeast-1", "eu-central-1"];
    let states = ["Running", "Running", "Stopped", "Starting", "Pending", "Running", "Stopping"];
    let vendors = [0, 0, 1, 2, 7, 0, 0, 1];
    // Now and then a state that is not documented.
    let status = if index % 50 == 49 { "Releasing" } else { pick(&states, index) };
    let scattered = index.wrapping_mul(0x9e37_79b9) % 0x1_0000;
    let number = |divisor: usize| i32::try_from(scattered % divisor).ok();
    Instances {
        instance_id: Some(format!("i-bp1{scattered:04x}wxdwps{index:06}")),
        instance_name: Some(format!("{}-{index:03}", pick(&texts, index))),
        region_id: Some(pick(&regions, index).to_owned()),
        status: Some(status.into()),
        vendor: Some(pick(&vendors, index).into()),
        os_name: Some(pick(&systems, index).to_owned()),
        // Not every instance has a public address; it is then empty.
        internet_ip: Some(if index % 3 == 1 { String::new() } else { format!("203.0.113.{}", index % 254) }),
        intranet_ip: Some(format!("192.168.{}.{}", scattered % 251, index % 254)),
        cores: number(32),
        memory: number(64).map(|units| i64::from(units) * 1_024),
        vul_count: number(100),
        is_bind: Some(!index.is_multiple_of(4)),
        alarm_status: Some(pick(&["NO", "YES"], index).into()),
        created_time: number(0x1_0000).map(|minutes| 1_607_365_213_000 + i64::from(minutes) * 60_000),
        tags: (0..index % 3).map(|tag| self::tag(index, tag)).collect(),
    }
}

fn tag(instance: usize, index: usize) -> Tags {
    let keys = ["team", "acs:autoscaling:scalingGroupId"];
    Tags { tag_key: Some(pick(&keys, index).to_owned()), tag_value: Some(format!("value-{instance}")) }
}

/// One of these, in turn.
fn pick<T: Copy + Default>(from: &[T], index: usize) -> T {
    from.get(index % from.len().max(1)).copied().unwrap_or_default()
}
