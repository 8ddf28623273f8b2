//! The host in the app: Tauri's commands. The only file that touches `__TAURI_INTERNALS__`.

use super::{Answer, Host, Household, Picture};
use contract::account::{FirstSignIn, SignIn, SignedIn};
use contract::address::GiveAddress;
use contract::ask::Ask;
use contract::crop::Crop;
use contract::declaration::DeclarePresence;
use contract::draft::facts::Begun;
use contract::draft::{Draft, DraftElsewhere, DraftKey};
use contract::examination::Examination;
use contract::factor::GiveSecondFactor;
use contract::genuine::Findings;
use contract::host::{BoardView, Keeping, KeepingDecision, Picking, SessionTime, Settings, Start};
use contract::id::{AccountId, IdempotencyKey, PersonId, PhotoId};
use contract::message::SendMessage;
use contract::outbox::{Act, Handed, Outbox, TakenBack};
use contract::password::Strength;
use contract::photo::PhotoReceipt;
use contract::picked::{Examined, PhotoProgress, PickedPhoto};
use contract::portal::PortalInfo;
use contract::receipt::Receipt;
use contract::timeline::Timeline;
use contract::{Code, Problem};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::future::Future;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["window", "__TAURI_INTERNALS__"])]
    async fn invoke(command: &str, args: JsValue) -> Result<JsValue, JsValue>;
}

/// The app's shell.
pub(super) struct Tauri;

/// Whether this page is in the app's window.
pub(super) fn is_here() -> bool {
    js_sys::Reflect::has(&js_sys::global(), &JsValue::from_str("__TAURI_INTERNALS__"))
        .unwrap_or(false)
}

/// A value of another kind than the command's, from a shell of another version.
fn not_understood() -> Problem {
    Problem::new(Code::Internal)
}

async fn send(command: &'static str, args: String) -> Result<JsValue, Problem> {
    let args = js_sys::JSON::parse(&args).map_err(|_| not_understood())?;
    invoke(command, args).await.map_err(|refusal| {
        text_of(&refusal)
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_else(not_understood)
    })
}

/// The JSON of a value; `null` for nothing at all.
fn text_of(value: &JsValue) -> Option<String> {
    if value.is_undefined() {
        return Some("null".to_owned());
    }
    js_sys::JSON::stringify(value).ok()?.as_string()
}

fn call<T: DeserializeOwned + 'static>(command: &'static str, args: &Value) -> Answer<T> {
    let args = args.to_string();
    Box::pin(async move {
        let reply = send(command, args).await?;
        text_of(&reply).and_then(|text| serde_json::from_str(&text).ok()).ok_or_else(not_understood)
    })
}

fn picture(command: &'static str, args: &Value) -> Answer<Picture> {
    let args = args.to_string();
    let answer = async move {
        let reply = send(command, args).await?;
        Picture::from_buffer(&reply).ok_or_else(not_understood)
    };
    boxed(answer)
}

fn boxed<T>(answer: impl Future<Output = Result<T, Problem>> + 'static) -> Answer<T> {
    Box::pin(answer)
}

impl Host for Tauri {
    fn start(&self) -> Answer<Start> {
        call("start", &json!({}))
    }
    fn keep_settings(&self, settings: Settings) -> Answer<()> {
        call("keep_settings", &json!({ "settings": settings }))
    }
    fn portal_info(&self) -> Answer<PortalInfo> {
        call("portal_info", &json!({}))
    }
    fn first_sign_in(&self, answers: &FirstSignIn) -> Answer<()> {
        call("first_sign_in", &json!({ "answers": answers }))
    }
    fn password_strength(&self, password: &str, own: &str) -> Answer<String> {
        let answer: Answer<Strength> =
            call("password_strength", &json!({ "password": password, "own": own }));
        boxed(async move { Ok(answer.await?.in_short()) })
    }
    fn store_password(&self, password: &str) -> Answer<AccountId> {
        call("store_password", &json!({ "password": password }))
    }
    fn sign_in(&self, answers: &SignIn) -> Answer<SignedIn> {
        call("sign_in", &json!({ "answers": answers }))
    }
    fn load_draft(&self, key: DraftKey) -> Answer<Option<Draft>> {
        call("load_draft", &json!({ "key": key }))
    }
    fn save_draft(&self, key: DraftKey, draft: &Draft) -> Answer<()> {
        call("save_draft", &json!({ "key": key, "draft": draft }))
    }
    fn draft_elsewhere(&self, key: DraftKey) -> Answer<Option<DraftElsewhere>> {
        call("draft_elsewhere", &json!({ "key": key }))
    }
    fn save_draft_over(&self, key: DraftKey, draft: &Draft, version: &str) -> Answer<()> {
        call("save_draft_over", &json!({ "key": key, "draft": draft, "version": version }))
    }
    fn discard_draft(&self, key: DraftKey) -> Answer<()> {
        call("discard_draft", &json!({ "key": key }))
    }
}

impl Household for Tauri {
    fn second_factor(&self, answers: &GiveSecondFactor) -> Answer<AccountId> {
        call("second_factor", &json!({ "answers": answers }))
    }
    fn ask(&self, ask: Ask) -> Answer<Value> {
        call("ask", &json!({ "ask": ask }))
    }
    fn check_email(&self, text: &str) -> Answer<Findings> {
        call("check_email", &json!({ "text": text }))
    }
    fn open_email(&self) -> Answer<Option<Findings>> {
        call("open_email", &json!({}))
    }
    fn remove_device_data(&self) -> Answer<()> {
        call("remove_device_data", &json!({}))
    }
    fn decide_keeping(&self, decision: &KeepingDecision) -> Answer<Keeping> {
        call("decide_keeping", &json!({ "decision": decision }))
    }
    fn sign_out(&self) -> Answer<()> {
        call("sign_out", &json!({}))
    }
    fn session_time(&self) -> Answer<SessionTime> {
        call("session_time", &json!({}))
    }
    fn extend_session(&self) -> Answer<SessionTime> {
        call("extend_session", &json!({}))
    }
    fn board(&self, background: bool) -> Answer<BoardView> {
        call("board", &json!({ "background": background }))
    }
    fn timeline(&self, person: PersonId) -> Answer<Timeline> {
        call("timeline", &json!({ "person": person }))
    }
    fn begun(&self) -> Answer<Begun> {
        call("begun", &json!({}))
    }
    fn declare(&self, declaration: &DeclarePresence) -> Answer<Receipt> {
        call("declare", &json!({ "declaration": declaration }))
    }
    fn give_address(&self, address: &GiveAddress) -> Answer<Handed> {
        call("give_address", &json!({ "address": address }))
    }
    fn send_message(&self, message: &SendMessage) -> Answer<Handed> {
        call("send_message", &json!({ "message": message }))
    }
    fn outbox(&self, act: Act) -> Answer<Outbox> {
        call("outbox", &json!({ "act": act }))
    }
    fn take_back(&self, id: IdempotencyKey) -> Answer<TakenBack> {
        call("take_back", &json!({ "id": id }))
    }
    fn pick_photo(&self, person: PersonId) -> Answer<Picking> {
        call("pick_photo", &json!({ "person": person }))
    }
    fn picked_photo(&self, person: PersonId) -> Answer<Option<PickedPhoto>> {
        call("picked_photo", &json!({ "person": person }))
    }
    fn picked_picture(&self, person: PersonId) -> Answer<Picture> {
        picture("picked_picture", &json!({ "person": person }))
    }
    fn prepared_picture(&self, person: PersonId) -> Answer<Picture> {
        picture("prepared_picture", &json!({ "person": person }))
    }
    fn frame_photo(&self, person: PersonId, crop: Option<Crop>) -> Answer<PickedPhoto> {
        call("frame_photo", &json!({ "person": person, "crop": crop }))
    }
    fn examine_photo(&self, person: PersonId, which: Examined) -> Answer<Examination> {
        call("examine_photo", &json!({ "person": person, "which": which }))
    }
    fn photo_progress(&self, person: PersonId) -> Answer<Option<PhotoProgress>> {
        call("photo_progress", &json!({ "person": person }))
    }
    fn discard_photo(&self, person: PersonId) -> Answer<()> {
        call("discard_photo", &json!({ "person": person }))
    }
    fn submit_photo(&self, person: PersonId) -> Answer<Handed<PhotoReceipt>> {
        call("submit_photo", &json!({ "person": person }))
    }
    fn submitted_picture(&self, person: PersonId, photo: PhotoId) -> Answer<Picture> {
        picture("submitted_picture", &json!({ "person": person, "photo": photo }))
    }
    fn photo_examination(&self, person: PersonId, photo: PhotoId) -> Answer<Option<Examination>> {
        call("photo_examination", &json!({ "person": person, "photo": photo }))
    }
}
