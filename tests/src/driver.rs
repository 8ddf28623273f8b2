//! A WebDriver process on a free port, and one session with it. One process per session: what one
//! test does to it is not seen by another.

use crate::page::Page;
use crate::started::Started;
use crate::wait;
use fantoccini::ClientBuilder;
use fantoccini::wd::Capabilities;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// A driver that has not started its browser yet.
#[derive(Debug)]
pub struct Driver {
    port: u16,
    process: Started,
}

impl Driver {
    /// Starts a driver that takes `--port=NUMBER`.
    ///
    /// # Panics
    /// When it cannot be started.
    #[must_use]
    pub fn start(command: &mut Command, logs: &Path) -> Self {
        // The port is free now; should another program take it meanwhile, the driver says so.
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        command.arg(format!("--port={port}"));
        let mut process = Started::new("driver", command, logs);
        wait::until(|| TcpStream::connect(("127.0.0.1", port)).ok())
            .unwrap_or_else(|why| panic!("no WebDriver: {why}\n{}", process.printed()));
        assert!(process.runs(), "another program took the port:\n{}", process.printed());
        Self { port, process }
    }

    /// Begins the session, and gives its page and the driver, which has to outlive it.
    ///
    /// # Panics
    /// When what it drives does not start.
    #[must_use]
    pub fn begin(self, capabilities: impl IntoIterator<Item = (String, Value)>) -> (Page, Started) {
        let mut runtime = tokio::runtime::Builder::new_multi_thread();
        let runtime = runtime.worker_threads(1).enable_all().build().unwrap();
        let capabilities = Capabilities::from_iter(capabilities);
        let client = runtime
            .block_on(async {
                let address = format!("http://127.0.0.1:{}", self.port);
                let mut builder = ClientBuilder::new(HttpConnector::new());
                let connect = builder.capabilities(capabilities).connect(&address);
                tokio::time::timeout(Duration::from_secs(60), connect).await
            })
            .unwrap_or_else(|_| panic!("no window within a minute\n{}", self.process.printed()))
            .unwrap_or_else(|error| panic!("no window: {error}\n{}", self.process.printed()));
        (Page::new(client, runtime), self.process)
    }
}
