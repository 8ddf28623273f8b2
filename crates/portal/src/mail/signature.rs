//! The portal's signature under its mail (DKIM, RFC 6376), by which a mailbox provider can tell that
//! a mail is from the programme's domain and was not changed. RSA, which every verifier knows (RFC
//! 8301).

use lettre::Message;
use lettre::message::Mailbox;
use lettre::message::dkim::{
    DkimCanonicalization, DkimCanonicalizationType, DkimConfig, DkimSigningAlgorithm,
    DkimSigningKey,
};
use lettre::message::header::HeaderName;
use rsa::RsaPrivateKey;
use rsa::pkcs1::{DecodeRsaPrivateKey, EncodeRsaPrivateKey, LineEnding};
use rsa::pkcs8::DecodePrivateKey;
use rsa::traits::PublicKeyParts;
use std::path::PathBuf;

/// What is signed. Named once more than it occurs, so that nobody can add another one of it and the
/// signature would still hold (RFC 6376, 5.4.2).
const SIGNED: [&str; 10] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Content-Language",
    "Auto-Submitted",
];
/// Never in a mail of ours: signed as missing.
const ABSENT: [&str; 3] = ["Reply-To", "Cc", "Sender"];

/// Shortest key, in bits (RFC 8301, 3.2 asks signers for it).
const KEY_BITS: usize = 2048;

/// With which key mail is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signing {
    /// Under which name the key is published: `SELECTOR._domainkey.DOMAIN`.
    pub selector: String,
    /// The file with the private key: RSA, PEM, PKCS #1 or #8.
    pub key: PathBuf,
}

/// What is wrong with what was told of the signature.
#[derive(Debug, thiserror::Error)]
pub enum SignatureError {
    /// The selector is none.
    #[error("{0} is not a selector of DKIM: letters, digits, hyphens, dots")]
    Selector(String),
    /// The key cannot be read.
    #[error("the key of DKIM in {} cannot be used: {reason}", file.display())]
    Key {
        /// The file.
        file: PathBuf,
        /// Why.
        reason: String,
    },
}

/// Signs mail from one domain.
#[derive(Debug)]
pub struct Signature(DkimConfig);

impl Signature {
    /// Reads the key. Blocks. The domain is that of the sender, so that the signature speaks for the
    /// address that is read (RFC 7489, 3.1).
    ///
    /// # Errors
    /// Where the selector is none, or the key is not RSA or too short.
    pub fn open(signing: &Signing, from: &Mailbox) -> Result<Self, SignatureError> {
        let label = |part: &str| {
            let inner = |c: char| c.is_ascii_alphanumeric() || c == '-';
            !part.is_empty() && part.chars().all(inner) && !part.starts_with('-')
        };
        if !signing.selector.split('.').all(label) {
            return Err(SignatureError::Selector(signing.selector.clone()));
        }
        let key = read_key(signing)
            .map_err(|reason| SignatureError::Key { file: signing.key.clone(), reason })?;
        let names = SIGNED.iter().chain(&SIGNED).chain(&ABSENT);
        let relaxed = DkimCanonicalizationType::Relaxed;
        Ok(Self(DkimConfig::new(
            signing.selector.clone(),
            from.email.domain().to_owned(),
            key,
            names.map(|name| HeaderName::new_from_ascii_str(name)).collect(),
            DkimCanonicalization { header: relaxed, body: relaxed },
        )))
    }

    /// Signs a mail.
    pub(super) fn sign(&self, message: &mut Message) {
        message.sign(&self.0);
    }
}

fn read_key(signing: &Signing) -> Result<DkimSigningKey, String> {
    let text = std::fs::read_to_string(&signing.key).map_err(|error| error.to_string())?;
    let key = RsaPrivateKey::from_pkcs8_pem(&text)
        .or_else(|_| RsaPrivateKey::from_pkcs1_pem(&text))
        .map_err(|_| "it is not an RSA key in PEM, or has a passphrase".to_owned())?;
    let bits = key.n().bits();
    if bits < KEY_BITS {
        return Err(format!("it has {bits} bits; {KEY_BITS} are needed"));
    }
    let pem = key.to_pkcs1_pem(LineEnding::LF).map_err(|error| error.to_string())?;
    DkimSigningKey::new(&pem, DkimSigningAlgorithm::Rsa).map_err(|error| error.to_string())
}
