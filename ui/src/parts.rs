//! The few parts that pages are made of.

pub(crate) mod arc;
pub(crate) mod fields;
pub(crate) mod frame;
pub(crate) mod icon;
pub(crate) mod label;
pub(crate) mod link;
pub(crate) mod page;
pub(crate) mod picture;
pub(crate) mod secret;
