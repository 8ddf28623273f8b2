//! How a browser shows its pages: size, scheme, motion, colours; and pictures of them.

use super::{Browser, Engine, Size, Taste};
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::json;
use std::fs;
use std::path::Path;
use url::{ParseError, Url};

/// The highest picture: longer pages are cut.
const HIGHEST: u32 = 6000;

/// Whether Firefox's scripts run in the page or in the browser around it.
#[derive(Debug)]
struct Context(&'static str);

impl WebDriverCompatibleCommand for Context {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/moz/context", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "context": self.0 }).to_string()))
    }
}

impl Browser {
    /// Shows pages as this person wants them. The languages are those of the start.
    ///
    /// # Panics
    /// When it does not become so.
    pub fn becomes(&self, taste: &Taste) {
        if self.engine() == Engine::Chromium {
            let choice = |yes: bool, what: &str, otherwise: &str| {
                if yes { what.to_owned() } else { otherwise.to_owned() }
            };
            let features = json!([
                { "name": "prefers-color-scheme", "value": choice(taste.dark, "dark", "light") },
                { "name": "prefers-reduced-motion", "value": choice(taste.still, "reduce", "no-preference") },
                { "name": "forced-colors", "value": choice(taste.forced_colours, "active", "none") },
            ]);
            self.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
            // Without a display the browser's file dialog closes at once as if nothing was picked;
            // the test picks instead.
            self.devtools("Page.setInterceptFileChooserDialog", json!({ "enabled": true }));
        }
        self.resize(taste.size);
    }

    /// Makes the page exactly so large.
    ///
    /// # Panics
    /// When it does not become so.
    pub fn resize(&self, size: Size) {
        self.size.set(size);
        match self.engine() {
            Engine::Chromium => {
                let metrics = json!({
                    "width": size.width,
                    "height": size.height,
                    "deviceScaleFactor": size.scale,
                    "mobile": size.phone,
                });
                self.devtools("Emulation.setDeviceMetricsOverride", metrics);
            }
            Engine::Firefox => self.resize_firefox(size),
        }
        let inside = json!([size.width, size.height]);
        self.wait_for("the size that was asked for", || {
            (self.script("return [innerWidth, innerHeight]", vec![]) == inside).then_some(())
        });
    }

    /// Firefox's window has a least width, so the page gets its size inside the window.
    fn resize_firefox(&self, size: Size) {
        self.ask(self.client().set_window_rect(0, 0, 1400, 1100)).unwrap();
        let style = "const [width, height] = arguments;
            const { style } = gBrowser.selectedBrowser;
            for (const [name, value] of [['width', width], ['height', height]]) {
                for (const each of ['', 'min-', 'max-']) {
                    style.setProperty(each + name, value + 'px', 'important');
                }
            }
            style.setProperty('flex', 'none', 'important');";
        self.context("chrome");
        let arguments = vec![json!(size.width), json!(size.height)];
        let done = self.ask(self.client().execute(style, arguments));
        self.context("content");
        done.unwrap();
    }

    fn context(&self, context: &'static str) {
        self.ask(self.client().issue_cmd(Context(context))).unwrap();
    }

    /// Keeps a picture of the page from top to bottom.
    ///
    /// # Panics
    /// When none can be taken.
    pub fn shoot(&self, to: &Path) {
        self.stands_still();
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        let bytes = match self.engine() {
            Engine::Chromium => self.whole_page(),
            Engine::Firefox => self.ask(self.client().screenshot()).unwrap(),
        };
        fs::write(to, bytes).unwrap();
    }

    /// The window is made as high as the page: what sticks to the window's edge is then where it
    /// belongs, at the page's end.
    fn whole_page(&self) -> Vec<u8> {
        let size = self.size.get();
        let height = self.script("return document.documentElement.scrollHeight", vec![]);
        let height = u32::try_from(height.as_u64().unwrap()).unwrap();
        self.resize(Size { height: height.clamp(size.height, HIGHEST), ..size });
        self.stands_still();
        let taken = self.ask(self.client().screenshot()).unwrap();
        self.resize(size);
        taken
    }
}
