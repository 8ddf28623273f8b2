//! Signing out, and removing what this device keeps: what is said of both, held against the files.

use super::{FILE, KEY, address, copies, files, in_files, open, type_all, typed};
use applicant::{MemorySecrets, Secrets};
use contract::draft::{Draft, DraftKey, PlaceDraft};
use contract::host::{Settings, Theme};
use std::fs;
use std::sync::Arc;

const SECRETS: [&str; 3] = [KEY, "session", "device-secrets"];

/// Pieces of every sealed row of a store, which would be found wherever a copy of one lies.
fn sealed(file: &std::path::Path) -> Vec<Vec<u8>> {
    let db = rusqlite::Connection::open(file).expect("a store");
    let mut query =
        db.prepare("SELECT sealed FROM draft UNION ALL SELECT sealed FROM seen").expect("a query");
    let rows = query.query_map([], |row| row.get::<_, Vec<u8>>(0)).expect("rows");
    let rows: Vec<Vec<u8>> = rows.map(|row| row.expect("a row")[..32].to_vec()).collect();
    assert!(!rows.is_empty());
    rows
}

#[tokio::test]
async fn after_removing_no_file_holds_anything_and_no_key_is_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets = Arc::<MemorySecrets>::default();
    let app = open(folder.path(), &secrets);
    type_all(&app).await;
    app.keep_settings(Settings { theme: Theme::Dark, ..Settings::default() }).await.expect("kept");
    // A copy that was set aside, with its log, and what else has its name.
    for name in
        ["set-aside-1790000000-landed.sqlite", "set-aside-2026-11-23-120000-landed.sqlite-wal"]
    {
        fs::write(folder.path().join(name), "set aside").expect("written");
    }
    fs::create_dir(folder.path().join("set-aside-2026-11-22-120000-landed.sqlite")).expect("made");
    for name in SECRETS {
        secrets.set(name, &[9; 32]).expect("kept");
    }
    let rows = sealed(&folder.path().join(FILE));
    let searched = || {
        let places = [&b"dark"[..], b"set aside", b"K7MP"];
        let rows = rows.iter().map(Vec::as_slice);
        rows.chain(places).filter(|text| in_files(folder.path(), text)).count()
    };
    assert_eq!(searched(), rows.len() + 2, "what is looked for would be found; typing is sealed");

    app.remove_device_data().await.expect("removed");
    assert_eq!(searched(), 0);
    for name in SECRETS {
        assert_eq!(secrets.get(name).expect("read"), None, "{name}");
    }
    // The page that follows keeps where it is; that is no reason to begin a file.
    let place = Draft::Place(PlaceDraft { path: "/".to_owned() });
    app.save_draft(DraftKey::Place, place).await.expect("kept");
    app.start().await.expect("starts");
    let left: Vec<_> =
        files(folder.path(), "").iter().map(|path| fs::read(path).expect("bytes").len()).collect();
    assert_eq!(left, [0], "an empty file, by which windows take turns");

    // Whoever types again finds it kept, under a key of its own.
    type_all(&app).await;
    let key = secrets.get(KEY).expect("read").expect("a key");
    assert_ne!(key, [9; 32]);
    let again = open(folder.path(), &secrets);
    for (key, draft) in typed() {
        assert_eq!(again.load_draft(key).await, Ok(Some(draft)));
    }
    assert_eq!(again.start().await.expect("starts").settings, Settings::default());
    assert_eq!(copies(folder.path()).len(), 0);
}

#[tokio::test]
async fn after_a_sign_out_what_is_said_stays_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets = Arc::<MemorySecrets>::default();
    let app = open(folder.path(), &secrets);
    type_all(&app).await;
    let dark = Settings { theme: Theme::Dark, ..Settings::default() };
    app.keep_settings(dark).await.expect("kept");
    let place = Draft::Place(PlaceDraft { path: "/address".to_owned() });
    app.save_draft(DraftKey::Place, place).await.expect("kept");
    secrets.set("session", b"a session").expect("kept");
    secrets.set("device-secrets", b"[]").expect("kept");

    app.sign_out().await.expect("signed out");
    assert_eq!(secrets.get("session").expect("read"), None);
    assert!(secrets.get(KEY).expect("read").is_some(), "what was typed stays, sealed");
    assert!(secrets.get("device-secrets").expect("read").is_some(), "it is known again");
    let again = open(folder.path(), &secrets);
    let start = again.start().await.expect("starts");
    assert_eq!((start.path, start.signed_in, start.settings), (None, None, dark));
    for (key, draft) in typed() {
        assert_eq!(again.load_draft(key).await, Ok(Some(draft)));
    }
    let refused = again.save_draft(DraftKey::Address, address()).await;
    assert!(refused.is_err(), "nobody is signed in");
}
