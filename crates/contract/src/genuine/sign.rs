//! What may be seen in an email, by stable names. The message `checker-<name>` exists for each in
//! every language (a test proves it).

use serde::{Deserialize, Serialize};

macro_rules! signs {
    ($($(#[$doc:meta])* $name:ident = $text:tt,)+) => {
        /// Something that was seen in an email.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Sign {
            $($(#[$doc])* #[serde(rename = $text)] $name,)+
        }

        impl Sign {
            /// Every sign.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The name on the wire, in snake case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }
        }
    };
}

signs! {
    // The sender
    /// The address is of the programme's domain. Argument `address`.
    SenderFits = "sender_fits",
    /// It is of another host. Arguments `address`, `host`.
    SenderElsewhere = "sender_elsewhere",
    /// It is of another host that is made to look like an official one. Arguments `address`, `host`,
    /// `like`.
    SenderLookalike = "sender_lookalike",
    /// There is a sender, but no address that can be read.
    SenderUnreadable = "sender_unreadable",
    /// No sender can be seen.
    SenderNotSeen = "sender_not_seen",
    /// Several senders are named. Argument `count`.
    SendersSeveral = "senders_several",
    /// The address stands in text that anybody can type. Argument `address`.
    SenderInText = "sender_in_text",
    /// Somebody passed the email on. Argument `address`: who.
    PassedOn = "passed_on",
    /// The sender's name shows an address or an office that is not the sender's. Arguments `name`,
    /// `address`.
    NameImitates = "name_imitates",
    /// Replies go to another host. Argument `address`.
    ReplyElsewhere = "reply_elsewhere",
    /// Somebody else sent it in the sender's name. Argument `address`.
    SentByOther = "sent_by_other",

    // The languages
    /// Both are there.
    LanguagesBoth = "languages_both",
    /// English is not there.
    EnglishMissing = "english_missing",
    /// French is not there.
    FrenchMissing = "french_missing",
    /// Neither is there.
    LanguagesNeither = "languages_neither",
    /// One is there in a few words only.
    LanguagesUneven = "languages_uneven",
    /// There is too little text to tell. Argument `count`: its words.
    TextShort = "text_short",
    /// The text is damaged, or in an encoding that is not known.
    TextUnreadable = "text_unreadable",

    // The subject
    /// It is the portal's.
    SubjectFits = "subject_fits",
    /// It is the portal's, and something follows. Argument `suffix`.
    SubjectSuffix = "subject_suffix",
    /// Something stands before it, as in replies and forwarded mail. Argument `prefix`.
    SubjectPrefixed = "subject_prefixed",
    /// It only looks like the portal's: other letters, spaces or signs. Argument `subject`.
    SubjectClose = "subject_close",
    /// It is another one. Argument `subject`.
    SubjectOther = "subject_other",
    /// There are several. Argument `count`.
    SubjectsSeveral = "subjects_several",
    /// None can be seen.
    SubjectNotSeen = "subject_not_seen",

    // The link
    /// It goes to the official page. Argument `address`.
    LinkOfficial = "link_official",
    /// The official page is named, but where a press leads cannot be seen in copied text. Argument
    /// `address`.
    LinkInText = "link_in_text",
    /// There is no link, where the portal always writes one.
    LinkNone = "link_none",
    /// No link can be seen in what was copied.
    LinkNotSeen = "link_not_seen",
    /// One goes to another host. Arguments `host`, `address`.
    LinkElsewhere = "link_elsewhere",
    /// One goes to another host that is made to look like an official one. Arguments `host`, `like`.
    LinkLookalike = "link_lookalike",
    /// One goes to a host whose name is written in other letters than it shows. Arguments `host`,
    /// `shown`.
    LinkPunycode = "link_punycode",
    /// One goes to a host whose name mixes alphabets. Arguments `host`, `shown`.
    LinkMixedScripts = "link_mixed_scripts",
    /// One goes to a host that is a number. Argument `host`.
    LinkNumber = "link_number",
    /// One goes to the official host, but to another page. Argument `address`.
    LinkOtherPage = "link_other_page",
    /// One goes to another port. Argument `address`.
    LinkPort = "link_port",
    /// One goes to the official page without protection on the way. Argument `address`.
    LinkNotSecure = "link_not_secure",
    /// One goes to the official page, written as the portal does not write it. Argument `address`.
    LinkOddForm = "link_odd_form",
    /// One names another host before an `@`. Arguments `shown`, `host`.
    LinkUserinfo = "link_userinfo",
    /// One shows another host than it goes to. Arguments `shown`, `host`.
    LinkTextDiffers = "link_text_differs",
    /// One is shortened, so that nobody sees where it goes. Argument `host`.
    LinkShortened = "link_shortened",
    /// One goes through another host first. Arguments `host`, `to`.
    LinkRedirects = "link_redirects",
    /// One was changed by a mail provider and goes through its host first. Argument `host`.
    LinkRewritten = "link_rewritten",
    /// One writes an email. Argument `address`.
    LinkWritesMail = "link_writes_mail",
    /// One does something else than open a page. Argument `scheme`.
    LinkOtherKind = "link_other_kind",
    /// One cannot be read. Argument `address`.
    LinkUnreadable = "link_unreadable",
    /// There are more than are looked at. Argument `count`: how many are.
    LinksTooMany = "links_too_many",
    /// It asks for something to be typed into it.
    Form = "form",
    /// A program or another page is built into it.
    ActiveContent = "active_content",
    /// A file is attached. Argument `name`.
    Attachment = "attachment",

    // What else was seen
    /// Several links go to the official page. Argument `count`.
    SeveralLinks = "several_links",
    /// Text is hidden from the reader. Argument `text`.
    HiddenText = "hidden_text",
    /// There are characters that take no room. Argument `count`.
    UnseenCharacters = "unseen_characters",
    /// Characters turn the direction in which others are read.
    TurnedText = "turned_text",
    /// Pictures are fetched from elsewhere when it is opened. Argument `host`.
    RemotePictures = "remote_pictures",
    /// Undelivered mail goes to another host. Argument `address`.
    ReturnElsewhere = "return_elsewhere",
    /// The mailbox provider is said to have found the sender to be true. Arguments `by`, `domain`.
    AuthenticationPassed = "authentication_passed",
    /// The mailbox provider is said to have found the sender to be forged. Arguments `by`, `domain`.
    AuthenticationFailed = "authentication_failed",
    /// The mailbox provider is said to have found another sender to be true. Arguments `by`,
    /// `domain`.
    AuthenticationOfOther = "authentication_of_other",
    /// Several say what they found, of whom all but the provider may be made up. Argument `count`.
    AuthenticationSeveral = "authentication_several",
    /// No mailbox provider says what it found.
    AuthenticationMissing = "authentication_missing",
    /// It is in another encoding than the portal's. Argument `charset`.
    OtherCharset = "other_charset",
    /// It was attached to another email, and that one was put aside. Argument `address`: who sent
    /// that one.
    WasAttached = "was_attached",
    /// Several emails were attached; the first was looked at. Argument `count`.
    SeveralAttached = "several_attached",
    /// It breaks off before its end.
    BreaksOff = "breaks_off",
    /// There is nothing in it.
    Empty = "empty",
    /// It is no email.
    NoEmail = "no_email",
    /// It is too large to be looked at. Argument `megabytes`: the limit.
    TooLarge = "too_large",
    /// It has more parts than are looked at.
    TooManyParts = "too_many_parts",
}

impl Sign {
    /// Whether it speaks for the email; a few do, most warn, and the rest say why something cannot be
    /// told.
    #[must_use]
    pub const fn speaks_for(self) -> bool {
        matches!(
            self,
            Self::SenderFits
                | Self::LanguagesBoth
                | Self::SubjectFits
                | Self::SubjectSuffix
                | Self::LinkOfficial
                | Self::SeveralLinks
                | Self::AuthenticationPassed
        )
    }

    /// Whether an observation is a warning rather than something good to know.
    #[must_use]
    pub const fn warns(self) -> bool {
        !self.speaks_for()
            && !matches!(
                self,
                Self::AuthenticationMissing
                    | Self::OtherCharset
                    | Self::ReturnElsewhere
                    | Self::WasAttached
                    | Self::SeveralAttached
                    | Self::Empty
                    | Self::NoEmail
                    | Self::TooLarge
                    | Self::TooManyParts
            )
    }
}
