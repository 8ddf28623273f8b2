//! A body to a file, flushed to the disk.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use futures_util::StreamExt;
use std::path::PathBuf;
use tokio::io::AsyncWriteExt;

pub(crate) async fn take(
    State(folder): State<PathBuf>,
    Path(name): Path<String>,
    body: Body,
) -> StatusCode {
    match keep(folder.join(name), body).await {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

async fn keep(path: PathBuf, body: Body) -> std::io::Result<()> {
    let mut file = tokio::fs::File::create(path).await?;
    let mut pieces = body.into_data_stream();
    while let Some(piece) = pieces.next().await {
        file.write_all(&piece.map_err(std::io::Error::other)?).await?;
    }
    file.sync_all().await
}
