//! The devices that are signed in, as their holder sees them: what a device calls itself, and how a
//! session is named without its token. Addresses are no part of it. Pure.

use crate::secret::{self, Sha};
use contract::devices::ClientKind;
use contract::id::SessionId;

/// What signed in, as far as it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    /// The app or a browser.
    pub client: ClientKind,
    /// The system, such as `Windows`.
    pub system: Option<&'static str>,
    /// The browser, such as `Firefox`; never for the app.
    pub browser: Option<&'static str>,
}

/// Systems by what `User-Agent` holds; the first that fits is it. Android says Linux, too, and an
/// iPhone says that it is like Mac OS X.
const SYSTEMS: [(&str, &str); 10] = [
    ("android", "Android"),
    ("iphone", "iOS"),
    ("ipad", "iPadOS"),
    ("windows", "Windows"),
    ("; cros ", "ChromeOS"),
    ("mac os", "macOS"),
    ("macos", "macOS"),
    ("macintosh", "macOS"),
    ("ios", "iOS"),
    ("linux", "Linux"),
];

/// Browsers in the same way. Nearly all say Chrome and Safari besides their own name.
const BROWSERS: [(&str, &str); 11] = [
    ("edg/", "Edge"),
    ("edga/", "Edge"),
    ("edgios/", "Edge"),
    ("opr/", "Opera"),
    ("samsungbrowser/", "Samsung Internet"),
    ("firefox/", "Firefox"),
    ("fxios/", "Firefox"),
    ("crios/", "Chrome"),
    ("chromium/", "Chromium"),
    ("chrome/", "Chrome"),
    ("safari/", "Safari"),
];

impl Agent {
    /// What a `User-Agent` says. It is the device's own word, shown to its holder and believed by
    /// nobody.
    #[must_use]
    pub fn of(client: ClientKind, user_agent: &str) -> Self {
        let said = user_agent.to_lowercase();
        let first = |names: &[(&str, &'static str)]| {
            names.iter().find(|(part, _)| said.contains(part)).map(|(_, name)| *name)
        };
        let browser = if client == ClientKind::Browser { first(&BROWSERS) } else { None };
        Self { client, system: first(&SYSTEMS), browser }
    }

    /// In a few words for a mail, such as `Firefox, Windows`. `Landed` is the app.
    #[must_use]
    pub fn named(&self) -> String {
        let program = match self.client {
            ClientKind::App => Some("Landed"),
            ClientKind::Browser => self.browser,
        };
        let names: Vec<&str> = [program, self.system].into_iter().flatten().collect();
        if names.is_empty() { "—".to_owned() } else { names.join(", ") }
    }
}

/// The name of a session: made from the hash of its token by another hash, so that it is the same
/// every time, nothing more is kept, and nobody gets from it to either. Version 8 (RFC 9562).
#[must_use]
pub fn session_id(token: &Sha) -> SessionId {
    let hash = secret::sha256(&[b"session ".as_slice(), token].concat());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    SessionId(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}

/// What stands for a kind of device at an address, among the devices that an account knows: browsers
/// forget at the sign-out by what they are known, and are not to be told of each time. No client can
/// show it: what it is made from holds a byte that no header does.
#[must_use]
pub fn kind_at(peer_key: &str, agent: &Agent) -> Sha {
    secret::sha256(format!("kind\0{peer_key}\0{}", agent.named()).as_bytes())
}

/// Under which key the failures of a known device are counted, in place of its address.
#[must_use]
pub fn device_key(device: &Sha) -> String {
    format!("device:{}", secret::hex(device))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_called_what_they_call_themselves() {
        for (user_agent, browser, system) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
                "Firefox",
                "Windows",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
                "Edge",
                "Windows",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
                "Chrome",
                "Android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
                "Safari",
                "iOS",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1",
                "Chrome",
                "iOS",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
                "Safari",
                "macOS",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
                "Chrome",
                "Linux",
            ),
        ] {
            let agent = Agent::of(ClientKind::Browser, user_agent);
            assert_eq!((agent.browser, agent.system), (Some(browser), Some(system)));
            assert_eq!(agent.named(), format!("{browser}, {system}"));
        }
        let app = Agent::of(ClientKind::App, "Landed/0.1.0 (macos)");
        assert_eq!((app.browser, app.system), (None, Some("macOS")));
        assert_eq!(app.named(), "Landed, macOS");
        assert_eq!(Agent::of(ClientKind::Browser, "<script>").named(), "—");
        assert_eq!(Agent::of(ClientKind::App, "").named(), "Landed");
    }

    #[test]
    fn a_session_is_named_for_good_and_not_by_its_token() {
        let id = session_id(&[7; 32]);
        assert_eq!(id, session_id(&[7; 32]));
        assert_ne!(id, session_id(&[8; 32]));
        assert_eq!(id.0.get_version_num(), 8);
        assert!(!device_key(&[7; 32]).contains(&id.to_string()));
        let firefox = Agent::of(ClientKind::Browser, "Windows Firefox/145.0");
        let chrome = Agent::of(ClientKind::Browser, "Windows Chrome/142.0");
        assert_eq!(kind_at("peer:a", &firefox), kind_at("peer:a", &firefox));
        assert_ne!(kind_at("peer:a", &firefox), kind_at("peer:a", &chrome));
        assert_ne!(kind_at("peer:a", &firefox), kind_at("peer:b", &firefox));
    }
}
