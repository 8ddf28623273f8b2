//! Where pictures lie: objects without a name that tells anything, written as they arrive, in
//! bounded memory. An object that nothing in the store needs is swept away.

use crate::secret::Sha;
use axum::body::BodyDataStream;
use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt};
use object_store::local::LocalFileSystem;
use object_store::path::Path as ObjectPath;
use object_store::{ObjectStore, ObjectStoreExt, WriteMultipart};
use sha2::{Digest, Sha256};
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};
use uuid::Uuid;

/// Folder of every picture, inside the object store.
const PICTURES: &str = "pictures";
/// A body over its limit is still read up to this many bytes, unkept, so that the answer reaches a
/// sender who has not finished.
const DRAINED: u64 = 16 * 1024 * 1024;
/// So many bytes of a body are written at a time.
const WRITTEN: usize = 16 * 1024;
/// How long a body may take to arrive: less than a request may take, since what reads it is seen
/// through when the request is given up.
const PATIENCE: Duration = Duration::from_secs(150);
/// Its sender is gone where nothing of it comes for so long. Nobody may send another chunk for the
/// same person until then.
const SILENCE: Duration = Duration::from_secs(30);
/// In the name of a file that is still written, which [`LocalFileSystem`] lists nowhere.
const STAGED: char = '#';

/// Where pictures lie.
#[derive(Clone)]
pub(crate) struct Pictures {
    objects: Arc<dyn ObjectStore>,
}

/// Bytes that arrived.
pub(crate) struct Arrived {
    /// How many.
    pub(crate) bytes: u64,
    /// SHA-256 of them.
    pub(crate) sha256: Sha,
}

/// Why bytes did not arrive.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ArrivalError {
    /// They are more than the limit.
    #[error("more bytes than the limit")]
    TooMany,
    /// The sender stopped in the middle.
    #[error("the sender went away: {0}")]
    BrokenOff(String),
    /// They could not be kept.
    #[error(transparent)]
    NotKept(#[from] object_store::Error),
}

impl Pictures {
    /// Opens a folder for pictures, making it where it is missing. Only while nobody writes there:
    /// what a crash left half written is removed.
    ///
    /// # Errors
    /// Where it cannot be made or opened.
    pub(crate) fn open(folder: &Path) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let objects = LocalFileSystem::new_with_prefix(folder)
            .map_err(std::io::Error::other)?
            .with_fsync(true);
        remove_staged(&folder.join(PICTURES))?;
        Ok(Self { objects: Arc::new(objects) })
    }

    /// The name of the object with this id.
    pub(crate) fn name(id: Uuid) -> String {
        format!("{PICTURES}/{id}")
    }

    /// Takes in at most `limit` bytes as they come, and keeps them after `before`. Nothing is left
    /// behind where it fails.
    pub(crate) async fn take(
        &self,
        object: &str,
        before: Bytes,
        body: BodyDataStream,
        limit: u64,
    ) -> Result<Arrived, ArrivalError> {
        let upload = self.objects.put_multipart(&ObjectPath::from(object)).await?;
        let mut writing = WriteMultipart::new_with_chunk_size(upload, WRITTEN);
        writing.put(before);
        match read(body, limit, Instant::now() + PATIENCE, Some(&mut writing)).await {
            Ok(arrived) => {
                writing.finish().await?;
                Ok(arrived)
            }
            Err(error) => {
                writing.abort().await?;
                Err(error)
            }
        }
    }

    /// Takes in at most `limit` bytes and keeps none of them.
    pub(crate) async fn pass(body: BodyDataStream, limit: u64) -> Result<Arrived, ArrivalError> {
        read(body, limit, Instant::now() + PATIENCE, None).await
    }

    /// Keeps a picture.
    pub(crate) async fn put(
        &self,
        object: &str,
        bytes: Vec<u8>,
    ) -> Result<(), object_store::Error> {
        self.objects.put(&ObjectPath::from(object), bytes.into()).await.map(|_| ())
    }

    /// The bytes of several objects, one after the other, no more than `most`.
    pub(crate) async fn joined(
        &self,
        objects: &[String],
        most: usize,
    ) -> Result<Vec<u8>, object_store::Error> {
        let mut all = Vec::with_capacity(most);
        for object in objects {
            let mut stream =
                self.objects.get(&ObjectPath::from(object.as_str())).await?.into_stream();
            while let Some(bytes) = stream.try_next().await? {
                let room = most - all.len();
                all.extend_from_slice(bytes.get(..room).unwrap_or(&bytes));
            }
        }
        Ok(all)
    }

    /// The bytes of a picture.
    pub(crate) async fn bytes(&self, object: &str) -> Result<Bytes, object_store::Error> {
        self.objects.get(&ObjectPath::from(object)).await?.bytes().await
    }

    /// Removes pictures; one that is gone already is no failure.
    pub(crate) async fn remove(&self, objects: Vec<String>) {
        for object in objects {
            match self.objects.delete(&ObjectPath::from(object)).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => tracing::warn!(%error, "a picture stays that nothing needs"),
            }
        }
    }

    /// Every picture there is.
    pub(crate) async fn all(&self) -> Result<Vec<String>, object_store::Error> {
        self.objects
            .list(Some(&ObjectPath::from(PICTURES)))
            .map_ok(|meta| meta.location.to_string())
            .try_collect()
            .await
    }
}

/// Removes what was still written when the portal last ended.
fn remove_staged(folder: &Path) -> std::io::Result<()> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        if entry.file_name().to_string_lossy().contains(STAGED) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Reads a body of at most `limit` bytes until `end`, and writes each piece where it is to
/// be kept.
async fn read(
    mut body: BodyDataStream,
    limit: u64,
    end: Instant,
    mut writing: Option<&mut WriteMultipart>,
) -> Result<Arrived, ArrivalError> {
    let mut hash = Sha256::new();
    let mut bytes: u64 = 0;
    let late = |_| ArrivalError::BrokenOff("it took too long".to_owned());
    let at_latest = || end.min(Instant::now() + SILENCE);
    while let Some(piece) = timeout_at(at_latest(), body.next()).await.map_err(late)? {
        let piece = piece.map_err(|error| ArrivalError::BrokenOff(error.to_string()))?;
        bytes += piece.len() as u64;
        if bytes > limit.max(DRAINED) {
            return Err(ArrivalError::TooMany);
        }
        if bytes <= limit {
            hash.update(&piece);
            if let Some(writing) = &mut writing {
                writing.wait_for_capacity(1).await?;
                // Copied: a piece holds on to the whole buffer that it was read into.
                writing.write(&piece);
            }
        }
    }
    if bytes > limit {
        return Err(ArrivalError::TooMany);
    }
    Ok(Arrived { bytes, sha256: hash.finalize().into() })
}

/// A hash as it is said in `Content-Digest` and `Repr-Digest` (RFC 9530): `sha-256=:…:`. Nothing where the
/// header has no such part.
pub(crate) fn announced_digest(header: &str) -> Option<Sha> {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    let value = header.split(',').find_map(|part| {
        let (name, value) = part.trim().split_once('=')?;
        (name.trim().eq_ignore_ascii_case("sha-256")).then_some(value.trim())
    })?;
    let encoded = value.strip_prefix(':')?.strip_suffix(':')?;
    STANDARD.decode(encoded).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret;
    use axum::body::Body;

    #[test]
    fn digests_are_read_as_the_standard_writes_them() {
        let empty = "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:";
        assert_eq!(announced_digest(empty), Some(secret::sha256(b"")));
        assert_eq!(
            announced_digest(&format!("sha-512=:AA==:, {empty}")),
            Some(secret::sha256(b""))
        );
        for wrong in ["", "sha-256=47DE", "sha-256=::", "md5=:AAAA:"] {
            assert_eq!(announced_digest(wrong), None, "{wrong}");
        }
    }

    #[tokio::test]
    async fn what_is_too_much_leaves_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let pictures = Pictures::open(folder.path()).expect("pictures");
        let object = Pictures::name(secret::new_id(0).expect("an id"));
        let body = || Body::from(vec![1; 11]).into_data_stream();
        let refused = pictures.take(&object, Bytes::new(), body(), 10).await;
        assert!(matches!(refused, Err(ArrivalError::TooMany)));
        assert_eq!(pictures.all().await.expect("a list"), Vec::<String>::new());
        let arrived = pictures.take(&object, Bytes::new(), body(), 11).await.expect("eleven bytes");
        assert_eq!((arrived.bytes, arrived.sha256), (11, secret::sha256(&[1; 11])));
        assert_eq!(pictures.all().await.expect("a list"), std::slice::from_ref(&object));
        let before = pictures.bytes(&object).await.expect("eleven bytes");
        let next = Pictures::name(secret::new_id(1).expect("an id"));
        let arrived = pictures.take(&next, before, body(), 11).await.expect("eleven more");
        assert_eq!((arrived.bytes, arrived.sha256), (11, secret::sha256(&[1; 11])));
        assert_eq!(pictures.bytes(&next).await.expect("all of it").len(), 22);
    }

    #[tokio::test]
    async fn a_body_that_does_not_end_in_time_has_broken_off() {
        let body = Body::from_stream(futures_util::stream::pending::<std::io::Result<Bytes>>());
        let arrived = read(body.into_data_stream(), 10, Instant::now(), None).await;
        assert!(matches!(arrived, Err(ArrivalError::BrokenOff(_))));
    }

    #[tokio::test]
    async fn what_a_crash_left_half_written_goes_when_pictures_are_opened() {
        let folder = tempfile::tempdir().expect("a folder");
        let pictures = Pictures::open(folder.path()).expect("pictures");
        let object = Pictures::name(secret::new_id(0).expect("an id"));
        pictures.put(&object, vec![1; 3]).await.expect("kept");
        let half = Pictures::name(secret::new_id(1).expect("an id"));
        let mut writing =
            pictures.objects.put_multipart(&ObjectPath::from(half)).await.expect("begun");
        writing.put_part(vec![2; 3].into()).await.expect("written");
        std::mem::forget(writing);
        let files = || std::fs::read_dir(folder.path().join(PICTURES)).expect("a list").count();
        assert_eq!(files(), 2);
        let pictures = Pictures::open(folder.path()).expect("pictures");
        assert_eq!((files(), pictures.all().await.expect("a list")), (1, vec![object]));
    }

    #[tokio::test]
    async fn pieces_are_joined_in_their_order_and_no_further_than_asked() {
        let folder = tempfile::tempdir().expect("a folder");
        let pictures = Pictures::open(folder.path()).expect("pictures");
        let names = [1, 2].map(|number| Pictures::name(secret::new_id(number).expect("an id")));
        pictures.put(&names[0], vec![1; 3]).await.expect("kept");
        pictures.put(&names[1], vec![2; 3]).await.expect("kept");
        assert_eq!(pictures.joined(&names, 6).await.expect("joined"), [1, 1, 1, 2, 2, 2]);
        assert_eq!(pictures.joined(&names, 4).await.expect("joined"), [1, 1, 1, 2]);
    }
}
