use std::time::Duration;

/// How long a document may take, and how large it may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Time to find the host and to connect to it.
    pub connect: Duration,
    /// Time without a sign of life.
    pub silence: Duration,
    /// Time for everything, redirects included.
    pub total: Duration,
    /// Bytes of a document, unpacked.
    pub bytes: u64,
    /// How often a host may point to another address of its own.
    pub redirects: u32,
}

impl Default for Limits {
    /// The largest document known has 4.5 MB.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            silence: Duration::from_secs(30),
            total: Duration::from_secs(300),
            bytes: 64 << 20,
            redirects: 5,
        }
    }
}
