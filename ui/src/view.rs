//! What pages show, worked out in plain functions without a browser: what comes next, what is typed
//! turned into requests, the arc's line.

pub(crate) mod account;
pub(crate) mod answers;
pub(crate) mod arc;
pub(crate) mod card;
pub(crate) mod countdown;
pub(crate) mod difference;
pub(crate) mod facts;
pub(crate) mod findings;
pub(crate) mod framing;
#[cfg(feature = "household")]
pub(crate) mod genuine;
pub(crate) mod head;
pub(crate) mod holding;
pub(crate) mod household;
pub(crate) mod invitation;
pub(crate) mod messages;
pub(crate) mod moment;
#[cfg(feature = "household")]
pub(crate) mod news;
pub(crate) mod notes;
pub(crate) mod numbers;
pub(crate) mod outbox;
pub(crate) mod overlay;
pub(crate) mod standing;
pub(crate) mod strength;
pub(crate) mod summary;
pub(crate) mod timeline;
pub(crate) mod work;
