//! The client's head, without a window: what an applicant can do, as methods of [`Applicant`],
//! over a portal, a store on the device and the system's secrets.
//!
//! - [`Applicant`] has one method per use case; the shell offers each as a command.
//! - [`PortalClient`] speaks HTTP to the portal and turns every answer, also those that are not
//!   the portal's, into a reply or a [`contract::Problem`].
//! - [`Store`] keeps drafts, picked pictures, what waits to be sent and the last board, sealed, in SQLite.
//!
//! Nothing here draws, opens a dialog or reads a file of the user's: the picked picture comes in
//! as bytes. A write to a household is sent under a key that is on disk before the first byte goes
//! out, so that a repeated send is the same write.

mod app;
mod client;
mod news;
mod outbox;
mod ports;
mod refreshing;
mod store;

pub use app::{Applicant, Setting, Stage};
pub use client::PortalClient;
pub use ports::{Clock, MemorySecrets, SecretError, Secrets, SystemClock};
pub use store::Store;
