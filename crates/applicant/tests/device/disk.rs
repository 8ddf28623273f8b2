//! A disk that is full, and one that is read-only: a small one of the test's own, in a process with
//! its own view of what is mounted.

use super::{open, try_open, username};
use applicant::MemorySecrets;
use contract::Code;
use contract::draft::DraftKey;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

const FOLDER: &str = "LANDED_TEST_DISK";
const PAGE: DraftKey = DraftKey::SignIn;

/// Runs an ignored test of this file with a disk of 600 KB in the folder that it is told.
fn on_a_small_disk(test: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let mount = "mount -t tmpfs -o size=600k tmpfs \"$LANDED_TEST_DISK\" && exec \"$0\" \"$@\"";
    let program = std::env::current_exe().expect("this program");
    let ran = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", mount])
        .arg(program)
        .args(["--exact", test, "--ignored", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder.path())
        .output()
        .expect("unshare of util-linux");
    let said = String::from_utf8_lossy(&ran.stdout);
    let complained = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success() && said.contains("1 passed"), "{said}\n{complained}");
}

fn disk() -> PathBuf {
    PathBuf::from(std::env::var_os(FOLDER).expect("the folder"))
}

/// Takes all room, to the last byte, and gives the file that takes it.
fn fill(disk: &Path) -> PathBuf {
    let filler = disk.join("filler");
    let mut room = 600 * 1024;
    let mut taken = Vec::new();
    while room > 0 {
        taken.resize(taken.len() + room, 1);
        if fs::write(&filler, &taken).is_err() {
            taken.truncate(taken.len() - room);
            fs::write(&filler, &taken).expect("what fitted before");
            room /= 2;
        }
    }
    filler
}

#[test]
fn a_full_disk_is_told_and_typing_is_kept_once_there_is_room() {
    on_a_small_disk("disk::on_a_full_disk");
}

#[tokio::test]
#[ignore = "runs only as the process that another test starts, with a disk of its own"]
async fn on_a_full_disk() {
    let (disk, secrets) = (disk(), Arc::<MemorySecrets>::default());
    let folder = disk.join("app");
    let app = open(&folder, &secrets);
    app.save_draft(PAGE, username("before")).await.expect("kept");
    let filler = fill(&disk);
    let long = username(&"typed while it is full ".repeat(4000));
    for _ in 0..3 {
        let refused = app.save_draft(PAGE, long.clone()).await.expect_err("no room");
        assert_eq!(refused.code, Code::DiskFull);
    }
    assert_eq!(app.load_draft(PAGE).await, Ok(Some(username("before"))), "nothing half");
    // Another window that opens meanwhile reads what is there.
    let other = open(&folder, &secrets);
    assert_eq!(other.load_draft(PAGE).await, Ok(Some(username("before"))));
    drop(other);
    fs::remove_file(&filler).expect("room");
    app.save_draft(PAGE, long.clone()).await.expect("kept, as it was typed");
    let again = open(&folder, &secrets);
    assert_eq!(again.load_draft(PAGE).await, Ok(Some(long)));
    assert_eq!(again.start().await.map(|start| start.notice), Ok(None));
    // A first start on a full disk.
    let filler = fill(&disk);
    let (new, nobody) = (disk.join("new"), Arc::default());
    let refused = try_open(&new, &nobody).map(|_| ()).expect_err("no room");
    assert_eq!(refused.code, Code::DiskFull);
    fs::remove_file(&filler).expect("room");
    let app = open(&new, &nobody);
    app.save_draft(PAGE, username("first")).await.expect("kept");
    assert_eq!(app.start().await.map(|start| start.notice), Ok(None), "nothing was lost");
}

#[test]
fn a_read_only_disk_is_told_and_the_app_opens_once_it_is_not() {
    on_a_small_disk("disk::on_a_read_only_disk");
}

fn remount(disk: &Path, how: &str) {
    let mut mount = Command::new("mount");
    let ran = mount.args(["-o", &format!("remount,{how}")]).arg(disk).status().expect("mount");
    assert!(ran.success(), "remounted {how}");
}

#[tokio::test]
#[ignore = "runs only as the process that another test starts, with a disk of its own"]
async fn on_a_read_only_disk() {
    let (disk, secrets) = (disk(), Arc::<MemorySecrets>::default());
    let folder = disk.join("app");
    let app = open(&folder, &secrets);
    app.save_draft(PAGE, username("before")).await.expect("kept");
    drop(app);
    remount(&disk, "ro");
    let refused = try_open(&folder, &secrets).map(|_| ()).expect_err("read-only");
    assert_eq!(refused.code, Code::DeviceReadOnly);
    let refused = try_open(&disk.join("new"), &secrets).map(|_| ()).expect_err("read-only");
    assert_eq!(refused.code, Code::DeviceReadOnly);
    remount(&disk, "rw");
    let app = open(&folder, &secrets);
    assert_eq!(app.load_draft(PAGE).await, Ok(Some(username("before"))));
    assert_eq!(app.start().await.map(|start| start.notice), Ok(None));
    app.save_draft(PAGE, username("after")).await.expect("kept");
}
