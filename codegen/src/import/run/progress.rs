/// Is told how far an import is.
pub trait Progress: Sync {
    /// There are so many documents, and whether some have to be downloaded.
    fn begin(&self, documents: usize, is_remote: bool);

    /// A document is being downloaded: bytes so far, and bytes in all where that is known.
    fn downloaded(&self, document: &str, bytes: u64, of: Option<u64>);

    /// A document is done.
    fn done(&self, document: &str);

    /// All are.
    fn end(&self);
}

/// Nobody wants to know.
#[derive(Clone, Copy, Debug)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: usize, _: bool) {}
    fn downloaded(&self, _: &str, _: u64, _: Option<u64>) {}
    fn done(&self, _: &str) {}
    fn end(&self) {}
}
