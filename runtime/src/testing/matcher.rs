use super::Recorded;
use super::typed::Typed;
use crate::operation::Operation;
use std::fmt;
use std::marker::PhantomData;

/// Takes every request of the operation; see [`Script::on`](super::Script::on).
#[derive(Clone, Copy, Debug)]
pub struct Any;

/// Takes the requests for which a closure says so; see [`Script::on`](super::Script::on).
///
/// ```
/// use alicloud_runtime::testing::matching;
///
/// let second_page = matching(|request| request.parameter("PageNumber").as_deref() == Some("2"));
/// # let _ = second_page;
/// ```
pub fn matching(takes: impl Fn(&Recorded) -> bool + Send + Sync + 'static) -> Matching {
    Matching(Box::new(takes))
}

/// Made by [`matching`].
pub struct Matching(Takes);

type Takes = Box<dyn Fn(&Recorded) -> bool + Send + Sync>;

/// Which requests of an operation a rule takes. Made from [`Any`], from [`matching`], or from a request.
///
/// A request with some of its fields set takes the requests that have the same values for these fields on the wire,
/// whatever they have for the others. What is secret may be set as well, and is not shown in errors.
pub struct Matcher<R> {
    pub(super) takes: Takes,
    pub(super) says: String,
    of: PhantomData<fn(R)>,
}

impl<R> Matcher<R> {
    fn new(takes: Takes, says: impl Into<String>) -> Self {
        Self { takes, says: says.into(), of: PhantomData }
    }
}

impl<R: Operation> From<Any> for Matcher<R> {
    fn from(_: Any) -> Self {
        Self::new(Box::new(|_| true), "any request")
    }
}

impl<R: Operation> From<Matching> for Matcher<R> {
    fn from(matching: Matching) -> Self {
        Self::new(matching.0, "what a closure takes")
    }
}

impl<R: Operation> From<R> for Matcher<R> {
    fn from(request: R) -> Self {
        match Typed::new(R::DESCRIPTOR, &request) {
            Ok(typed) => {
                let says = typed.to_string();
                Self::new(Box::new(move |request| typed.takes(request)), says)
            }
            Err(problem) => Self::new(
                Box::new(|_| false),
                format!("nothing, since {problem}, so that no call can send it"),
            ),
        }
    }
}

impl<R> fmt::Debug for Matcher<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Matcher").field("takes", &self.says).finish()
    }
}

impl fmt::Debug for Matching {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Matching").finish_non_exhaustive()
    }
}
