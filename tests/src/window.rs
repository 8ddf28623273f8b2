//! The app in its real window, driven through WebKitWebDriver: one driver process per run of the
//! app, which the driver starts and ends.

mod frame;

use crate::desk::Desk;
use crate::started::Started;
use crate::wait::{self, PATIENCE};
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};
use std::future::Future;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::time::Duration;
use tokio::runtime::Runtime;

/// A running app.
#[derive(Debug)]
pub struct Window {
    client: Client,
    runtime: Runtime,
    driver: Started,
}

/// A driver that has not started its app yet.
#[derive(Debug)]
pub struct Driver {
    port: u16,
    process: Started,
}

impl Driver {
    /// Starts the program, and is then its window's.
    ///
    /// # Panics
    /// When the app cannot be started.
    #[must_use]
    pub fn open(self, program: &Path) -> Window {
        let mut runtime = tokio::runtime::Builder::new_multi_thread();
        let runtime = runtime.worker_threads(1).enable_all().build().unwrap();
        let options = json!({ "binary": program, "args": [] });
        let capabilities =
            Capabilities::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
        let client = runtime
            .block_on(async {
                let address = format!("http://127.0.0.1:{}", self.port);
                let mut builder = ClientBuilder::new(HttpConnector::new());
                let connect = builder.capabilities(capabilities).connect(&address);
                tokio::time::timeout(Duration::from_secs(60), connect).await
            })
            .unwrap_or_else(|_| panic!("no window within a minute\n{}", self.process.printed()))
            .unwrap_or_else(|error| panic!("no window: {error}\n{}", self.process.printed()));
        Window { client, runtime, driver: self.process }
    }
}

impl Window {
    /// Starts the program on the desk, with these variables in its surroundings.
    ///
    /// # Panics
    /// When the driver or the app cannot be started.
    #[must_use]
    pub fn open(desk: &Desk, program: &Path, variables: &[(&str, String)]) -> Self {
        Self::driver(desk, variables).open(program)
    }

    /// Starts a driver only, with these variables in the surroundings of its app.
    ///
    /// # Panics
    /// When it cannot be started.
    #[must_use]
    pub fn driver(desk: &Desk, variables: &[(&str, String)]) -> Driver {
        let mut command = desk.command("WebKitWebDriver");
        command.env("TAURI_WEBVIEW_AUTOMATION", "true");
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        // The port is free now; should another program take it meanwhile, the driver says so.
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        command.arg(format!("--port={port}"));
        let mut process = Started::new("driver", &mut command, &desk.logs());
        wait::until(|| TcpStream::connect(("127.0.0.1", port)).ok())
            .unwrap_or_else(|why| panic!("no WebKitWebDriver: {why}\n{}", process.printed()));
        assert!(process.runs(), "another program took the port:\n{}", process.printed());
        Driver { port, process }
    }

    /// Waits until the heading is shown and a key press is accepted: Tab has moved the focus to the
    /// first thing that can be used.
    ///
    /// # Panics
    /// When either does not come.
    pub fn first_key_accepted(&self) {
        let heading = self.element("a heading", "return document.querySelector('h1')", &[]);
        self.wait_for("a heading that is shown", || {
            self.ask(heading.is_displayed()).ok()?.then_some(())
        });
        let focused = "return document.activeElement?.matches('a, button, input') ?? false";
        self.wait_for("a key press that is accepted", || {
            self.key(Key::Tab);
            (self.script(focused, vec![]) == true).then_some(())
        });
    }

    /// Presses a key, wherever the focus is.
    ///
    /// # Panics
    /// When it cannot be pressed.
    pub fn key(&self, key: Key) {
        let value = char::from(key);
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        self.ask(self.client.perform_actions(keys)).unwrap();
    }

    /// Ends the app at once, as a power cut would, and waits until it is gone.
    ///
    /// # Panics
    /// When there is no app, or it stays.
    pub fn kill(self) {
        let app = self.app();
        kill_process(app, Signal::KILL).unwrap();
        wait::until(|| (!runs(app)).then_some(())).expect("the app is gone");
    }

    /// Closes the window as its close button does, and waits until the app has ended.
    ///
    /// # Panics
    /// When it stays.
    pub fn close(self, desk: &Desk) {
        let app = self.app();
        // The window manager asks the app, which may still write something down.
        desk.hands(&["windowactivate", "--sync", &self.handle(desk), "key", "alt+F4"]).unwrap();
        wait::until(|| (!runs(app)).then_some(())).expect("the app has ended");
    }

    /// The app's process: the child of the driver.
    fn app(&self) -> Pid {
        let children = format!("/proc/{0}/task/{0}/children", self.driver.id());
        let child = wait::until(|| {
            let children = std::fs::read_to_string(&children).ok()?;
            children.split_whitespace().next()?.parse::<i32>().ok()
        });
        Pid::from_raw(child.expect("the driver has started the app")).unwrap()
    }

    fn ask<T>(&self, asking: impl Future<Output = Result<T, CmdError>>) -> Result<T, CmdError> {
        self.runtime
            .block_on(async { tokio::time::timeout(PATIENCE, asking).await })
            .expect("the window answers in time")
    }

    /// Runs a script in the page and gives what it returns.
    ///
    /// # Panics
    /// When it throws.
    #[must_use]
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.ask(self.client.execute(script, arguments)).unwrap()
    }

    /// The page's main heading, once it reads like this.
    ///
    /// # Panics
    /// When it does not come.
    pub fn heading(&self, wanted: &str) {
        let look = "return document.querySelector('h1')?.textContent ?? ''";
        self.wait_for(&format!("the heading “{wanted}”"), || {
            let heading = self.script(look, vec![]);
            (plain(heading.as_str()?) == plain(wanted)).then_some(())
        });
    }

    /// Waits until the page's text holds this.
    ///
    /// # Panics
    /// When it does not come.
    pub fn shows(&self, wanted: &str) {
        self.wait_for(&format!("the text “{wanted}”"), || {
            self.text().contains(&plain(wanted)).then_some(())
        });
    }

    /// The visible text of the page, with plain spaces.
    #[must_use]
    pub fn text(&self) -> String {
        let text = self.script("return document.body.innerText", vec![]);
        plain(text.as_str().unwrap_or_default())
    }

    /// Presses the button or link with exactly this name.
    ///
    /// # Panics
    /// When there is none.
    pub fn press(&self, name: &str) {
        let button = "return [...document.querySelectorAll('a, button, summary')].find(each =>
            plain(each.textContent) === name || plain(each.ariaLabel ?? '') === name)";
        let found = self.element(&format!("the button “{name}”"), button, &[name]);
        self.click(&found);
    }

    /// Whether there is a button or link of this name now.
    #[must_use]
    pub fn has_button(&self, name: &str) -> bool {
        let script = format!(
            "{PLAIN} return [...document.querySelectorAll('a, button')].some(each => plain(each.textContent) === arguments[0])"
        );
        self.script(&script, vec![json!(plain(name))]) == true
    }

    /// Presses the one button of the form.
    ///
    /// # Panics
    /// When there is none.
    pub fn submit(&self) {
        let button = "return document.querySelector('main form button[type=submit]')";
        let found = self.element("the form's button", button, &[]);
        self.click(&found);
    }

    /// Ticks or chooses the box or radio button with this label.
    ///
    /// # Panics
    /// When there is none.
    pub fn choose(&self, label: &str) {
        let found = self.element(&format!("the label “{label}”"), LABEL, &[label]);
        self.click(&found);
    }

    /// Puts text into the field with this label, in place of what it holds, key by key.
    ///
    /// # Panics
    /// When there is none.
    pub fn fill(&self, label: &str, text: &str) {
        let field = self.field(label);
        self.ask(field.clear()).unwrap();
        self.ask(field.send_keys(text)).unwrap();
    }

    /// What the field with this label holds.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn value(&self, label: &str) -> String {
        let field = self.field(label);
        self.ask(field.prop("value")).unwrap().unwrap_or_default()
    }

    /// Whether the box or radio button with this label is ticked.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn chosen(&self, label: &str) -> bool {
        let field = self.field(label);
        self.ask(field.is_selected()).unwrap()
    }

    /// Chooses an entry of the list with this label by its value.
    ///
    /// # Panics
    /// When there is none.
    pub fn select(&self, label: &str, value: &str) {
        let field = self.field(label);
        self.ask(field.select_by_value(value)).unwrap();
    }

    fn field(&self, label: &str) -> Element {
        let what = format!("the field “{label}”");
        let control = format!("const label = (() => {{ {LABEL} }})(); return label?.control");
        let field = self.element(&what, &control, &[label]);
        self.bring(&field).unwrap();
        field
    }

    /// Scrolls an element to the middle: the driver's own scrolling stops at what is half in view.
    fn bring(&self, element: &Element) -> Result<(), CmdError> {
        let show = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        let itself = serde_json::to_value(element).unwrap();
        self.ask(self.client.execute(show, vec![itself])).map(drop)
    }

    /// The element that a script returns, once it returns one. The script may use `name`, its first
    /// argument, and `plain`, which folds spaces.
    fn element(&self, what: &str, script: &str, arguments: &[&str]) -> Element {
        let script = format!("{PLAIN} const [name] = arguments; {script}");
        let arguments: Vec<Value> = arguments.iter().map(|each| json!(each)).collect();
        self.wait_for(what, || {
            let found = self.ask(self.client.execute(&script, arguments.clone())).ok()?;
            let id = found.as_object()?.values().next()?.as_str()?.to_owned();
            Some(Element::from_element_id(self.client.clone(), id.into()))
        })
    }

    fn click(&self, element: &Element) {
        let pressed = wait::until(|| {
            let pressed = self.bring(element).and_then(|()| self.ask(element.click()));
            pressed.ok()
        });
        pressed.unwrap_or_else(|why| panic!("it cannot be pressed: {why}\n{}", self.text()));
    }

    fn wait_for<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        wait::until(look).unwrap_or_else(|why| {
            panic!("{what}: {why}. The page shows:\n{}", self.text());
        })
    }
}

/// Folds every kind of space, and leaves out the marks that isolate what was filled in.
const PLAIN: &str = r"const plain = text =>
    text.replace(/[\u2066-\u2069]/g, '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();";

/// The label that begins with the name; “(required)” or more may follow it.
const LABEL: &str = "return [...document.querySelectorAll('label')].find(each => plain(each.textContent).startsWith(name))";

/// The same in Rust, for what is compared here.
#[must_use]
pub fn plain(text: &str) -> String {
    let text = text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
    text.split('\n')
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether a process is there and no zombie.
fn runs(pid: Pid) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero()));
    status.is_ok_and(|status| !status.rsplit(')').next().unwrap_or_default().starts_with(" Z"))
}
