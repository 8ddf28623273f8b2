//! The floor of the portal's figures: bare axum on the portal's own database, and Argon2 alone. It
//! never decides anything, checks nothing but that a session is there, and keeps no rule.
//!
//! `floor-portal serve DATABASE FOLDER` answers `GET /status` (the session of a bearer token, and the
//! people of its household with how far they are: two queries) and `PUT /upload` (streamed to a file,
//! flushed to the disk), and prints where it listens. `floor-portal hash SECONDS` prints how many
//! passwords a second it checks, on every processor.

mod hashing;
mod status;
mod upload;

use axum::Router;
use axum::routing::{get, put};
use std::path::PathBuf;
use std::time::Duration;
use tokio::net::TcpListener;

type Failed = Box<dyn std::error::Error>;

fn main() -> Result<(), Failed> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["hash", seconds] => {
            say(&hashing::checked_in_a_second(Duration::from_secs(seconds.parse()?))?.to_string());
            Ok(())
        }
        ["serve", database, folder] => serve(database, folder.into()),
        _ => Err("usage: floor-portal hash SECONDS | serve DATABASE FOLDER".into()),
    }
}

#[tokio::main]
async fn serve(database: &str, folder: PathBuf) -> Result<(), Failed> {
    let routes = Router::new()
        .route(
            "/status",
            get(status::status).with_state(status::Database::open(database.as_ref())?),
        )
        .route("/upload/{name}", put(upload::take).with_state(folder));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    say(&format!("listening on http://{}", listener.local_addr()?));
    Ok(axum::serve(listener, routes).await?)
}

/// Whoever started this reads it; where nobody does, there is nobody to tell.
fn say(line: &str) {
    use std::io::Write as _;
    let mut out = std::io::stdout();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}
