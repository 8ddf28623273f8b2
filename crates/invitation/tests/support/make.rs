//! Emails for tests: one as the portal writes it, and that one with anything changed.

use contract::policy::{MAIL_SUBJECT, OFFICIAL_PAGE_EN};

pub(crate) const ENGLISH: &str = "Hello,\n\nSomething changed in your file. To see what it is, and \
    what comes next, sign in. Open the Landed app, or go to the portal from the official page that is \
    named below, and sign in there. This email has no sign-in link, and we never send one. If you are \
    not sure that this email is from us, the app shows how to tell.\n";
pub(crate) const FRENCH: &str = "Bonjour,\n\nIl y a du nouveau dans votre dossier. Pour savoir ce que \
    c’est et ce qui vient ensuite, ouvrez une session. Ouvrez l’application, ou allez au portail à \
    partir de la page officielle qui est nommée plus bas, et ouvrez-y une session. Ce courriel ne \
    contient pas de lien pour ouvrir une session, et nous n’en envoyons pas. Vous pouvez vérifier dans \
    les pages du portail.\n";

/// Text as somebody copies it out of a mail program.
pub(crate) const PASTED: &str =
    "Hello,\n\nSomething changed in your file. To see what it is, sign in.";

/// An email, header by header. What is empty is left out.
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    pub(crate) from: String,
    pub(crate) subject: String,
    /// Further headers, whole lines.
    pub(crate) headers: String,
    pub(crate) kind: String,
    pub(crate) encoding: String,
    pub(crate) body: Vec<u8>,
}

impl Default for Letter {
    fn default() -> Self {
        Self {
            from: "\"IRCC / IRCC\" <IRCC.DoNotReply-NePasRepondre.IRCC@cic.gc.ca>".into(),
            subject: MAIL_SUBJECT.into(),
            headers: String::new(),
            kind: "text/plain; charset=utf-8".into(),
            encoding: "8bit".into(),
            body: plain(OFFICIAL_PAGE_EN).into_bytes(),
        }
    }
}

impl Letter {
    /// One with another body of plain text.
    pub(crate) fn plain(body: impl Into<String>) -> Self {
        Self { body: body.into().into_bytes(), ..Self::default() }
    }

    /// One that is a page.
    pub(crate) fn page(body: impl Into<String>) -> Self {
        Self {
            kind: "text/html; charset=utf-8".into(),
            body: body.into().into_bytes(),
            ..Self::default()
        }
    }

    /// One of several parts, each with its headers.
    pub(crate) fn parts(kind: &str, parts: &[Vec<u8>]) -> Self {
        let mut body = Vec::new();
        for part in parts {
            body.extend_from_slice(b"--b0undary\r\n");
            body.extend_from_slice(part);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--b0undary--\r\n");
        Self {
            kind: format!("{kind}; boundary=\"b0undary\""),
            encoding: String::new(),
            body,
            ..Self::default()
        }
    }

    /// With further headers.
    pub(crate) fn with(self, headers: &str) -> Self {
        Self { headers: format!("{}{headers}\r\n", self.headers), ..self }
    }

    pub(crate) fn from(self, from: &str) -> Self {
        Self { from: from.into(), ..self }
    }

    pub(crate) fn subject(self, subject: impl Into<String>) -> Self {
        Self { subject: subject.into(), ..self }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut head = self.headers.clone();
        for (name, value) in [
            ("From", &self.from),
            ("To", &"leila@example.org".to_owned()),
            ("Subject", &self.subject),
            ("Date", &"Mon, 23 Nov 2026 15:00:00 +0000".to_owned()),
            ("MIME-Version", &"1.0".to_owned()),
            ("Content-Type", &self.kind),
            ("Content-Transfer-Encoding", &self.encoding),
        ] {
            if !value.is_empty() {
                head.push_str(&format!("{name}: {value}\r\n"));
            }
        }
        [head.as_bytes(), b"\r\n", &self.body].concat()
    }
}

/// The portal's text with this link.
pub(crate) fn plain(link: &str) -> String {
    format!("{ENGLISH}\n· · ·\n\n{FRENCH}\n· · ·\n\n{link}\n")
}

/// The portal's page with this at its end.
pub(crate) fn page(end: &str) -> String {
    format!(
        "<!doctype html><html><head><title>{MAIL_SUBJECT}</title></head><body><div lang=en><p>{}</p>\
         </div><hr><div lang=fr><p>{}</p></div>{end}</body></html>",
        ENGLISH.replace("\n\n", "</p><p>"),
        FRENCH.replace("\n\n", "</p><p>"),
    )
}

/// A link.
pub(crate) fn link(address: &str, shown: &str) -> String {
    format!("<p><a href=\"{address}\">{shown}</a></p>")
}

/// The official link, which shows where it leads.
pub(crate) fn official() -> String {
    link(OFFICIAL_PAGE_EN, OFFICIAL_PAGE_EN)
}

/// A part with its headers.
pub(crate) fn part(headers: &str, body: &[u8]) -> Vec<u8> {
    [headers.as_bytes(), b"\r\n\r\n", body].concat()
}

/// An email as the portal writes it.
pub(crate) fn ours() -> Vec<u8> {
    Letter::default().bytes()
}
