//! With a crate that the command line generated.

use ferry_client as alicloud;

mod calls;

fn main() -> alicloud::Result<()> {
    calls::run()
}
