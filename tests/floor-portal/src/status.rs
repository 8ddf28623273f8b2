//! Who asks, and how far everyone of their household is: two queries.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// As many as the portal has.
const READERS: usize = 4;

/// Connections that only read.
#[derive(Clone)]
pub(crate) struct Database(Arc<Mutex<Vec<Connection>>>);

impl Database {
    pub(crate) fn open(file: &Path) -> rusqlite::Result<Self> {
        let open = |_| Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY);
        Ok(Self(Arc::new(Mutex::new((0..READERS).map(open).collect::<rusqlite::Result<_>>()?))))
    }

    fn take(&self) -> Option<Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn give(&self, connection: Connection) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
    }
}

pub(crate) async fn status(
    State(database): State<Database>,
    headers: HeaderMap,
) -> Result<Json<Value>, StatusCode> {
    let token = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = token.and_then(|value| value.strip_prefix("Bearer "));
    let token: [u8; 32] = Sha256::digest(token.ok_or(StatusCode::UNAUTHORIZED)?).into();
    let looked = tokio::task::spawn_blocking(move || {
        loop {
            // More ask than there are connections: one comes back in a moment.
            let Some(connection) = database.take() else {
                std::thread::yield_now();
                continue;
            };
            let found = look(&connection, &token);
            database.give(connection);
            return found;
        }
    });
    let found = looked.await.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    found.map(Json).map_err(|_| StatusCode::UNAUTHORIZED)
}

fn look(db: &Connection, token: &[u8; 32]) -> rusqlite::Result<Value> {
    let person: String = db
        .prepare_cached(
            "SELECT a.person FROM sessions s JOIN accounts a ON a.id = s.account WHERE s.token = ?1",
        )?
        .query_row([token], |row| row.get(0))?;
    let mut people = db.prepare_cached(
        "SELECT p.id, p.given, p.family, p.date_of_birth, d.at, c.step
         FROM people me JOIN people p ON p.household = me.household
         LEFT JOIN declarations d ON d.person = p.id LEFT JOIN cards c ON c.person = p.id
         WHERE me.id = ?1 ORDER BY p.position",
    )?;
    let people = people.query_map([person], |row| {
        Ok(json!({
            "id": row.get::<_, String>(0)?,
            "given": row.get::<_, String>(1)?,
            "family": row.get::<_, String>(2)?,
            "date_of_birth": row.get::<_, String>(3)?,
            "declared_at": row.get::<_, Option<i64>>(4)?,
            "card": row.get::<_, Option<String>>(5)?,
        }))
    })?;
    Ok(Value::Array(people.collect::<rusqlite::Result<_>>()?))
}
