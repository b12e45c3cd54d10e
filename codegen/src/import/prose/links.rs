/// What the operations are that a text can link to.
pub trait Links {
    /// Whether there is an operation of this name.
    fn is_operation(&self, name: &str) -> bool;
}
