//! With a module that the build script generated.

mod alicloud {
    include!(concat!(env!("OUT_DIR"), "/alicloud.rs"));
}

mod calls;

fn main() -> alicloud::Result<()> {
    calls::run()
}
