//! The portal's public configuration: what anyone may know before signing in.

use crate::Language;
use serde::{Deserialize, Serialize};

/// The header by which a page of the browser edition names itself, with [`BROWSER`] as its value.
/// A page of another site cannot send it without the portal's leave, which is never given.
pub const CLIENT_HEADER: &str = "landed-client";

/// The value of [`CLIENT_HEADER`] in the browser edition.
pub const BROWSER: &str = "browser";

/// The header by which a page of the browser edition says whose session it takes the cookie for: an
/// account's id. Where somebody else has signed in meanwhile in another tab, the request is nobody's.
pub const ACCOUNT_HEADER: &str = "landed-account";

/// The header of a request that nobody asked for just now, such as a refresh by timer. With any
/// value, the request does not count as use of the session.
pub const BACKGROUND_HEADER: &str = "landed-background";

/// The header of a sign-in that shows a device which signed in before: the secret that the portal
/// gave it then. Browsers show a cookie instead.
pub const DEVICE_HEADER: &str = "landed-device";

/// The header that says where in the file a chunk begins, in bytes.
pub const UPLOAD_OFFSET_HEADER: &str = "upload-offset";

/// The header that says how many bytes the whole file has.
pub const UPLOAD_LENGTH_HEADER: &str = "upload-length";

/// The header with the hash of the whole file, `sha-256=:…:` (RFC 9530). `Content-Digest` in the same
/// form is the hash of the chunk.
pub const REPR_DIGEST_HEADER: &str = "repr-digest";

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
