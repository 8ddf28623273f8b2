//! The parts that pages are made of: the design system. Parts without a state of their own are plain
//! functions; those that listen or remember are components. What a part says comes from `locales/`,
//! how it looks from `assets/css/`. None of them asks the host for anything but pictures,
//! how far the work on them has come, and how hard a password is to guess.

pub(crate) mod answers;
pub(crate) mod arc;
pub(crate) mod choices;
pub(crate) mod confirm;
pub(crate) mod confirmation;
pub(crate) mod contact;
pub(crate) mod crop_editor;
pub(crate) mod crop_fields;
pub(crate) mod date;
pub(crate) mod disclosure;
pub(crate) mod drawing;
pub(crate) mod example;
pub(crate) mod fields;
pub(crate) mod frame;
pub(crate) mod icon;
pub(crate) mod keeping;
pub(crate) mod label;
pub(crate) mod language_menu;
pub(crate) mod link;
pub(crate) mod modal;
pub(crate) mod notices;
pub(crate) mod overlay;
pub(crate) mod page;
pub(crate) mod panel;
pub(crate) mod picture;
pub(crate) mod pointed;
pub(crate) mod progress;
pub(crate) mod question;
pub(crate) mod scale;
pub(crate) mod secret;
pub(crate) mod session_warning;
pub(crate) mod strength;
pub(crate) mod summary;
pub(crate) mod tag;
pub(crate) mod tasks;
pub(crate) mod text_area;
pub(crate) mod timeline;
pub(crate) mod toast;
pub(crate) mod waiting;
