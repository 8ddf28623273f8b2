//! The API under `/api/v1`, and beside it the interface of the browser edition. Each handler only
//! translates: it reads the request, asks [`crate::access`] and the store, and writes the reply. The
//! OpenAPI document is made from the handlers.

mod account;
mod address;
mod answer;
mod app;
mod arriving;
mod board;
mod browser;
mod caller;
mod declaration;
mod devices;
mod document;
mod draft;
mod examining;
mod example;
mod first_sign_in;
mod interface;
mod invitation;
mod languages;
mod layers;
mod messages;
mod own_account;
mod photo;
mod protection;
mod recovery;
mod refusal;
mod second_factor;
mod session;
mod taking;
mod turns;
mod upload;
mod wire;

pub(crate) use app::App;
pub use document::openapi_document;
pub(crate) use document::router;
pub(crate) use interface::Interface;
pub(crate) use turns::Turns;
