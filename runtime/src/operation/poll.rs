use std::time::Duration;

/// How to find out whether something that was only started has ended: which operation to ask, what with, and which of
/// its answers mean what.
///
/// ```
/// use alicloud_runtime::operation::Poll;
///
/// const POLL: Poll = Poll::new("DescribeTask", 2_000, 30)
///     .reply_parameters(&[("TaskId", "Task.Id")])
///     .status("Task.Status", &["Success"], &["Failed"]);
/// assert_eq!(POLL.operation(), "DescribeTask");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Poll {
    operation: &'static str,
    interval: Duration,
    attempts: u32,
    from_request: &'static [(&'static str, &'static str)],
    from_reply: &'static [(&'static str, &'static str)],
    status: &'static str,
    done: &'static [&'static str],
    failed: &'static [&'static str],
}

impl Poll {
    /// The operation to ask by its wire name, the time between two questions in milliseconds, and how often to ask
    /// before giving up; zero where one of them is not documented.
    pub const fn new(operation: &'static str, interval: u64, attempts: u32) -> Self {
        Self {
            operation,
            interval: Duration::from_millis(interval),
            attempts,
            from_request: &[],
            from_reply: &[],
            status: "",
            done: &[],
            failed: &[],
        }
    }

    /// Parameters of the asked operation that are taken from the parameters of the starting one: pairs of the one and
    /// the other wire name.
    pub const fn request_parameters(mut self, pairs: &'static [(&'static str, &'static str)]) -> Self {
        self.from_request = pairs;
        self
    }

    /// Parameters of the asked operation that are taken from the reply of the starting one: pairs of a wire name and a
    /// path such as `Task.Id`.
    pub const fn reply_parameters(mut self, pairs: &'static [(&'static str, &'static str)]) -> Self {
        self.from_reply = pairs;
        self
    }

    /// Where the answer has the status, as a path, and which values mean that the work is done or has failed. A list
    /// on the way means all of its items.
    pub const fn status(
        mut self,
        path: &'static str,
        done: &'static [&'static str],
        failed: &'static [&'static str],
    ) -> Self {
        self.status = path;
        self.done = done;
        self.failed = failed;
        self
    }
}

/// The facts, to read.
impl Poll {
    /// Wire name of the operation to ask; one of the same product.
    pub const fn operation(&self) -> &'static str {
        self.operation
    }

    /// Time between two questions.
    pub const fn interval(&self) -> Duration {
        self.interval
    }

    /// How often to ask before giving up; zero where that is not documented.
    pub const fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Parameters of the asked operation, with the parameters of the starting one that they are taken from.
    pub const fn from_request(&self) -> &'static [(&'static str, &'static str)] {
        self.from_request
    }

    /// Parameters of the asked operation, with the places in the reply of the starting one that they are taken from.
    pub const fn from_reply(&self) -> &'static [(&'static str, &'static str)] {
        self.from_reply
    }

    /// Where the answer has the status; empty where that is not known.
    pub const fn status_path(&self) -> &'static str {
        self.status
    }

    /// Statuses with which the work is done.
    pub const fn done(&self) -> &'static [&'static str] {
        self.done
    }

    /// Statuses with which it has failed.
    pub const fn failed(&self) -> &'static [&'static str] {
        self.failed
    }
}
