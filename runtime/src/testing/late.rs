use super::Paused;
use super::arrival::Arrival;
use crate::transport::{Timeouts, TransportError};
use std::time::Duration;

/// Waits until an answer is there that comes after so long, or never.
///
/// # Errors
/// A timeout passed before.
pub(super) async fn arrive(
    clock: &Paused,
    timeouts: Timeouts,
    after: Option<Duration>,
) -> Result<(), TransportError> {
    let limit = [timeouts.read, timeouts.total].into_iter().flatten().min();
    match (after, limit) {
        (Some(Duration::ZERO), _) => Ok(()),
        (Some(after), limit) if limit.is_none_or(|limit| after < limit) => {
            Arrival::new(clock, after).await;
            Ok(())
        }
        (_, Some(limit)) => {
            Arrival::new(clock, limit).await;
            Err(TransportError::timeout(format!("nothing came within {limit:?}")))
        }
        (_, None) => std::future::pending().await,
    }
}
