use super::filler::Filler;
use super::manner::Manner;
use super::request;
use crate::operation::Operation;
use crate::record::Record;

/// A value of a generated type, the same for the same seed: a reply to test code with that has to cope with whatever
/// the service may send.
///
/// With the seed 0 nothing is set, with 1 everything is, and the others vary: fields unset, empty and long texts and
/// lists, other scripts and control characters, the largest and the smallest numbers, listed and unlisted values of
/// enumerations, odd keys, types that contain themselves to a depth of five.
///
/// ```
/// # #[derive(Default)]
/// # struct Reply { count: Option<i32> }
/// # alicloud_runtime::record! { Reply { count: Integer = 0: "Count" } }
/// use alicloud_runtime::testing::synthesize;
///
/// for seed in 0..100 {
///     let reply: Reply = synthesize(seed);
///     // The code under test does not panic, whatever comes.
///     let _ = reply.count.unwrap_or_default().checked_add(1);
/// }
/// assert_eq!(synthesize::<Reply>(7), synthesize::<Reply>(7));
/// ```
pub fn synthesize<T: Record + Default>(seed: u64) -> T {
    let mut value = T::default();
    fill(seed, &mut value);
    value
}

/// Not generic, so that it is compiled once.
fn fill(seed: u64, value: &mut dyn Record) {
    match seed {
        0 => {}
        1 => Filler::all(seed).fill(value, Manner::Free),
        seed => Filler::new(seed).fill(value, Manner::Free),
    }
}

/// A request that can be sent, the same for the same seed: required parameters are set, and every other one sometimes.
/// Each value fits its place: what stands in a path is not empty, what is a header is plain text.
pub fn synthesize_request<R: Operation>(seed: u64) -> R {
    let mut request = R::default();
    request::fill(seed, R::DESCRIPTOR, &mut request);
    request
}
