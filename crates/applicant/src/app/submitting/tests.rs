//! What becomes of a picture on its way to a portal that says what each test has it say.

use super::*;
use crate::ports::{MemorySecrets, SystemClock};
use crate::store::{Judgement, Outgoing, PictureBytes, PictureRow};
use crate::{Applicant, Setting};
use contract::draft::PhotoDraft;
use contract::examination::{Examination, Origin};
use contract::id::{AccountId, PhotoId, UploadId};
use contract::photo::{PictureFormat, SourceKind};
use contract::picked::{Obstacles, PickedPhoto, PreparedPhoto};
use serde::Serialize;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Longest wait for a call that must come.
const PATIENCE: Duration = Duration::from_secs(20);
const PHOTO: &[u8] = b"what is sent";
const PROBLEM: &str = "application/problem+json";

fn person() -> PersonId {
    PersonId::new(1_790_000_000_000, [1; 10])
}

fn upload(number: u8) -> UploadId {
    UploadId::new(1_790_000_000_000, [number; 10])
}

/// A portal that says what the test has it say.
struct Portal(TcpListener);

/// A call that waits for its answer.
struct Call {
    request: String,
    socket: TcpStream,
}

impl Portal {
    /// The next call, which must be of this method.
    async fn is_asked(&self, method: &str) -> Call {
        let call = tokio::time::timeout(PATIENCE, self.0.accept()).await;
        let (mut socket, _) = call.expect("nobody calls").expect("a call");
        let (mut all, mut part) = (Vec::new(), [0; 4096]);
        let request = loop {
            let read = socket.read(&mut part).await.expect("a request");
            all.extend_from_slice(&part[..read]);
            let text = String::from_utf8_lossy(&all).into_owned();
            let length = text.lines().find_map(|line| line.strip_prefix("content-length: "));
            let length = length.map_or(0, |length| length.parse().expect("a number"));
            if text.split_once("\r\n\r\n").is_some_and(|(_, body)| body.len() >= length) {
                break text;
            }
            assert_ne!(read, 0, "half a request: {text}");
        };
        assert!(request.starts_with(method), "{method} is expected: {request}");
        Call { request, socket }
    }

    /// Takes the whole file, and runs something before it says so.
    async fn takes_the_file(&self, meanwhile: impl Future<Output = ()>) {
        let call = self.is_asked("PATCH").await;
        meanwhile.await;
        let received = PHOTO.len() as u64;
        let progress = UploadProgress { upload: upload(1), received, total: received };
        call.answer("200 OK", "application/json", &progress).await;
    }
}

impl Call {
    async fn answer(mut self, status: &str, kind: &str, body: &impl Serialize) {
        let body = serde_json::to_string(body).expect("JSON");
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status}\r\nconnection: close\r\ncontent-type: {kind}\r\ncontent-length: {length}"
        );
        let reply = format!("{head}\r\n\r\n{body}");
        self.socket.write_all(reply.as_bytes()).await.expect("answered");
    }

    async fn refuse(self, status: &str, code: Code) {
        self.answer(status, PROBLEM, &Problem::new(code)).await;
    }

    async fn grant(self) {
        assert!(self.request.contains(&upload(1).to_string()), "{}", self.request);
        let receipt = PhotoReceipt {
            photo: PhotoId::new(1_790_000_000_000, [1; 10]),
            reference: "ABCD-EFGH".to_owned(),
            at: "2026-11-23T12:00:00Z".parse().expect("a time"),
        };
        self.answer("201 Created", "application/json", &receipt).await;
    }
}

/// A picture ready to be sent under the id with this number.
fn row(number: u8) -> PictureRow {
    let (format, width, height, bytes) = (PictureFormat::Jpeg, 750, 1050, PHOTO.len() as u64);
    PictureRow {
        photo: PickedPhoto {
            file_name: "me.jpg".to_owned(),
            format,
            width,
            height,
            bytes,
            obstacles: Obstacles::default(),
            removes: Vec::new(),
            prepared: Some(PreparedPhoto {
                format,
                width,
                height,
                bytes,
                crop: None,
                pixels_sha256: String::new(),
            }),
            same_as: Vec::new(),
            origin: Origin {
                edited_with: Some("GIMP 3.0".to_owned()),
                taken_on: Some(jiff::civil::date(2026, 11, 2)),
            },
        },
        pick: upload(100 + number),
        source_sha256: "ab".repeat(32),
        outgoing: Some(Outgoing {
            upload: upload(number),
            sha256: hex(&Sha256::digest(PHOTO)),
            begun: false,
        }),
    }
}

async fn keep(app: &Applicant, row: PictureRow) {
    let account = app.owner().expect("signed in");
    let bytes = PictureBytes { source: PHOTO, preview: PHOTO, prepared: Some(PHOTO) };
    app.store(move |store| store.keep_picture(&account, person(), &row, bytes))
        .await
        .expect("kept");
}

/// Somebody signed in with a picture and all that was said about it.
async fn ready() -> (tempfile::TempDir, Portal, Arc<Applicant>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let portal = format!("http://{}", listener.local_addr().expect("an address"));
    let folder = tempfile::tempdir().expect("a folder");
    let setting = Setting {
        portal: portal.clone(),
        folder: folder.path().to_owned(),
        system_languages: Vec::new(),
        demonstration: false,
    };
    let secrets = Arc::new(MemorySecrets::default());
    let app = Applicant::open(setting, secrets, Arc::new(SystemClock)).expect("opens");
    let account = AccountId::new(1_790_000_000_000, [1; 10]);
    app.begin(Session { token: "token".to_owned(), account, username: None, portal }).await;
    keep(&app, row(1)).await;
    let said = Draft::Photo(PhotoDraft { kind: Some(SourceKind::Selfie), ..PhotoDraft::default() });
    app.save_draft(DraftKey::Photo { person: person() }, said).await.expect("kept");
    (folder, Portal(listener), Arc::new(app))
}

/// The reference of what was sent.
fn reference(answer: Result<Handed<PhotoReceipt>, Problem>) -> Option<String> {
    Some(answer.expect("not refused").receipt()?.reference)
}

async fn is_said(app: &Applicant) -> bool {
    let key = DraftKey::Photo { person: person() };
    app.load_draft(key).await.expect("read").is_some()
}

#[tokio::test]
async fn a_picture_discarded_while_it_is_sent_is_not_submitted() {
    let (_folder, portal, app) = ready().await;
    let discard = async { app.discard_photo(person()).await.expect("discarded") };
    let (answer, ()) = tokio::join!(app.submit_photo(person()), portal.takes_the_file(discard));
    assert_eq!(answer, Err(missing("picture")));
    assert_eq!(app.picked_photo(person()).await, Ok(None));
}

#[tokio::test]
async fn a_picture_replaced_while_it_is_sent_is_not_submitted_and_the_new_one_stays() {
    let (_folder, portal, app) = ready().await;
    let replace = keep(&app, row(2));
    let (answer, ()) = tokio::join!(app.submit_photo(person()), portal.takes_the_file(replace));
    assert_eq!(answer, Err(missing("picture")));
    assert_eq!(app.picture_row(person()).await, Ok(Some(row(2))));
    assert_eq!(app.prepared_picture(person()).await, Ok(PHOTO.to_vec()));
    assert!(is_said(&app).await);
}

#[tokio::test]
async fn what_comes_while_a_picture_is_submitted_waits_for_the_answer() {
    let (_folder, portal, app) = ready().await;
    let script = async {
        portal.takes_the_file(std::future::ready(())).await;
        let call = portal.is_asked("POST").await;
        let waits = Arc::clone(&app);
        let waits = tokio::spawn(async move { waits.discard_photo(person()).await });
        // Far more ways to the store and back than discarding takes.
        for _ in 0..30 {
            assert!(app.picked_photo(person()).await.expect("read").is_some());
            assert!(is_said(&app).await);
        }
        assert!(!waits.is_finished());
        call.grant().await;
        waits.await.expect("no panic")
    };
    let (answer, discarded) = tokio::join!(app.submit_photo(person()), script);
    assert_eq!(reference(answer), Some("ABCD-EFGH".to_owned()));
    assert_eq!(discarded, Ok(()));
    assert_eq!(app.picked_photo(person()).await, Ok(None));
}

#[tokio::test]
async fn a_chunk_damaged_on_its_way_is_sent_again() {
    let (_folder, portal, app) = ready().await;
    let script = async {
        let damaged = portal.is_asked("PATCH").await;
        damaged.refuse("422 Damaged", Code::DigestMismatch).await;
        let asked = portal.is_asked("GET").await;
        asked.refuse("404 Nothing", Code::NotFound).await;
        portal.takes_the_file(std::future::ready(())).await;
        portal.is_asked("POST").await.grant().await;
    };
    let (answer, ()) = tokio::join!(app.submit_photo(person()), script);
    assert!(reference(answer).is_some());
    assert_eq!(app.picked_photo(person()).await, Ok(None));
    assert!(!is_said(&app).await);
}

#[tokio::test]
async fn nothing_of_where_a_picture_comes_from_and_of_what_is_seen_in_it_is_sent() {
    let (_folder, portal, app) = ready().await;
    let account = app.owner().expect("signed in");
    let examination =
        Examination { likeness: Some("likeness".to_owned()), ..Examination::default() };
    let on = jiff::civil::date(2026, 11, 23);
    let seen = Judgement { kind: Some(SourceKind::Selfie), on, examination };
    let which = contract::picked::Examined::Prepared;
    let kept =
        app.store(move |store| store.keep_judgement(&account, person(), &row(1), which, &seen));
    assert_eq!(kept.await, Ok(true));
    let script = async {
        let file = portal.is_asked("PATCH").await;
        let first = file.request.clone();
        let received = PHOTO.len() as u64;
        let progress = UploadProgress { upload: upload(1), received, total: received };
        file.answer("200 OK", "application/json", &progress).await;
        let submission = portal.is_asked("POST").await;
        let second = submission.request.clone();
        submission.grant().await;
        first + &second
    };
    let (answer, sent) = tokio::join!(app.submit_photo(person()), script);
    assert!(reference(answer).is_some());
    assert!(sent.contains("what is sent") && sent.contains("selfie"), "all of it: {sent}");
    for secret in ["GIMP", "2026-11-02", "likeness", "origin", "findings", "me.jpg"] {
        assert!(!sent.contains(secret), "{secret}: {sent}");
    }
}

#[tokio::test]
async fn what_the_portal_saw_in_a_photo_is_told_and_no_report_is_none() {
    let (_folder, portal, app) = ready().await;
    let photo = PhotoId::new(1_790_000_000_000, [1; 10]);
    let report = Examination { width: 715, height: 1000, ..Examination::default() };
    let script = async {
        let asked = portal.is_asked("GET").await;
        let path = format!("/api/v1/people/{}/photos/{photo}/examination ", person());
        assert!(asked.request.contains(&path), "{}", asked.request);
        asked.answer("200 OK", "application/json", &report).await;
        portal.is_asked("GET").await.refuse("404 Nothing", Code::NotFound).await;
        portal.is_asked("GET").await.refuse("503 Busy", Code::Unavailable).await;
    };
    let ask = async {
        let first = app.photo_examination(person(), photo).await;
        let second = app.photo_examination(person(), photo).await;
        (first, second, app.photo_examination(person(), photo).await)
    };
    let ((first, second, third), ()) = tokio::join!(ask, script);
    assert_eq!(first, Ok(Some(report.clone())));
    assert_eq!(second, Ok(None));
    assert_eq!(third.map_err(|problem| problem.code), Err(Code::Unavailable));
}

#[test]
fn what_may_pass_is_tried_again_after_a_short_pause() {
    for code in [
        Code::Offline,
        Code::PortalUnreachable,
        Code::Unavailable,
        Code::Internal,
        Code::DigestMismatch,
    ] {
        let first = pause(&code.into(), 1).expect("a pause");
        assert!(first >= PAUSE && first <= PAUSE * 3 / 2, "{first:?}");
        let second = pause(&code.into(), 2).expect("a pause");
        assert!(second >= PAUSE * 2 && second <= PAUSE * 3, "{second:?}");
    }
    for code in [Code::PhotoTooSmall, Code::SignInRequired, Code::UploadMissing] {
        assert_eq!(pause(&code.into(), 1), None, "{code}");
    }
}

#[test]
fn the_portals_own_wait_counts_while_it_is_short() {
    let busy = |seconds: u32| Problem::new(Code::Unavailable).with("seconds", seconds);
    assert_eq!(pause(&busy(5), 1), Some(Duration::from_secs(5)));
    assert_eq!(pause(&busy(11), 1), None);
}

#[test]
fn a_portal_that_stays_busy_is_asked_three_times_with_its_pause() {
    let busy = contract::reply::refusal(503, None, b"", Some(1));
    let mut tries = Tries::default();
    for _ in 1..TRIES {
        let pause = tries.failed(busy.clone()).expect("another try");
        assert!(pause >= Duration::from_secs(1), "{pause:?}");
    }
    assert_eq!(tries.failed(busy.clone()), Err(busy));
}

#[test]
fn only_what_never_arrived_before_counts_as_progress() {
    let swept = || Problem::new(Code::UploadOffset);
    let mut tries = Tries::default();
    tries.reached(512);
    tries.failed(swept()).expect("another try");
    // Another device took it away, and as much arrives again.
    tries.reached(256);
    tries.reached(512);
    tries.failed(swept()).expect("another try");
    tries.reached(512);
    assert_eq!(tries.failed(swept()), Err(swept()));
    tries.reached(768);
    tries.failed(swept()).expect("it came further");
}
