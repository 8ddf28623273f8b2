//! What the examination of a submitted photo finds, as soon as it is there.

use super::{PATIENCE, Reply, TestPortal, hex};
use contract::examination::Examination;
use contract::id::{PersonId, PhotoId};
use contract::photo::PhotoReceipt;
use portal::officer;
use portal::store::Standing;
use serde_json::json;
use std::time::Duration;

impl TestPortal {
    /// Where the examination of a photo stands once it is over.
    pub(crate) async fn judged(&self, photo: PhotoId) -> Standing {
        let waited = tokio::time::timeout(PATIENCE, async {
            loop {
                let report = officer::photo_report(self.office(), photo).await.unwrap();
                if report.examination != Standing::Waiting {
                    return report.examination;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        });
        waited.await.expect("the photo is examined")
    }

    /// What was seen in a photo.
    pub(crate) async fn examined(&self, photo: PhotoId) -> Examination {
        match self.judged(photo).await {
            Standing::Examined { report, .. } => *report,
            other => panic!("not examined: {other:?}"),
        }
    }

    /// What its sender is told was seen in a photo.
    pub(crate) async fn examination(&self, token: &str, person: PersonId, photo: PhotoId) -> Reply {
        let ids = [person.to_string(), photo.to_string()];
        let template = "/people/{person}/photos/{photo}/examination";
        self.get(template, &[&ids[0], &ids[1]]).bearer(token).send().await
    }

    /// Sends and submits a file.
    pub(crate) async fn submitted_file(
        &self,
        token: &str,
        person: PersonId,
        file: Vec<u8>,
    ) -> PhotoId {
        let (upload, sha256) = (self.key(), hex(&file));
        let sent = self.upload_as(token, person, &upload, file).await;
        assert_eq!(sent.status, 200, "{sent:?}");
        let arrived = json!({"upload": upload, "sha256": sha256});
        let receipt: PhotoReceipt = self.submit_arrived(token, person, &arrived).await.granted(201);
        receipt.photo
    }
}
