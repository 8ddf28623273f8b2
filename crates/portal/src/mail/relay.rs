//! Which relay takes the portal's mail, and how it is reached: always over TLS, and never without
//! looking at its certificate.

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{
    Certificate, CertificateStore, TlsParameters, TlsParametersBuilder,
};
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// How a relay is reached and what it wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relay {
    /// Where it is.
    pub address: RelayAddress,
    /// How the portal signs in to it, where it wants that.
    pub login: Option<Login>,
    /// A file with the certificates (PEM) that vouch for the relay's own. Without one, the system's
    /// do.
    pub trusted: Option<PathBuf>,
}

/// Where a relay is: `smtps://HOST[:PORT]` (TLS from the start, port 465) or `smtp://HOST[:PORT]`
/// (STARTTLS before anything is said, port 587).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelayAddress {
    /// Its name, which its certificate must bear.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How it is spoken to.
    pub encryption: Encryption,
}

/// When TLS begins. Never not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encryption {
    /// From the start (RFC 8314).
    FromTheStart,
    /// By STARTTLS; without it, nothing is said.
    StartTls,
}

/// How the portal signs in to a relay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login {
    /// As whom.
    pub user: String,
    /// The file whose first line is the password. On a command line everybody could read it.
    pub password: PathBuf,
}

/// What is wrong with what was told of a relay.
#[derive(Debug, thiserror::Error)]
pub enum RelayError {
    /// Not the address of a relay.
    #[error("{0} is not a relay for mail: give smtps://HOST[:PORT] or smtp://HOST[:PORT]")]
    Address(String),
    /// A file that cannot be read.
    #[error("{} cannot be read: {reason}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// Why.
        reason: String,
    },
    /// The certificates are none.
    #[error("{} holds no certificate that can be used: {reason}", file.display())]
    Certificates {
        /// The file.
        file: PathBuf,
        /// Why.
        reason: String,
    },
}

impl FromStr for RelayAddress {
    type Err = RelayError;

    fn from_str(text: &str) -> Result<Self, RelayError> {
        let wrong = || RelayError::Address(text.to_owned());
        let address: axum::http::Uri = text.parse().map_err(|_| wrong())?;
        let (encryption, port) = match address.scheme_str() {
            Some("smtps") => (Encryption::FromTheStart, 465),
            Some("smtp") => (Encryption::StartTls, 587),
            _ => return Err(wrong()),
        };
        let authority = address.authority().ok_or_else(wrong)?;
        // A password has no place in an address, and nothing may follow it.
        if authority.as_str().contains('@') || !matches!(address.path(), "" | "/") {
            return Err(wrong());
        }
        let host = authority.host().trim_start_matches('[').trim_end_matches(']').to_owned();
        if host.is_empty() || address.query().is_some() {
            return Err(wrong());
        }
        Ok(Self { host, port: authority.port_u16().unwrap_or(port), encryption })
    }
}

impl Relay {
    /// What its certificate is held to. Reads the file that vouches for it. Blocks.
    pub(super) fn tls(&self) -> Result<TlsParameters, RelayError> {
        let mut tls = TlsParametersBuilder::new(self.address.host.clone());
        if let Some(file) = &self.trusted {
            let refused = |reason: String| RelayError::Certificates { file: file.clone(), reason };
            let certificate = Certificate::from_pem(read(file)?.as_bytes())
                .map_err(|error| refused(error.to_string()))?;
            if !read(file)?.contains("-----BEGIN CERTIFICATE-----") {
                return Err(refused("it is not PEM".into()));
            }
            tls = tls.certificate_store(CertificateStore::None).add_root_certificate(certificate);
        }
        tls.build().map_err(|error| RelayError::Certificates {
            file: self.trusted.clone().unwrap_or_default(),
            reason: error.to_string(),
        })
    }

    /// User and password, where it wants them. Reads the password's file. Blocks.
    pub(super) fn credentials(&self) -> Result<Option<Credentials>, RelayError> {
        let Some(login) = &self.login else { return Ok(None) };
        let kept = read(&login.password)?;
        let password = kept.lines().next().unwrap_or_default();
        Ok(Some(Credentials::new(login.user.clone(), password.to_owned())))
    }
}

fn read(file: &Path) -> Result<String, RelayError> {
    std::fs::read_to_string(file)
        .map_err(|error| RelayError::File { file: file.to_owned(), reason: error.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relays_are_named_with_the_way_they_encrypt() {
        let read = |text: &str| {
            let address: RelayAddress = text.parse().ok()?;
            Some((address.host, address.port, address.encryption))
        };
        let (start, later) = (Encryption::FromTheStart, Encryption::StartTls);
        assert_eq!(read("smtps://mail.example.org"), Some(("mail.example.org".into(), 465, start)));
        assert_eq!(read("smtp://mail.example.org"), Some(("mail.example.org".into(), 587, later)));
        assert_eq!(read("smtp://[::1]:2525"), Some(("::1".into(), 2525, later)));
        for wrong in [
            "mail.example.org",
            "mail.example.org:25",
            "https://mail.example.org",
            "smtp://user:secret@mail.example.org",
            "smtp://mail.example.org/path",
            "smtp://mail.example.org?tls=none",
            "smtp://",
            "",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
