//! A line between app and portal that passes everything on, notes what went over it, and breaks as
//! a test wishes: a reply that gets lost, a request that is cut in the middle, a portal that is
//! busy, no answer at all.

use super::weather::Weather;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// What goes wrong with a request.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fault {
    /// Its reply is lost after the portal has done what was asked.
    ReplyLost,
    /// Only so many bytes of its body reach the portal.
    Cut(usize),
    /// Something else answers, word for word; the portal never sees it.
    Answered(&'static str),
    /// Nothing ever answers.
    Silence,
    /// It reaches the portal only after so long.
    Late(Duration),
    /// It reaches the portal twice, one after the other.
    Twice,
    /// Half of the reply comes, and then nothing more.
    HalfReply,
    /// The reply comes in a few pieces.
    Drip,
}

/// A request that came over the line.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    /// Its first line.
    pub(super) request: String,
    /// Bytes of its body that its sender put on the line.
    pub(super) body: usize,
}

#[derive(Debug, Default)]
struct Plan {
    /// The start of a request, how many such are passed on before, and what then goes wrong.
    faults: Vec<(&'static str, usize, Fault)>,
    /// What goes wrong by chance with everything else.
    weather: Option<Weather>,
    seen: Vec<Seen>,
}

/// A line to a portal.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) address: String,
    plan: Arc<Mutex<Plan>>,
    task: JoinHandle<()>,
}

impl Line {
    pub(super) async fn to(portal: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let plan: Arc<Mutex<Plan>> = Arc::default();
        let (portal, shared) = (portal.trim_start_matches("http://").to_owned(), Arc::clone(&plan));
        let task = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let (portal, plan) = (portal.clone(), Arc::clone(&shared));
                tokio::spawn(async move { pass_on(client, &portal, &plan).await });
            }
        });
        Self { address, plan, task }
    }

    /// Something goes wrong with the first request that starts so, after so many of that kind.
    pub(super) fn breaks_at(&self, request: &'static str, after: usize, fault: Fault) {
        self.plan().faults.push((request, after, fault));
    }

    /// From now on anything goes wrong, as chance has it; nothing more without a weather.
    pub(super) fn comes_under(&self, weather: Option<Weather>) {
        self.plan().weather = weather;
    }

    pub(super) fn lose_the_reply_to(&self, request: &'static str) {
        self.breaks_at(request, 0, Fault::ReplyLost);
    }

    /// Whether everything went wrong that was to.
    pub(super) fn has_broken(&self) -> bool {
        self.plan().faults.is_empty()
    }

    /// The requests that start so.
    pub(super) fn seen(&self, request: &str) -> Vec<Seen> {
        let plan = self.plan();
        plan.seen.iter().filter(|seen| seen.request.starts_with(request)).cloned().collect()
    }

    /// Bytes of files that the app put on the line.
    pub(super) fn bytes_of_files(&self) -> usize {
        self.seen("PATCH").iter().map(|seen| seen.body).sum()
    }

    fn plan(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap()
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// One request and its reply, on connections of their own.
async fn pass_on(mut client: TcpStream, portal: &str, plan: &Mutex<Plan>) {
    let Some((mut request, body)) = request(&mut client).await else { return };
    let fault = {
        let mut plan = plan.lock().unwrap();
        let line = request.split(|byte| *byte == b'\r').next().unwrap();
        plan.seen.push(Seen { request: String::from_utf8_lossy(line).into_owned(), body });
        let fits = |(start, ..): &(&str, usize, Fault)| request.starts_with(start.as_bytes());
        match plan.faults.iter().position(fits) {
            Some(place) if plan.faults[place].1 == 0 => Some(plan.faults.remove(place).2),
            Some(place) => {
                plan.faults[place].1 -= 1;
                None
            }
            None => plan.weather.as_mut().and_then(Weather::next),
        }
    };
    match fault {
        Some(Fault::Silence) => std::future::pending().await,
        Some(Fault::Answered(reply)) => {
            let _ = client.write_all(reply.as_bytes()).await;
            return;
        }
        Some(Fault::Cut(bytes)) => request.truncate(request.len() - body + bytes.min(body)),
        Some(Fault::Late(by)) => tokio::time::sleep(by).await,
        Some(Fault::Twice) => drop(asked(portal, &request).await),
        Some(Fault::ReplyLost | Fault::HalfReply | Fault::Drip) | None => {}
    }
    if matches!(fault, Some(Fault::Cut(_))) {
        let mut server = TcpStream::connect(portal).await.unwrap();
        server.write_all(&request).await.unwrap();
        return;
    }
    let reply = asked(portal, &request).await;
    // Whoever waited for the reply may have gone.
    let _ = match fault {
        Some(Fault::ReplyLost) => Ok(()),
        Some(Fault::HalfReply) => client.write_all(&reply[..reply.len() / 2]).await,
        Some(Fault::Drip) => drip(&mut client, &reply).await,
        _ => client.write_all(&reply).await,
    };
}

/// What the portal says to a request.
async fn asked(portal: &str, request: &[u8]) -> Vec<u8> {
    let mut server = TcpStream::connect(portal).await.unwrap();
    server.write_all(request).await.unwrap();
    let mut reply = Vec::new();
    server.read_to_end(&mut reply).await.unwrap();
    reply
}

async fn drip(client: &mut TcpStream, reply: &[u8]) -> std::io::Result<()> {
    for piece in reply.chunks(reply.len() / 7 + 1) {
        client.write_all(piece).await?;
        tokio::time::sleep(Duration::from_millis(3)).await;
    }
    Ok(())
}

/// A whole request, asking for its connection to be closed after the reply, and how many of its
/// last bytes are its body.
async fn request(client: &mut TcpStream) -> Option<(Vec<u8>, usize)> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
        if client.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).to_lowercase();
    let length = text.lines().find_map(|line| line.strip_prefix("content-length:"));
    let body = length.map_or(0, |length| length.trim().parse().unwrap());
    while bytes.len() < head + body {
        if client.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
    bytes.splice(head - 2..head - 2, *b"connection: close\r\n");
    Some((bytes, body))
}
