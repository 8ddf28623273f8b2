//! Sealing of what a hash cannot stand for: secrets of authenticator apps. XChaCha20-Poly1305 with a
//! key of its own in a file beside the database, so that whoever comes by the database alone, or by a
//! copy of it, makes no codes. Never makes a key anew where something is sealed already.

use super::pool::connect;
use crate::secret;
use crate::store::{StoreError, Stored};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

const KEY: usize = 32;
const NONCE: usize = 24;

/// Where secrets are kept, each by its account.
const TABLES: [&str; 2] = ["factors", "factors_begun"];

/// How long a secret is that an older portal kept as it was.
const AS_IT_WAS: usize = crate::rules::factor::SECRET_BYTES;

/// Seals and opens.
pub(super) struct Seal(XChaCha20Poly1305);

impl Seal {
    /// The seal whose key lies beside a database that is there. The first time it is made; what an
    /// older portal kept as it was is sealed. Blocks.
    pub(super) fn beside(database: &Path) -> Stored<Self> {
        let place = database.with_extension("key");
        let mut connection = connect(database)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let sealed = any_sealed(&transaction)?;
        let key = match read(&place)? {
            Some(key) => key,
            None if sealed.is_some() => {
                let place = place.display();
                let why = format!("{place} is missing: take it from the backup of this database");
                return Err(StoreError::Failed(why));
            }
            None => make(&place)?,
        };
        let seal = Self(XChaCha20Poly1305::new(&key.into()));
        if let Some((account, sealed)) = sealed {
            seal.open(&account, &sealed).map_err(|_| {
                let place = place.display();
                StoreError::Failed(format!("{place} is the key of another database"))
            })?;
        }
        seal.seal_older(&transaction)?;
        transaction.commit()?;
        Ok(seal)
    }

    /// Seals a secret of an account, by its id: nonce, then ciphertext and tag.
    pub(super) fn seal(&self, account: &str, plain: &[u8]) -> Stored<Vec<u8>> {
        let nonce: [u8; NONCE] = secret::random().map_err(failed)?;
        let payload = Payload { msg: plain, aad: account.as_bytes() };
        let sealed = self.0.encrypt(&XNonce::from(nonce), payload).map_err(failed)?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// Opens what was sealed for an account.
    pub(super) fn open(&self, account: &str, sealed: &[u8]) -> Stored<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or_else(unreadable)?;
        let payload = Payload { msg: sealed, aad: account.as_bytes() };
        self.0.decrypt(&XNonce::from(*nonce), payload).map_err(|_| unreadable())
    }

    fn seal_older(&self, db: &Connection) -> Stored<()> {
        for table in TABLES {
            let older: Vec<(String, Vec<u8>)> = db
                .prepare(&format!(
                    "SELECT account, secret FROM {table} WHERE length(secret) = {AS_IT_WAS}"
                ))?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<rusqlite::Result<_>>()?;
            for (account, plain) in older {
                let sealed = self.seal(&account, &plain)?;
                let update = format!("UPDATE {table} SET secret = ?2 WHERE account = ?1");
                db.execute(&update, params![account, sealed])?;
            }
        }
        Ok(())
    }
}

/// Something that is sealed, with its account.
fn any_sealed(db: &Connection) -> Stored<Option<(String, Vec<u8>)>> {
    for table in TABLES {
        let query = format!(
            "SELECT account, secret FROM {table} WHERE length(secret) <> {AS_IT_WAS} LIMIT 1"
        );
        let found = db.query_row(&query, [], |row| Ok((row.get(0)?, row.get(1)?)));
        if let Some(found) = found.optional()? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

fn read(place: &Path) -> Stored<Option<[u8; KEY]>> {
    match fs::read(place) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(format!("{}: {error}", place.display()))),
        Ok(bytes) => bytes
            .try_into()
            .map(Some)
            .map_err(|_| failed(format!("{} is no key of {KEY} bytes", place.display()))),
    }
}

/// Makes the key, whole or not at all, for its owner only. Where another process was faster, its key
/// is it.
fn make(place: &Path) -> Stored<[u8; KEY]> {
    let bytes: [u8; KEY] = secret::random().map_err(failed)?;
    let faulty = |error: std::io::Error| match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::Full,
        _ => failed(format!("{}: {error}", place.display())),
    };
    let draft = place.with_extension(format!("key-{}", std::process::id()));
    write(&draft, &bytes).map_err(faulty)?;
    let linked = fs::hard_link(&draft, place);
    fs::remove_file(&draft).map_err(faulty)?;
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(faulty(error)),
        _ => {}
    }
    // The name, too, must outlive a power cut: without the key, what it seals is lost.
    #[cfg(unix)]
    keep_name(place).map_err(faulty)?;
    read(place)?.ok_or_else(|| failed(format!("{} is gone again", place.display())))
}

fn write(place: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(place)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(unix)]
fn keep_name(place: &Path) -> std::io::Result<()> {
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty());
    fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

fn failed(reason: impl std::fmt::Display) -> StoreError {
    StoreError::Failed(reason.to_string())
}

fn unreadable() -> StoreError {
    failed("a second factor is not readable with this key")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sqlite::pool::Pool;
    use std::path::PathBuf;

    fn database(folder: &Path, name: &str) -> PathBuf {
        let path = folder.join(name);
        drop(Pool::open(&path).expect("a database"));
        path
    }

    /// A secret of some account; nothing else of it is asked for here.
    fn keep(database: &Path, secret: &[u8]) {
        let db = Connection::open(database).expect("the database");
        db.pragma_update(None, "foreign_keys", "OFF").expect("set");
        let insert =
            "INSERT INTO factors (account, secret, since, last_step) VALUES ('a', ?1, 0, 0)";
        db.execute(insert, [secret]).expect("kept");
    }

    fn kept(database: &Path) -> Vec<u8> {
        let db = Connection::open(database).expect("the database");
        db.query_row("SELECT secret FROM factors", [], |row| row.get(0)).expect("a secret")
    }

    #[test]
    fn what_is_sealed_opens_for_its_account_with_its_key_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let [one, two] = ["one.sqlite", "two.sqlite"].map(|name| database(folder.path(), name));
        let seal = Seal::beside(&one).expect("a seal");
        let sealed = seal.seal("a", b"secret").expect("sealed");
        assert!(!sealed.windows(6).any(|part| part == b"secret"));
        assert_ne!(seal.seal("a", b"secret").expect("sealed"), sealed, "never the same nonce");
        assert_eq!(seal.open("a", &sealed).expect("open"), b"secret");
        assert!(seal.open("b", &sealed).is_err());
        assert!(seal.open("a", &sealed[1..]).is_err() && seal.open("a", b"short").is_err());
        assert!(Seal::beside(&two).expect("another").open("a", &sealed).is_err());
        let again = Seal::beside(&one).expect("the same");
        assert_eq!(again.open("a", &sealed).expect("open"), b"secret");
    }

    #[cfg(unix)]
    #[test]
    fn the_key_is_its_owners_and_nothing_lies_about() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        Seal::beside(&database(folder.path(), "portal.sqlite")).expect("a seal");
        let key = fs::metadata(folder.path().join("portal.key")).expect("the key");
        assert_eq!((key.len(), key.permissions().mode() & 0o777), (32, 0o600));
        let drafts = fs::read_dir(folder.path()).expect("a folder").filter(|entry| {
            let name = entry.as_ref().expect("a file").file_name();
            name.to_string_lossy().contains("key-")
        });
        assert_eq!(drafts.count(), 0);
    }

    #[test]
    fn older_secrets_are_sealed_and_a_lost_key_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = database(folder.path(), "portal.sqlite");
        keep(&path, &[7; AS_IT_WAS]);
        let seal = Seal::beside(&path).expect("a seal");
        assert_eq!(seal.open("a", &kept(&path)).expect("open"), [7; AS_IT_WAS]);
        let sealed = kept(&path);
        Seal::beside(&path).expect("again");
        assert_eq!(kept(&path), sealed, "once");
        let key = folder.path().join("portal.key");
        let told = || Seal::beside(&path).err().expect("a refusal").to_string();
        let bytes = fs::read(&key).expect("the key");
        fs::remove_file(&key).expect("removed");
        assert!(told().contains("portal.key is missing"), "{}", told());
        assert!(!key.exists(), "none is made");
        fs::write(&key, [1; KEY]).expect("another");
        assert!(told().contains("the key of another database"), "{}", told());
        fs::write(&key, b"short").expect("another");
        assert!(told().contains("is no key of 32 bytes"), "{}", told());
        fs::write(&key, bytes).expect("back");
        Seal::beside(&path).expect("a seal");
    }
}
