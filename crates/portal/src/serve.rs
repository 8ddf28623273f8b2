//! Starting and stopping the portal: opens the data folder, listens, delivers mail, examines what was
//! submitted, tidies up.

mod listening;

use crate::clock::{Clock, SystemClock};
use crate::examiner::Examiner;
use crate::http::{App, Interface, Turns, router};
use crate::mail::outbox::Post;
use crate::mail::{Folder, Mailer, Relay, RelayError, Signature, SignatureError, Signing, Smtp};
use crate::officer::Office;
use crate::password::{Cost, Passwords};
use crate::pictures::Pictures;
use crate::store::sqlite::SqliteStore;
use crate::store::{Store, StoreError};
use crate::tidy;
use contract::policy::Policy;
use lettre::message::Mailbox;
use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::{Notify, Semaphore, watch};
use tokio::task::JoinHandle;

/// How long requests that are being answered are waited for when stopping.
const LAST_ANSWERS: Duration = Duration::from_secs(10);
/// Pictures that are examined at a time.
const EXAMINATIONS: usize = 2;
/// Every genuine sender's address ends so.
const SENDER_ENDS: &str = "@cic.gc.ca";
/// Room that is tried out in the data folder before starting, in bytes.
const ROOM: usize = 256 * 1024;

/// How a portal is set up.
#[derive(Clone)]
pub struct Options {
    /// The folder with everything that the portal keeps.
    pub data: PathBuf,
    /// Where it listens. Port 0 takes any free one.
    pub listen: SocketAddr,
    /// Its time.
    pub clock: Arc<dyn Clock>,
    /// The programme's numbers.
    pub policy: Policy,
    /// What hashing a password costs.
    pub cost: Cost,
    /// Who mail is from; ends in `@cic.gc.ca`.
    pub mail_from: String,
    /// The relay that takes mail. Without one, mail goes to the folder `mail` in the data folder.
    pub relay: Option<Relay>,
    /// With which key mail is signed; without, it is not.
    pub signing: Option<Signing>,
    /// Where people write when they need help.
    pub contact_address: String,
    /// The folder with the interface of the browser edition, as `cargo xtask ui` writes it. Without
    /// one, the portal serves the apps only.
    pub interface: Option<PathBuf>,
    /// Whether it stands behind a proxy that ends TLS, passes `Host` on and appends to
    /// `X-Forwarded-For`.
    pub behind_tls: bool,
}

impl Options {
    /// The defaults of production.
    #[must_use]
    pub fn new(data: PathBuf, listen: SocketAddr) -> Self {
        Self {
            data,
            listen,
            clock: Arc::new(SystemClock::default()),
            policy: Policy::PROGRAMME,
            cost: Cost::PRODUCTION,
            mail_from: "IRCC.DoNotReply-NePasRepondre.IRCC@cic.gc.ca".to_owned(),
            relay: None,
            signing: None,
            contact_address: "IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca".to_owned(),
            interface: None,
            behind_tls: false,
        }
    }
}

/// Why the portal did not start. One line for whoever started it.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Something else listens there.
    #[error("port {port} on {ip} is taken: stop what listens there, or choose another with --listen", port = .0.port(), ip = .0.ip())]
    PortTaken(SocketAddr),
    /// It cannot listen there for another reason.
    #[error("cannot listen on {0}: {1}")]
    CannotListen(SocketAddr, std::io::Error),
    /// The data folder cannot be made or written.
    #[error("cannot write to the data folder {folder}: {reason}", folder = .0.display(), reason = .1)]
    DataNotWritable(PathBuf, String),
    /// Another portal serves the same folder.
    #[error("another portal is serving the data folder {}", .0.display())]
    DataInUse(PathBuf),
    /// There is no room on the disk.
    #[error("the disk with the data folder {} is full", .0.display())]
    DiskFull(PathBuf),
    /// The database does not open.
    #[error("the database in {folder} does not open: {reason}", folder = .0.display(), reason = .1)]
    Database(PathBuf, String),
    /// The sender of mail is not one of the programme's.
    #[error("mail must be from an address that ends in {SENDER_ENDS}, not from {0}")]
    Sender(String),
    /// The way to the relay for mail cannot be set up.
    #[error("{0}")]
    Relay(#[from] RelayError),
    /// Mail cannot be signed.
    #[error("{0}")]
    Signature(#[from] SignatureError),
    /// The folder with the interface of the browser edition is not whole.
    #[error("the interface is not whole: {} is missing", .0.display())]
    Interface(PathBuf),
    /// Something else.
    #[error("the portal cannot start: {0}")]
    Other(String),
}

/// A portal that is serving.
pub struct Running {
    address: SocketAddr,
    office: Office,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
    _lock: File,
}

impl Running {
    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The officer's side of the same portal.
    #[must_use]
    pub fn office(&self) -> &Office {
        &self.office
    }

    /// Stops: no new requests, those being answered are finished, for 10 seconds at most.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        for mut task in self.tasks {
            if tokio::time::timeout(LAST_ANSWERS, &mut task).await.is_err() {
                task.abort();
            }
        }
    }
}

/// Opens the officer's side of a data folder, whether or not a portal serves it.
///
/// # Errors
/// As [`serve`], but for listening.
pub async fn office(options: &Options) -> Result<Office, StartError> {
    let data = options.data.clone();
    let policy = Arc::new(options.policy.clone());
    let cost = options.cost;
    let for_store = Arc::clone(&policy);
    let queue = policy.hashing_queue;
    let (store, passwords) = blocking(move || {
        make_folder(&data).map_err(|error| unwritable(&data, &error))?;
        let store = open_store(&data, for_store)?;
        let passwords = Passwords::new(cost, queue).map_err(other)?;
        Ok((store, passwords))
    })
    .await?;
    Ok(Office { store, passwords, clock: Arc::clone(&options.clock), policy })
}

/// Starts a portal.
///
/// # Errors
/// Each in one line: a taken port, a folder that cannot be written or is in use, a full disk, a
/// database that does not open, an interface that is not whole.
pub async fn serve(options: Options) -> Result<Running, StartError> {
    let from: Mailbox = options
        .mail_from
        .parse()
        .ok()
        .filter(|from: &Mailbox| from.email.to_string().ends_with(SENDER_ENDS))
        .ok_or_else(|| StartError::Sender(options.mail_from.clone()))?;
    let interface = options.interface.as_deref().map(Interface::open).transpose();
    let interface = interface.map_err(StartError::Interface)?;
    let data = options.data.clone();
    let lock = blocking(move || prepare(&data)).await?;
    let office = office(&options).await?;
    let unwritable = |error: &std::io::Error| unwritable(&options.data, error);
    let pictures = Pictures::open(&options.data.join("objects")).map_err(|e| unwritable(&e))?;
    let (mailer, signature) = way_out(&options, &from).await?;
    // Before anything can arrive: what a crash left behind is not anybody's.
    tidy::strays(&pictures, office.store.as_ref()).await.map_err(other)?;
    let listener = TcpListener::bind(options.listen)
        .await
        .map_err(|error| not_listening(options.listen, error))?;
    let address = listener.local_addr().map_err(|error| not_listening(options.listen, error))?;

    let (stop, stopped) = watch::channel(false);
    let submitted = Arc::new(Notify::new());
    let app = App {
        store: Arc::clone(&office.store),
        pictures: pictures.clone(),
        passwords: office.passwords.clone(),
        clock: Arc::clone(&office.clock),
        policy: Arc::clone(&office.policy),
        contact_address: options.contact_address.into(),
        behind_tls: options.behind_tls,
        examinations: Arc::new(Semaphore::new(EXAMINATIONS)),
        turns: Turns::default(),
        submitted: Arc::clone(&submitted),
    };
    let examiner = Examiner::new(
        Arc::clone(&office.store),
        pictures.clone(),
        Arc::clone(&office.clock),
        Arc::clone(&office.policy),
        submitted,
    );
    let post = Post {
        store: Arc::clone(&office.store),
        mailer,
        clock: Arc::clone(&office.clock),
        policy: Arc::clone(&office.policy),
        from,
        signature,
    };
    let tasks = vec![
        tokio::spawn(listening::listen(listener, router(app, interface), stopped.clone())),
        tokio::spawn(post.run(stopped.clone())),
        tokio::spawn(examiner.run(stopped.clone())),
        tokio::spawn(tidy::run(office.clone(), pictures, stopped)),
    ];
    Ok(Running { address, office, stop, tasks, _lock: lock })
}

/// Where mail goes, and what it is signed with.
async fn way_out(
    options: &Options,
    from: &Mailbox,
) -> Result<(Arc<dyn Mailer>, Option<Signature>), StartError> {
    let (folder, relay) = (options.data.join("mail"), options.relay.clone());
    let (signing, from) = (options.signing.clone(), from.clone());
    blocking(move || {
        let mailer: Arc<dyn Mailer> = match relay {
            Some(relay) => Arc::new(Smtp::new(&relay)?),
            None => Arc::new(Folder::open(&folder).map_err(|error| unwritable(&folder, &error))?),
        };
        let signature = signing.map(|signing| Signature::open(&signing, &from)).transpose()?;
        Ok((mailer, signature))
    })
    .await
}

/// Makes the data folder, tries out whether there is room, and takes it for this process.
fn prepare(data: &Path) -> Result<File, StartError> {
    let failed = |error: std::io::Error| unwritable(data, &error);
    make_folder(data).map_err(failed)?;
    let mut probe = room_in(data).map_err(failed)?;
    let written = probe.1.write_all(&[0; ROOM]).and_then(|()| probe.1.sync_all());
    let removed = std::fs::remove_file(&probe.0);
    written.and(removed).map_err(failed)?;
    let lock = File::create(data.join("serving.lock")).map_err(failed)?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(std::fs::TryLockError::WouldBlock) => Err(StartError::DataInUse(data.to_owned())),
        Err(std::fs::TryLockError::Error(error)) => Err(failed(error)),
    }
}

/// Makes the data folder, where it is missing, for nobody but the portal's own user to look into.
fn make_folder(data: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(data)
}

fn room_in(data: &Path) -> std::io::Result<(PathBuf, File)> {
    let path = data.join(format!(".room-{}", std::process::id()));
    Ok((path.clone(), File::create(path)?))
}

fn open_store(data: &Path, policy: Arc<Policy>) -> Result<Arc<dyn Store>, StartError> {
    match SqliteStore::open(&data.join("portal.sqlite"), policy) {
        Ok(store) => Ok(Arc::new(store)),
        Err(StoreError::Full) => Err(StartError::DiskFull(data.to_owned())),
        Err(error) => Err(StartError::Database(data.to_owned(), error.to_string())),
    }
}

fn unwritable(data: &Path, error: &std::io::Error) -> StartError {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StartError::DiskFull(data.to_owned()),
        _ => StartError::DataNotWritable(data.to_owned(), error.to_string()),
    }
}

fn not_listening(address: SocketAddr, error: std::io::Error) -> StartError {
    match error.kind() {
        ErrorKind::AddrInUse => StartError::PortTaken(address),
        _ => StartError::CannotListen(address, error),
    }
}

fn other(error: impl std::fmt::Display) -> StartError {
    StartError::Other(error.to_string())
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StartError> + Send + 'static,
) -> Result<T, StartError> {
    tokio::task::spawn_blocking(work).await.map_err(other)?
}
