use crate::credentials::{Credentials, CredentialsProvider};
use crate::error::Error;
use crate::io::Io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The provider that a file asks for. It is made once, and again from the file as it is then when the service has
/// refused what it gave.
#[derive(Debug, Default)]
pub(super) struct Remembered(Mutex<Option<Current>>);

#[derive(Debug)]
struct Current {
    provider: Arc<dyn CredentialsProvider>,
    /// What it gave last.
    given: Option<Credentials>,
}

impl Remembered {
    /// The provider; made with `make` if there is none.
    pub(super) fn provider(
        &self,
        make: impl FnOnce() -> Result<Arc<dyn CredentialsProvider>, Error>,
    ) -> Result<Arc<dyn CredentialsProvider>, Error> {
        let mut current = self.lock();
        if let Some(current) = &*current {
            return Ok(Arc::clone(&current.provider));
        }
        let provider = make()?;
        *current = Some(Current { provider: Arc::clone(&provider), given: None });
        Ok(provider)
    }

    /// The credentials of the provider, named after the file that it comes from.
    pub(super) async fn ask(
        &self,
        provider: Arc<dyn CredentialsProvider>,
        io: &Io,
        name: &str,
    ) -> Result<Credentials, Error> {
        let credentials = provider.credentials(io).await?;
        if let Some(current) = &mut *self.lock()
            && Arc::ptr_eq(&current.provider, &provider)
        {
            current.given = Some(credentials.clone());
        }
        Ok(credentials.within(name))
    }

    /// Lets the provider go if these credentials are what it gave last; others have been replaced already.
    pub(super) fn refuse(&self, refused: &Credentials) {
        let mut current = self.lock();
        let given = current.as_ref().and_then(|current| current.given.as_ref());
        if given.is_some_and(|given| given.has_keys_of(refused)) {
            *current = None;
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Current>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
