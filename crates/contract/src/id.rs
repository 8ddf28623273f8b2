//! Identifiers: one newtype per thing, so that a person's id is never given where an account's is
//! asked for. All are UUID version 7 (RFC 9562): sortable by creation, unguessable in 74 bits.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// Makes an id from the time in milliseconds since the Unix epoch and ten random
            /// bytes. The caller owns the clock and the randomness.
            #[must_use]
            pub fn new(unix_ms: u64, random: [u8; 10]) -> Self {
                Self(uuid::Builder::from_unix_timestamp_millis(unix_ms, &random).into_uuid())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// The people on one approved application.
    HouseholdId;
    /// One person of a household.
    PersonId;
    /// A sign-in of one person.
    AccountId;
    /// A photo that was submitted for review.
    PhotoId;
    /// Bytes of a photo that were sent but not yet submitted. Chosen by the sender.
    UploadId;
    /// A session, as its holder sees it in the list of devices. Never its token.
    SessionId;
    /// A message between applicant and officers.
    MessageId;
    /// Names one write for good: the same key with the same body is the same write
    /// (the `Idempotency-Key` header). Chosen by the sender.
    IdempotencyKey;
}

/// The people in the order in which they were named, each once.
pub(crate) fn each_once(people: &[PersonId]) -> Vec<PersonId> {
    let mut once: Vec<PersonId> = Vec::with_capacity(people.len());
    for person in people {
        if !once.contains(person) {
            once.push(*person);
        }
    }
    once
}
