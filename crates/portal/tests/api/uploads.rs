//! The file of a photo on its way: chunk by chunk, gone on with after whatever went wrong, and kept
//! without what identifies somebody.

use crate::support::{Reply, TestPortal, damaged_picture, digest, hex, picture};
use contract::id::PersonId;
use contract::photo::UploadProgress;
use contract::receipt::Receipt;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::io::AsyncWriteExt;

fn objects(folder: &Path) -> Vec<PathBuf> {
    let pictures = folder.join("data/objects/pictures");
    let entries = std::fs::read_dir(pictures).into_iter().flatten();
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// So many bytes that are no two alike from one place to the next.
fn noise(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at * 31 + at / 251) as u8).collect()
}

struct Sender {
    portal: TestPortal,
    token: String,
    person: PersonId,
    upload: String,
}

impl Sender {
    async fn new() -> Self {
        let portal = TestPortal::start().await;
        let family = portal.signed_in().await;
        let upload = portal.key();
        Self { token: family.token.clone(), person: family.ids()[0], upload, portal }
    }

    async fn chunk(&self, file: &[u8], bytes: std::ops::Range<usize>) -> Reply {
        self.portal.chunk(&self.token, self.person, &self.upload, file, bytes).await
    }

    /// A chunk that is sent again as long as another one for the same person is taken in.
    async fn chunk_in_turn(&self, file: &[u8], bytes: std::ops::Range<usize>) -> Reply {
        for _ in 0..500 {
            let reply = self.chunk(file, bytes.clone()).await;
            if reply.status != 503 {
                return reply;
            }
            assert_eq!(reply, (503, "unavailable"));
            assert_eq!(reply.value()["args"]["seconds"].as_f64(), Some(1.0));
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("its turn did not come");
    }

    /// Bytes that arrived, by the portal's word; nothing where it knows of none.
    async fn received(&self) -> Option<u64> {
        let reply = self.portal.progress(&self.token, self.person, &self.upload).await;
        if reply.status == 404 {
            assert_eq!(reply, (404, "not_found"));
            return None;
        }
        Some(reply.granted::<UploadProgress>(200).received)
    }

    fn objects(&self) -> Vec<PathBuf> {
        objects(self.portal.folder.path())
    }
}

fn received(reply: &Reply) -> u64 {
    reply.granted::<UploadProgress>(200).received
}

#[track_caller]
fn is_expected_at(reply: &Reply, expected: u64) {
    assert_eq!(*reply, (409, "upload_offset"));
    assert_eq!(reply.value()["args"]["expected"].as_f64(), Some(expected as f64));
}

#[tokio::test]
async fn a_file_in_chunks_is_the_file_at_once() {
    let sender = Sender::new().await;
    let file = picture(720, 1008, 77);
    let (third, length) = (file.len() / 3, file.len());
    assert_eq!(sender.received().await, None);
    for (bytes, end) in
        [(0..third, third), (third..third + 1, third + 1), (third + 1..length, length)]
    {
        assert_eq!(received(&sender.chunk(&file, bytes).await), end as u64);
        assert_eq!(sender.received().await, Some(end as u64));
    }
    assert_eq!(sender.objects().len(), 1, "one object holds it");
    assert_eq!(std::fs::read(&sender.objects()[0]).unwrap(), file, "untouched");
    let (portal, token, person) = (&sender.portal, &sender.token, sender.person);
    portal.declare(token, &[person]).await.granted::<Receipt>(201);
    let arrived = json!({"upload": sender.upload, "sha256": hex(&file)});
    portal.submit_arrived(token, person, &arrived).await.granted::<Value>(201);
    assert_eq!(sender.received().await, None, "it is a photo now");
}

#[tokio::test]
async fn however_small_the_chunks_are_the_objects_stay_few() {
    let sender = Sender::new().await;
    let file = picture(720, 1008, 77);
    let step = file.len() / 40;
    assert!(step > 0 && file.len() < 64 * 1024);
    for start in (0..file.len()).step_by(step) {
        let end = (start + step).min(file.len());
        assert_eq!(received(&sender.chunk(&file, start..end).await), end as u64);
        assert_eq!(sender.objects().len(), 1);
    }
    assert_eq!(std::fs::read(&sender.objects()[0]).unwrap(), file);
}

#[tokio::test]
async fn a_chunk_goes_where_the_bytes_end_or_is_there_already() {
    let sender = Sender::new().await;
    let file = noise(1000);
    is_expected_at(&sender.chunk(&file, 1..500).await, 0);
    assert_eq!(received(&sender.chunk(&file, 0..500).await), 500);
    for part in [0..500, 0..1, 499..500, 250..300, 500..500] {
        assert_eq!(received(&sender.chunk(&file, part.clone()).await), 500, "{part:?} again");
    }
    for part in [499..501, 501..600, 0..501] {
        is_expected_at(&sender.chunk(&file, part).await, 500);
    }
    assert_eq!((sender.received().await, sender.objects().len()), (Some(500), 1));
}

#[tokio::test]
async fn another_file_under_the_same_id_begins_anew_at_its_start_only() {
    let sender = Sender::new().await;
    let (file, longer, other) = (noise(1000), noise(1001), vec![7; 1000]);
    sender.chunk(&file, 0..400).await;
    for another in [&longer, &other] {
        is_expected_at(&sender.chunk(another, 400..500).await, 0);
        assert_eq!(sender.received().await, Some(400));
    }
    assert_eq!(received(&sender.chunk(&other, 0..10).await), 10);
    is_expected_at(&sender.chunk(&file, 400..500).await, 0);
    assert_eq!(sender.objects().len(), 1, "what was replaced went at once");
}

#[tokio::test]
async fn what_another_pick_replaces_goes_at_once() {
    let sender = Sender::new().await;
    let (portal, token, person) = (&sender.portal, &sender.token, sender.person);
    sender.chunk(&noise(1000), 0..400).await;
    sender.chunk(&noise(1000), 400..800).await;
    portal.arrived(token, person, picture(720, 1008, 1)).await;
    assert_eq!((sender.received().await, sender.objects().len()), (None, 1));
    // The whole file that was not submitted goes with the first bytes of the next.
    assert_eq!(received(&sender.chunk(&noise(1000), 0..9).await), 9);
    assert_eq!(sender.objects().len(), 1);
    assert_eq!(std::fs::read(&sender.objects()[0]).unwrap(), noise(9));
}

#[tokio::test]
async fn chunks_at_the_same_place_at_the_same_time_are_one() {
    let sender = Sender::new().await;
    let file = picture(720, 1008, 3);
    let half = file.len() / 2;
    for part in [0..half, half..file.len()] {
        let end = part.end as u64;
        let send = || sender.chunk_in_turn(&file, part.clone());
        let (a, b, c, d) = tokio::join!(send(), send(), send(), send());
        assert_eq!([a, b, c, d].map(|reply| received(&reply)), [end; 4]);
        assert_eq!((sender.received().await, sender.objects().len()), (Some(end), 1));
    }
}

#[tokio::test]
async fn bytes_that_are_not_those_announced_are_refused() {
    let sender = Sender::new().await;
    let file = picture(720, 1008, 1);
    let half = file.len() / 2;
    let send = |offset: usize, content: &str, repr: &str, bytes: &[u8]| {
        let (token, person) = (&sender.token, sender.person);
        let call = sender.portal.chunk_call(token, person, &sender.upload, offset, file.len());
        let call = call.header("Content-Digest", content).header("Repr-Digest", repr);
        call.bytes(bytes.to_vec()).send()
    };
    let (whole, first) = (digest(&file), digest(&file[..half]));
    let wrong = digest(b"something else");
    assert_eq!(send(0, &wrong, &whole, &file[..half]).await, (422, "digest_mismatch"));
    assert_eq!((sender.received().await, sender.objects().len()), (None, 0));
    // A chunk that was damaged on its way costs that chunk only.
    send(0, &first, &whole, &file[..half]).await.granted::<Value>(200);
    assert_eq!(send(half, &wrong, &whole, &file[half..]).await, (422, "digest_mismatch"));
    assert_eq!(send(0, &wrong, &whole, &file[..9]).await, (422, "digest_mismatch"));
    assert_eq!(sender.received().await, Some(half as u64));
    // A whole that is another one costs the whole.
    send(0, &first, &wrong, &file[..half]).await.granted::<Value>(200);
    let last = digest(&file[half..]);
    assert_eq!(send(half, &last, &wrong, &file[half..]).await, (422, "digest_mismatch"));
    assert_eq!((sender.received().await, sender.objects().len()), (None, 0));
}

#[tokio::test]
async fn a_chunk_says_what_it_is_or_is_not_read() {
    let sender = Sender::new().await;
    let (id, bytes) = (sender.person.to_string(), [1, 2, 3]);
    let right = [
        ("Upload-Offset", "0".to_owned()),
        ("Upload-Length", "9".to_owned()),
        ("Content-Digest", digest(&bytes)),
        ("Repr-Digest", digest(b"nine bytes")),
    ];
    let send = async |changed: &str, value: Option<&str>| {
        let template = "/people/{person}/uploads/{upload}";
        let mut call = sender.portal.call(reqwest::Method::PATCH, template, &[&id, &sender.upload]);
        for (name, text) in &right {
            match (*name == changed, value) {
                (false, _) => call = call.header(name, text),
                (true, Some(value)) => call = call.header(name, value),
                (true, None) => {}
            }
        }
        call.bearer(&sender.token).bytes(bytes.to_vec()).send().await
    };
    for (name, _) in &right {
        let field = name.to_lowercase().replace('-', "_");
        let missing = send(name, None).await;
        assert_eq!(missing, (400, "malformed"));
        assert_eq!(missing.fields(), [(field.clone(), "required".to_owned())]);
        for value in ["", "-1", "nine", "sha-256=::", "md5=:AA==:"] {
            let wrong = send(name, Some(value)).await;
            assert_eq!(wrong, (400, "malformed"));
            assert_eq!(wrong.fields(), [(field.clone(), "malformed".to_owned())], "{value}");
        }
    }
    assert_eq!(sender.objects().len(), 0);
    assert_eq!(send("none of them", None).await.status, 200);
}

#[tokio::test]
async fn nothing_is_taken_over_the_announced_length_or_the_limit() {
    let sender = Sender::new().await;
    let file = noise(1000);
    sender.chunk(&file, 0..900).await;
    let (token, person) = (&sender.token, sender.person);
    let call = sender.portal.chunk_call(token, person, &sender.upload, 900, 1000);
    let call =
        call.header("Content-Digest", &digest(&[7; 101])).header("Repr-Digest", &digest(&file));
    let reply = call.bytes(vec![7; 101]).send().await;
    assert_eq!(reply, (413, "body_too_large"));
    assert_eq!(reply.value()["args"]["bytes"].as_f64(), Some(100.0));
    assert_eq!((sender.received().await, sender.objects().len()), (Some(900), 1));

    let heavy = vec![0; 4 * 1024 * 1024 + 1];
    let reply = sender.chunk(&heavy, 0..10).await;
    assert_eq!(reply, (413, "photo_too_heavy"));
    assert_eq!(reply.value()["args"]["limit"].as_f64(), Some(4.0 * 1024.0 * 1024.0));
    assert_eq!(sender.chunk(&[], 0..0).await, (422, "photo_empty"));
}

#[tokio::test]
async fn a_chunk_that_broke_off_leaves_nothing_and_can_be_sent_again() {
    let sender = Sender::new().await;
    let file = noise(300_000);
    sender.chunk(&file, 0..100_000).await;
    let address = sender.portal.address();
    let head = format!(
        "PATCH /api/v1/people/{}/uploads/{} HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {}\r\n\
         upload-offset: 100000\r\nupload-length: 300000\r\ncontent-digest: {}\r\nrepr-digest: {}\r\n\
         content-length: 200000\r\n\r\n",
        sender.person,
        sender.upload,
        sender.token,
        digest(&file[100_000..]),
        digest(&file)
    );
    let mut line = tokio::net::TcpStream::connect(address).await.unwrap();
    line.write_all(head.as_bytes()).await.unwrap();
    line.write_all(&file[100_000..290_000]).await.unwrap();
    line.flush().await.unwrap();
    // The portal has begun to keep it.
    within_patience(|| sender.objects().len() == 2).await;
    drop(line);
    within_patience(|| sender.objects().len() == 1).await;
    assert_eq!(sender.received().await, Some(100_000));
    let reply = sender.chunk_in_turn(&file, 100_000..200_000).await;
    assert_eq!(received(&reply), 200_000);
}

async fn within_patience(done: impl Fn() -> bool) {
    for _ in 0..500 {
        if done() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(done(), "it did not happen");
}

#[tokio::test]
async fn half_a_file_outlives_a_restart() {
    let sender = Sender::new().await;
    let file = picture(720, 1008, 3);
    let half = file.len() / 2;
    sender.chunk(&file, 0..half).await;
    let folder = sender.portal.stop().await;
    let portal = TestPortal::start_in(folder, |_| {}).await;
    let sender = Sender { portal, ..sender };
    assert_eq!(sender.received().await, Some(half as u64));
    assert_eq!(received(&sender.chunk(&file, half..file.len()).await), file.len() as u64);
    assert_eq!(sender.objects().len(), 1);
}

#[tokio::test]
async fn a_last_chunk_that_makes_no_photo_drops_the_whole() {
    let sender = Sender::new().await;
    let file = picture(500, 700, 1);
    let half = file.len() / 2;
    sender.chunk(&file, 0..half).await;
    assert_eq!(sender.chunk(&file, half..file.len()).await, (422, "photo_too_small"));
    assert_eq!((sender.received().await, sender.objects().len()), (None, 0));
    // It is refused by what it says of itself: its pixels, damaged here, are not decoded.
    for (width, height, code) in [(500, 700, "photo_too_small"), (720, 1008, "photo_unreadable")] {
        let damaged = damaged_picture(width, height);
        assert_eq!(sender.chunk(&damaged, 0..damaged.len()).await, (422, code));
    }
}

#[tokio::test]
async fn a_file_of_which_an_object_is_lost_is_sent_from_its_start() {
    let sender = Sender::new().await;
    // An object that the next chunk would have been joined with, and one that would have stayed.
    for (length, half) in [(1000, 500), (200_000, 100_000)] {
        let file = noise(length);
        assert_eq!(received(&sender.chunk(&file, 0..half).await), half as u64);
        std::fs::remove_file(&sender.objects()[0]).unwrap();
        is_expected_at(&sender.chunk(&file, half..length).await, 0);
        assert_eq!((sender.received().await, sender.objects().len()), (None, 0));
    }
}

/// A JPEG with the place where it was taken, the owner's name and a comment.
fn telling_picture() -> Vec<u8> {
    let mut plain = Vec::new();
    let pixels = image::RgbImage::from_pixel(720, 1008, image::Rgb([180, 150, 130]));
    image::codecs::jpeg::JpegEncoder::new(&mut plain).encode_image(&pixels).unwrap();
    // TIFF, little-endian: the first directory holds Artist and the place of the GPS directory,
    // which holds the letter of the latitude and its degrees.
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend(b"\x3b\x01\x02\0\x0a\0\0\0\x26\0\0\0"); // Artist, 10 letters at 38
    exif.extend(b"\x25\x88\x04\0\x01\0\0\0\x30\0\0\0"); // the GPS directory at 48
    exif.extend(b"\0\0\0\0Mei Chen!\0");
    exif.extend(b"\x02\0\x01\0\x02\0\x02\0\0\0N\0\0\0");
    exif.extend(b"\x02\0\x05\0\x03\0\0\0\x4e\0\0\0\0\0\0\0");
    exif.extend([45_u32, 1, 30, 1, 0, 1].into_iter().flat_map(u32::to_le_bytes));
    let segment = |marker: u8, body: &[u8]| {
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker][..], &length, body].concat()
    };
    let (start, rest) = plain.split_at(2);
    [start, &segment(0xe1, &exif), &segment(0xfe, b"Taken at home"), rest].concat()
}

#[tokio::test]
async fn what_identifies_somebody_is_not_kept_even_of_a_file_sent_by_other_means() {
    let sender = Sender::new().await;
    let (portal, token, person) = (&sender.portal, &sender.token, sender.person);
    let file = telling_picture();
    let holds = |bytes: &[u8], text: &[u8]| bytes.windows(text.len()).any(|part| part == text);
    let told: [&[u8]; 3] = [b"Mei Chen!", b"Taken at home", b"Exif\0\0"];
    assert!(told.iter().all(|text| holds(&file, text)));
    let half = file.len() / 2;
    for part in [0..half, half..file.len()] {
        sender.chunk(&file, part).await.granted::<Value>(200);
    }
    assert_eq!(sender.received().await, Some(file.len() as u64), "as it was sent");
    assert_eq!(received(&sender.chunk(&file, half..file.len()).await), file.len() as u64);
    // It is submitted by the hash of what was sent.
    portal.declare(token, &[person]).await.granted::<Receipt>(201);
    let arrived = json!({"upload": sender.upload, "sha256": hex(&file)});
    portal.submit_arrived(token, person, &arrived).await.granted::<Value>(201);
    let kept = std::fs::read(&sender.objects()[0]).unwrap();
    assert_eq!(sender.objects().len(), 1);
    for text in told {
        assert!(!holds(&kept, text), "{} is kept", String::from_utf8_lossy(text));
    }
    let pixels = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().into_rgb8();
    assert_eq!(pixels(&kept), pixels(&file), "the picture is the same");
}
