//! The portal's program: `serve` for the apps, `officer` for staff. Only translates between the
//! command line and the library.

mod officer;

use clap::{Parser, Subcommand};
use portal::clock::SystemClock;
use portal::mail::{Login, Relay, RelayAddress, Signing};
use portal::{Options, StartError};
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use tracing_subscriber::EnvFilter;

/// The portal of Landed.
#[derive(Parser)]
#[command(name = "landed-portal", version)]
struct Arguments {
    /// The folder with everything that the portal keeps.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,

    /// Moves the clock by so many seconds, for demonstrations and tests.
    #[arg(
        long,
        value_name = "SECONDS",
        env = "LANDED_CLOCK_OFFSET",
        default_value_t = 0,
        allow_negative_numbers = true
    )]
    clock_offset: i64,

    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the apps until it is told to stop.
    Serve {
        /// Where to listen; port 0 takes any free one.
        #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8710")]
        listen: SocketAddr,

        /// Who mail is from.
        #[arg(long, value_name = "EMAIL", env = "LANDED_MAIL_FROM")]
        mail_from: Option<String>,

        /// The relay that takes mail: smtps://HOST[:PORT] for TLS from the start, smtp://HOST[:PORT]
        /// for STARTTLS. Without it, mail goes to the folder `mail` in the data folder.
        #[arg(long, value_name = "URL", env = "LANDED_MAIL_RELAY")]
        mail_relay: Option<RelayAddress>,

        /// As whom to sign in to the relay.
        #[arg(long, value_name = "USER", env = "LANDED_MAIL_USER", requires_all = ["mail_relay", "mail_password_file"])]
        mail_user: Option<String>,

        /// The file whose first line is the password for that.
        #[arg(
            long,
            value_name = "FILE",
            env = "LANDED_MAIL_PASSWORD_FILE",
            requires = "mail_user"
        )]
        mail_password_file: Option<PathBuf>,

        /// A file with the only certificates (PEM) that vouch for the relay's. Without it, the
        /// system's do.
        #[arg(long, value_name = "FILE", env = "LANDED_MAIL_TRUSTED", requires = "mail_relay")]
        mail_trusted: Option<PathBuf>,

        /// The file with the private key (RSA, PEM) that mail is signed with (DKIM).
        #[arg(long, value_name = "FILE", env = "LANDED_DKIM_KEY", requires = "dkim_selector")]
        dkim_key: Option<PathBuf>,

        /// Under which name the public key is published: SELECTOR._domainkey of the sender's domain.
        #[arg(long, value_name = "SELECTOR", env = "LANDED_DKIM_SELECTOR", requires = "dkim_key")]
        dkim_selector: Option<String>,

        /// Where people write when they need help.
        #[arg(long, value_name = "EMAIL", env = "LANDED_CONTACT_ADDRESS")]
        contact_address: Option<String>,

        /// The folder with the interface of the browser edition. Without it the apps are served only.
        #[arg(long, value_name = "DIR", env = "LANDED_INTERFACE")]
        interface: Option<PathBuf>,

        /// The portal stands behind a proxy that ends TLS and is its only way in. The proxy passes
        /// `Host` on as it came and appends the address of its client to `X-Forwarded-For`.
        #[arg(long)]
        behind_tls: bool,

        /// Ends sessions after so many seconds without use, for demonstrations and tests.
        #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..))]
        session_idle_seconds: Option<u32>,
    },
    /// What staff do. Works while the portal serves, too.
    #[command(subcommand)]
    Officer(officer::Command),
}

/// The system's allocator keeps far more than is used where many threads take turns.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Threads for what waits for the disk; each takes memory of its own.
const WAITING_THREADS: usize = 8;

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(EnvFilter::try_from_env("LANDED_LOG").unwrap_or_else(|_| "warn".into()))
        .init();
    let arguments = Arguments::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .max_blocking_threads(WAITING_THREADS)
        .enable_all()
        .build();
    let done = match runtime {
        Ok(runtime) => runtime.block_on(run(arguments)),
        Err(error) => Err(error.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            say(&mut std::io::stderr(), &format!("landed-portal: {reason}"));
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let mut options = Options::new(arguments.data, SocketAddr::from(([127, 0, 0, 1], 0)));
    options.clock = Arc::new(SystemClock { offset_seconds: arguments.clock_offset });
    match arguments.command {
        Command::Serve {
            listen,
            mail_from,
            mail_relay,
            mail_user,
            mail_password_file,
            mail_trusted,
            dkim_key,
            dkim_selector,
            contact_address,
            interface,
            behind_tls,
            session_idle_seconds,
        } => {
            options.listen = listen;
            options.mail_from = mail_from.unwrap_or(options.mail_from);
            let login = mail_user.zip(mail_password_file);
            let login = login.map(|(user, password)| Login { user, password });
            options.relay =
                mail_relay.map(|address| Relay { address, login, trusted: mail_trusted });
            options.signing =
                dkim_key.zip(dkim_selector).map(|(key, selector)| Signing { selector, key });
            options.contact_address = contact_address.unwrap_or(options.contact_address);
            options.interface = interface;
            options.behind_tls = behind_tls;
            if let Some(seconds) = session_idle_seconds {
                options.policy.session_idle_seconds = seconds;
                warn(&format!("sessions end after {seconds} seconds without use"));
            }
            if arguments.clock_offset != 0 {
                warn(&format!("the clock is moved by {} seconds", arguments.clock_offset));
            }
            Ok(serve(options).await?)
        }
        Command::Officer(command) => {
            let done = command.run(&portal::office(&options).await?).await?;
            say(&mut std::io::stdout(), done.trim_end());
            Ok(())
        }
    }
}

async fn serve(options: Options) -> Result<(), StartError> {
    let running = portal::serve(options).await?;
    say(&mut std::io::stdout(), &format!("listening on http://{}", running.address()));
    told_to_stop().await;
    running.stop().await;
    Ok(())
}

/// Waits for ctrl-c or a polite request to end.
async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}

/// Says what is otherwise than in production.
fn warn(what: &str) {
    let line = format!("landed-portal: {what}; for demonstrations and tests only");
    say(&mut std::io::stderr(), &line);
}

/// Writes a line. Where nobody reads any more, there is nobody to tell.
fn say(to: &mut impl Write, line: &str) {
    if !line.is_empty() {
        let _ = writeln!(to, "{line}").and_then(|()| to.flush());
    }
}
