use std::time::Duration;

/// What the server does after a request. Afterwards it reads the next one on the same connection.
#[derive(Clone, Debug)]
pub enum Step {
    /// Sends these bytes.
    Send(Vec<u8>),
    /// Sends these bytes so many times, or until the client is gone.
    Repeat(Vec<u8>, usize),
    /// Does nothing for a while.
    Wait(Duration),
    /// Does nothing until the client is gone.
    UntilClosed,
    /// Closes the connection in the orderly way.
    Close,
    /// Breaks the connection off: the client meets a reset.
    Reset,
}
