//! One number for all values of a reply, whatever decoded it.

use super::emitted::fleet::describe_instances as emitted;
use super::{for_miniserde, for_serde};

/// A running checksum over values and where one ends (FNV-1a).
pub(super) struct Sum(u64);

impl Sum {
    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes.iter().chain(&[0xff]) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn text(&mut self, text: Option<&str>) {
        self.bytes(text.map_or(&[0xfe], str::as_bytes));
    }

    fn number(&mut self, number: Option<i64>) {
        self.bytes(&number.map_or([0xfe; 8], i64::to_le_bytes));
    }
}

/// A reply with a checksum.
pub(super) trait Checked {
    /// Over every value.
    fn checksum(&self) -> u64;
}

macro_rules! checked {
    ($($types:ident)*) => {$(
        impl Checked for $types::Reply {
            fn checksum(&self) -> u64 {
                let mut sum = Sum(0xcbf2_9ce4_8422_2325);
                sum.text(self.request_id.as_deref());
                sum.number(self.success.map(i64::from));
                if let Some(page) = &self.page_info {
                    for number in [page.current_page, page.page_size, page.total_count, page.count] {
                        sum.number(number.map(i64::from));
                    }
                }
                for instance in &self.instances {
                    let $types::Instances { instance_id, instance_name, region_id, .. } = instance;
                    let $types::Instances { os_name, internet_ip, intranet_ip, .. } = instance;
                    for text in [instance_id, instance_name, region_id, os_name, internet_ip, intranet_ip] {
                        sum.text(text.as_deref());
                    }
                    sum.text(instance.status.as_ref().map(|status| status.as_str()));
                    sum.text(instance.alarm_status.as_ref().map(|status| status.as_str()));
                    sum.number(instance.vendor.as_ref().map(|vendor| vendor.value()));
                    sum.number(instance.cores.map(i64::from));
                    sum.number(instance.memory);
                    sum.number(instance.vul_count.map(i64::from));
                    sum.number(instance.is_bind.map(i64::from));
                    sum.number(instance.created_time);
                    for tag in &instance.tags {
                        sum.text(tag.tag_key.as_deref());
                        sum.text(tag.tag_value.as_deref());
                    }
                    sum.number(i64::try_from(instance.tags.len()).ok());
                }
                sum.0
            }
        }
    )*};
}

checked! { emitted for_serde for_miniserde }
