//! Asking many times at once, and counting the answers. An answer that is not the expected one ends
//! the program: a figure of refusals would say nothing.

use super::families::{Families, Family};
use contract::portal::DEVICE_HEADER;
use journeys::world::World;
use reqwest::{Client, Method, RequestBuilder};
use sha2::{Digest, Sha256};
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Who ask at the same time.
const SIDE_BY_SIDE: usize = 16;
/// For how long is asked in a round.
const ROUND: Duration = Duration::from_secs(4);
/// The largest file that may be sent.
const FILE: usize = 4 * 1024 * 1024;
/// Files that are sent at the same time, and in a round.
const FILES: (usize, usize) = (4, 60);

/// What is asked over and over: one request a session.
pub(crate) struct Asked {
    requests: Vec<RequestBuilder>,
    status: u16,
}

impl Asked {
    /// The household board.
    pub(crate) fn status(world: &World, families: &Families) -> Self {
        Self::with_tokens(&world.page("/api/v1/household"), families)
    }

    /// The floor's answer to the same question.
    pub(crate) fn bare_status(floor: &str, families: &Families) -> Self {
        Self::with_tokens(&format!("{floor}/status"), families)
    }

    fn with_tokens(address: &str, families: &Families) -> Self {
        let asked = |token: &str| families.client.get(address).bearer_auth(token);
        let requests = families.all.iter().map(|family| asked(&family.token)).collect();
        Self { requests, status: 200 }
    }

    /// Signing in.
    pub(crate) fn sign_in(world: &World, families: &Families) -> Self {
        let address = world.page("/api/v1/sessions");
        let asked = |family: &Family| {
            let request = families.client.post(&address).header(DEVICE_HEADER, &family.device);
            request.json(&family.sign_in())
        };
        let requests = families.all.iter().map(asked).collect();
        Self { requests, status: 201 }
    }
}

/// Answers in a second.
pub(crate) async fn in_a_second(asked: Asked) -> f64 {
    let asked = Arc::new(asked);
    let next = Arc::new(AtomicUsize::new(0));
    let started = Instant::now();
    let asking = (0..SIDE_BY_SIDE).map(|_| {
        let (asked, next) = (Arc::clone(&asked), Arc::clone(&next));
        tokio::spawn(async move {
            let mut count = 0_u32;
            while started.elapsed() < ROUND {
                let turn = next.fetch_add(1, Ordering::Relaxed) % asked.requests.len();
                let request = asked.requests[turn].try_clone().unwrap();
                answered(request, asked.status).await;
                count += 1;
            }
            count
        })
    });
    let mut count = 0;
    for one in asking.collect::<Vec<_>>() {
        count += one.await.unwrap();
    }
    f64::from(count) / started.elapsed().as_secs_f64()
}

async fn answered(request: RequestBuilder, status: u16) {
    let answer = request.send().await.unwrap();
    let found = answer.status().as_u16();
    let body = answer.bytes().await.unwrap();
    assert_eq!(found, status, "{}", String::from_utf8_lossy(&body));
}

/// A file on its way: all but its last byte, so that nothing but the arriving is measured.
#[derive(Clone)]
struct File {
    bytes: Vec<u8>,
    part_digest: String,
    whole_digest: String,
}

impl File {
    fn new() -> Self {
        let bytes: Vec<u8> = (0..FILE).map(|at| (at * 7 + at / 251) as u8).collect();
        let digest = |bytes: &[u8]| {
            use base64::Engine as _;
            let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(bytes));
            format!("sha-256=:{hash}:")
        };
        let (part_digest, whole_digest) = (digest(&bytes[..FILE - 1]), digest(&bytes));
        Self { bytes: bytes[..FILE - 1].to_vec(), part_digest, whole_digest }
    }

    fn to_portal(
        &self,
        client: &Client,
        world: &World,
        (person, token): (&str, &str),
        number: usize,
    ) -> RequestBuilder {
        let upload = format!("01890000-0000-7000-8000-{number:012x}");
        let address = world.page(&format!("/api/v1/people/{person}/uploads/{upload}"));
        client
            .request(Method::PATCH, address)
            .bearer_auth(token)
            .header("upload-offset", 0)
            .header("upload-length", FILE)
            .header("content-digest", &self.part_digest)
            .header("repr-digest", &self.whole_digest)
            .header("content-type", "application/octet-stream")
            .body(self.bytes.clone())
    }
}

/// Megabytes (10⁶ bytes) a second that arrive at the portal, or at the floor.
pub(crate) async fn uploaded(world: &World, families: &Families, floor: Option<&str>) -> f64 {
    let file = File::new();
    let people = families.people();
    let started = Instant::now();
    for round in 0..FILES.1 / FILES.0 {
        let sending = (0..FILES.0).map(|place| {
            let number = round * FILES.0 + place;
            let (request, status) = match floor {
                Some(floor) => {
                    let address = format!("{floor}/upload/{number}");
                    (families.client.put(address).body(file.bytes.clone()), 204)
                }
                None => {
                    let person = people[number % people.len()];
                    (file.to_portal(&families.client, world, person, number), 200)
                }
            };
            tokio::spawn(answered(request, status))
        });
        for one in sending.collect::<Vec<_>>() {
            one.await.unwrap();
        }
    }
    (FILES.1 * FILE) as f64 / 1e6 / started.elapsed().as_secs_f64()
}

/// The most memory that the portal takes while a file of every person arrives at once, in MB.
pub(crate) async fn memory_of_uploads(world: &World, families: &Families) -> f64 {
    let file = File::new();
    let process = format!("/proc/{}", world.process());
    // The most that was taken counts from here on.
    fs::write(format!("{process}/clear_refs"), "5").unwrap();
    let sending = families.people().into_iter().enumerate().map(|(number, person)| {
        let request = file.to_portal(&families.client, world, person, 1_000_000 + number);
        tokio::spawn(answered(request, 200))
    });
    for one in sending.collect::<Vec<_>>() {
        one.await.unwrap();
    }
    let status = fs::read_to_string(format!("{process}/status")).unwrap();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let kilobytes: f64 = most.trim().trim_end_matches(" kB").parse().unwrap();
    kilobytes / 1024.0
}
