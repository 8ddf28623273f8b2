//! An email as it is judged, wherever it comes from. Nothing of it is trusted.

use crate::html::Page;
use contract::genuine::{Evidence, LookedAt};

/// An address with the name that is shown for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Address {
    /// The name; empty where there is none.
    pub(crate) name: String,
    /// The address; empty where there is none.
    pub(crate) address: String,
}

/// What somebody reads: one of several forms of the same, or the only one.
#[derive(Clone, Debug, Default)]
pub(crate) struct View {
    /// Plain parts, as they are.
    pub(crate) plain: Vec<String>,
    /// Parts that are pages.
    pub(crate) pages: Vec<Page>,
}

impl View {
    /// What is seen of it.
    pub(crate) fn visible(&self) -> String {
        let pages = self.pages.iter().map(|page| page.visible.as_str());
        self.plain.iter().map(String::as_str).chain(pages).collect::<Vec<_>>().join("\n")
    }
}

/// An email.
#[derive(Clone, Debug)]
pub(crate) struct Mail {
    /// What was looked at.
    pub(crate) looked_at: LookedAt,
    /// Who is named as its sender, in all headers that do.
    pub(crate) from: Vec<Address>,
    /// How many headers name one, or how many senders one header names, whichever is more.
    pub(crate) senders: usize,
    /// Where replies go.
    pub(crate) reply_to: Vec<Address>,
    /// Who sent it in the sender's name.
    pub(crate) sent_by: Vec<Address>,
    /// Where undelivered mail goes.
    pub(crate) return_path: Vec<Address>,
    /// Its subjects: one, where all is well.
    pub(crate) subjects: Vec<String>,
    /// What somebody reads. Never empty.
    pub(crate) views: Vec<View>,
    /// Names of files that are attached.
    pub(crate) attachments: Vec<String>,
    /// Whether some of its text cannot be read.
    pub(crate) damaged: bool,
    /// Who says what they found of its sender, the latest first.
    pub(crate) authentication: Vec<String>,
    /// Around what it was found: the email that it was attached to.
    pub(crate) around: Option<Box<Mail>>,
    /// What was noted while it was read.
    pub(crate) noted: Vec<Evidence>,
}

impl Mail {
    /// One of which nothing is known yet.
    pub(crate) fn new(looked_at: LookedAt) -> Self {
        Self {
            looked_at,
            from: Vec::new(),
            senders: 0,
            reply_to: Vec::new(),
            sent_by: Vec::new(),
            return_path: Vec::new(),
            subjects: Vec::new(),
            views: Vec::new(),
            attachments: Vec::new(),
            damaged: false,
            authentication: Vec::new(),
            around: None,
            noted: Vec::new(),
        }
    }

    /// All that is seen of its text.
    pub(crate) fn visible(&self) -> String {
        self.views.iter().map(View::visible).collect::<Vec<_>>().join("\n")
    }
}

/// The first address in a piece of text: in angle brackets, else whatever has an `@` in it.
pub(crate) fn address_in(text: &str) -> Option<Address> {
    if let Some((before, after)) = text.rsplit_once('<')
        && let Some((address, _)) = after.split_once('>')
        && address.contains('@')
    {
        let name = before.trim().trim_matches(['"', '\'', '“', '”', '«', '»']).trim();
        return Some(Address { name: name.to_owned(), address: address.trim().to_owned() });
    }
    let around = |c: char| c.is_whitespace() || "<>()[]\"'“”«»,;|".contains(c);
    let found = text.split(around).rfind(|word| {
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    })?;
    let address = found.strip_prefix("mailto:").unwrap_or(found).trim_end_matches(['.', ':']);
    let name = text.split(found).next().unwrap_or_default().trim();
    let name = name.trim_matches(|c: char| around(c)).to_owned();
    Some(Address { name, address: address.to_owned() })
}
