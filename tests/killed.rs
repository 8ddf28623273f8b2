//! An app that is killed while it sends a photo, as a process of its own: the one that comes after it
//! goes on where the portal says.

use super::line::{Fault, Line};
use super::uploading::{CHUNK, declared, is_sent_once, noisy, pick};
use super::{Device, sent};
use applicant::{SecretError, Secrets};
use journeys::started::{Started, bound};
use journeys::wait;
use journeys::world::World;
use std::path::PathBuf;
use std::sync::Arc;

/// Secrets in a folder: for a device whose app runs in another process.
pub(super) struct InFolder(pub(super) PathBuf);

impl Secrets for InFolder {
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, SecretError> {
        Ok(std::fs::read(self.0.join(name)).ok())
    }
    fn set(&self, name: &str, secret: &[u8]) -> Result<(), SecretError> {
        std::fs::write(self.0.join(name), secret).unwrap();
        Ok(())
    }
    fn remove(&self, name: &str) -> Result<(), SecretError> {
        let _ = std::fs::remove_file(self.0.join(name));
        Ok(())
    }
}

const PORTAL: &str = "LANDED_TEST_PORTAL";
const FOLDER: &str = "LANDED_TEST_FOLDER";
const PERSON: &str = "LANDED_TEST_PERSON";

/// The app that [`an_upload_outlives_a_killed_app`] kills: submits and does not come back.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "runs only as the process that another test starts and kills"]
async fn an_app_that_is_killed_while_it_sends() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).unwrap());
    let secrets = folder.join("secrets");
    let device =
        Device { folder: tempfile::tempdir().unwrap(), secrets: Arc::new(InFolder(secrets)) };
    let app = device.app_in(&folder, &std::env::var(PORTAL).unwrap());
    let person = std::env::var(PERSON).unwrap().parse().unwrap();
    println!("sends");
    let _ = app.submit_photo(person).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_outlives_a_killed_app() {
    let world = World::new();
    let line = Line::to(world.address()).await;
    let folder = tempfile::tempdir().unwrap();
    let secrets = folder.path().join("secrets");
    std::fs::create_dir(&secrets).unwrap();
    let device = Device { folder, secrets: Arc::new(InFolder(secrets)) };
    let app = device.app(&line.address);
    let me = declared(&world, &app).await;
    let file = noisy(5);
    pick(&app, me, file.clone()).await;
    drop(app);

    // The sixth chunk arrives, and the app is killed while it waits for the reply.
    line.breaks_at("PATCH", 6, Fault::Silence);
    let mut command = bound(std::env::current_exe().unwrap());
    command
        .args(["--exact", "killed::an_app_that_is_killed_while_it_sends"])
        .args(["--ignored", "--nocapture"])
        .env(PORTAL, &line.address)
        .env(FOLDER, device.folder.path())
        .env(PERSON, me.to_string());
    let mut sender = Started::new("sender", &mut command, device.folder.path());
    wait::until(|| line.has_broken().then_some(())).unwrap();
    assert!(sender.runs());
    sender.kill();
    assert_eq!(line.bytes_of_files(), 7 * CHUNK);

    let app = device.app(&line.address);
    let receipt = sent(app.submit_photo(me).await);
    assert_eq!(line.bytes_of_files() - file.len(), CHUNK, "what was on the line when it died");
    is_sent_once(&world, &app, me, &receipt).await;
}
