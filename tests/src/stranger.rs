//! A stranger who tries passwords for somebody's account, as fast as the portal answers.

use crate::wait;
use reqwest::Client;
use serde_json::json;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::runtime::Runtime;

/// Where they sit: another address than everybody else's.
const ADDRESS: [u8; 4] = [127, 0, 0, 2];

/// Goes on until dropped.
#[derive(Debug)]
pub struct Stranger {
    replies: Arc<Mutex<Vec<u16>>>,
    _trying: Runtime,
}

impl Stranger {
    /// Begins to try passwords for an account.
    ///
    /// # Panics
    /// When nothing can be asked from here.
    #[must_use]
    pub fn hammers(portal: &str, username: &str) -> Self {
        // Fails only where a provider is installed already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let trying = Runtime::new().unwrap();
        let client = Client::builder().local_address(std::net::IpAddr::from(ADDRESS));
        let client = client.timeout(Duration::from_secs(10)).build().unwrap();
        let sessions = format!("{portal}/api/v1/sessions");
        let body = json!({ "username": username, "password": "nobody knows what it is" });
        let replies = Arc::new(Mutex::new(Vec::new()));
        let said = Arc::clone(&replies);
        trying.spawn(async move {
            loop {
                if let Ok(reply) = client.post(&sessions).json(&body).send().await {
                    said.lock().unwrap().push(reply.status().as_u16());
                }
            }
        });
        Self { replies, _trying: trying }
    }

    /// Was let try at first, and then told to wait.
    ///
    /// # Panics
    /// When they were not.
    pub fn is_slowed(&self) {
        let slowed = wait::until(|| self.replies.lock().unwrap().contains(&429).then_some(()));
        let replies = self.replies.lock().unwrap();
        slowed.unwrap_or_else(|why| panic!("a stranger is not slowed: {why}, {replies:?}"));
        assert_eq!(replies.first(), Some(&401), "{replies:?}");
        assert!(!replies.iter().any(|status| *status < 400), "let in: {replies:?}");
    }
}
