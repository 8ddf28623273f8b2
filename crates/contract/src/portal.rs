//! The portal's public configuration: what anyone may know before signing in.

use crate::Language;
use serde::{Deserialize, Serialize};

/// Reply of `GET /api/v1/portal`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PortalInfo {
    /// Where people write when they need help.
    pub contact_address: String,
    /// The official page in English.
    pub official_page_en: String,
    /// The official page in French.
    pub official_page_fr: String,
    /// The current version of the declaration's text.
    pub statement_version: String,
    /// Languages in which the portal writes.
    pub languages: Vec<Language>,
    /// The portal's version.
    pub version: String,
}
