//! From raw specs to the files of a spec folder.
//!
//! [`text`](text()) makes the text of one file. [`plan`](plan()) compares the files of a document with those of a folder and says what
//! is to be done, and [`Plan::apply`] does it. A file that somebody wrote by hand, or edited since it was imported, is left alone.

mod block;
mod digest;
mod existing;
mod folder;
mod only;
mod place;
mod plan;
mod planned;
mod print;
mod shapes;
mod text;

pub use existing::existing;
pub(crate) use folder::CORRECTIONS;
pub use folder::Folder;
pub use only::Only;
pub use place::{Place, Products};
pub use plan::{WriteOptions, plan, plan_in};
pub use planned::{Action, Counts, Kept, Plan, Planned};
pub use text::{SpecFile, text};
