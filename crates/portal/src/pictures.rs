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
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

/// Folder of every picture, inside the object store.
const PICTURES: &str = "pictures";
/// A body over its limit is still read up to this many times the limit, unkept, so that the answer
/// reaches a sender who has not finished.
const DRAINED_LIMITS: u64 = 4;

/// Where pictures lie.
#[derive(Clone)]
pub(crate) struct Pictures {
    objects: Arc<dyn ObjectStore>,
}

/// A picture that arrived.
pub(crate) struct Arrival {
    /// The object that holds it.
    pub(crate) object: String,
    /// Bytes.
    pub(crate) bytes: u64,
    /// SHA-256 of them.
    pub(crate) sha256: Sha,
}

/// Why a picture did not arrive.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ArrivalError {
    /// It is larger than the limit; so many bytes were seen.
    #[error("{0} bytes are too many")]
    TooHeavy(u64),
    /// The sender stopped in the middle.
    #[error("the sender went away: {0}")]
    BrokenOff(String),
    /// It could not be kept.
    #[error(transparent)]
    NotKept(#[from] object_store::Error),
}

impl Pictures {
    /// Opens a folder for pictures, making it where it is missing.
    ///
    /// # Errors
    /// Where it cannot be made or opened.
    pub(crate) fn open(folder: &Path) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let objects = LocalFileSystem::new_with_prefix(folder)
            .map_err(std::io::Error::other)?
            .with_fsync(true);
        Ok(Self { objects: Arc::new(objects) })
    }

    /// Takes in a picture of at most `limit` bytes. Nothing is left behind where it fails.
    pub(crate) async fn take(
        &self,
        id: Uuid,
        mut body: BodyDataStream,
        limit: u64,
    ) -> Result<Arrival, ArrivalError> {
        let object = ObjectPath::from(format!("{PICTURES}/{id}"));
        let mut writing = WriteMultipart::new(self.objects.put_multipart(&object).await?);
        let mut hash = Sha256::new();
        let mut bytes: u64 = 0;
        let failed = loop {
            match body.next().await {
                None if bytes > limit => break ArrivalError::TooHeavy(bytes),
                None => {
                    writing.finish().await?;
                    return Ok(Arrival {
                        object: object.to_string(),
                        bytes,
                        sha256: hash.finalize().into(),
                    });
                }
                Some(Err(error)) => break ArrivalError::BrokenOff(error.to_string()),
                Some(Ok(chunk)) => {
                    bytes += chunk.len() as u64;
                    if bytes > limit.saturating_mul(DRAINED_LIMITS) {
                        break ArrivalError::TooHeavy(bytes);
                    }
                    if bytes <= limit {
                        hash.update(&chunk);
                        writing.wait_for_capacity(1).await?;
                        writing.write(&chunk);
                    }
                }
            }
        };
        writing.abort().await?;
        Err(failed)
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

/// A picture's hash as it is said in `Content-Digest` (RFC 9530): `sha-256=:…:`. Nothing where the
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
    async fn what_is_too_heavy_leaves_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let pictures = Pictures::open(folder.path()).expect("pictures");
        let id = secret::new_id(0).expect("an id");
        let body = Body::from(vec![1; 11]).into_data_stream();
        let refused = pictures.take(id, body, 10).await;
        assert!(matches!(refused, Err(ArrivalError::TooHeavy(11))));
        assert_eq!(pictures.all().await.expect("a list"), Vec::<String>::new());
        let body = Body::from(vec![1; 10]).into_data_stream();
        let arrival = pictures.take(id, body, 10).await.expect("ten bytes");
        assert_eq!(arrival.sha256, secret::sha256(&[1; 10]));
        assert_eq!(pictures.all().await.expect("a list"), [arrival.object]);
    }
}
