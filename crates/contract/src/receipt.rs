//! What a sender keeps as proof that something arrived.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The portal's word that a write was made. A repeated write gets the same receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// A reference that a person can read out: `XXXX-XXXX-XXXX`, letters and digits without
    /// look-alikes.
    pub reference: String,
    /// The portal's time of the write.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
}
