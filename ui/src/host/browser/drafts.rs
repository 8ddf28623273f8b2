//! What is typed, kept by the portal under the account, so that nothing stays on a shared computer
//! and nothing is lost with a reload. What is typed before a sign-in is held by the page alone.

use super::portal::{json, request};
use contract::draft::{Draft, DraftKey};
use contract::{Code, Problem};
use std::cell::RefCell;
use std::collections::HashMap;

/// What the page knows of each draft at the portal.
#[derive(Default)]
pub(super) struct Drafts {
    /// Of before the sign-in.
    held: RefCell<HashMap<DraftKey, Draft>>,
    /// The portal's version of each; nothing within where it has none.
    tags: RefCell<HashMap<DraftKey, Option<String>>>,
    /// What was sent last: a draft like it that the portal has anew is ours, its reply was lost.
    sent: RefCell<HashMap<DraftKey, Draft>>,
}

impl Drafts {
    pub(super) fn forget(&self) {
        self.held.take();
        self.tags.take();
        self.sent.take();
    }

    pub(super) fn discard_held(&self, key: DraftKey) {
        self.held.borrow_mut().remove(&key);
    }

    pub(super) async fn load(&self, key: DraftKey) -> Result<Option<Draft>, Problem> {
        if key.before_sign_in() {
            return Ok(self.held.borrow().get(&key).cloned());
        }
        let reply = request("GET", &path(key)).send().await?;
        if reply.status() == 204 {
            self.tags.borrow_mut().insert(key, None);
            return Ok(None);
        }
        let tag = reply.header("etag").ok_or(Code::UnexpectedReply)?;
        let draft = reply.parse().await?;
        self.tags.borrow_mut().insert(key, Some(tag));
        Ok(Some(draft))
    }

    pub(super) async fn save(&self, key: DraftKey, draft: Draft) -> Result<(), Problem> {
        if key.before_sign_in() {
            self.held.borrow_mut().insert(key, draft);
            return Ok(());
        }
        if !self.tags.borrow().contains_key(&key) {
            self.load(key).await?;
        }
        let before = self.sent.borrow_mut().insert(key, draft.clone());
        match self.put(key, &draft).await {
            Err(problem) if problem.code == Code::DraftChangedElsewhere => {
                let there = self.load(key).await?;
                if there == Some(draft.clone()) {
                    return Ok(());
                }
                if there.is_some() && there == before {
                    return self.put(key, &draft).await;
                }
                // Until the page is loaded again, nothing of the other window's is written over.
                self.tags.borrow_mut().insert(key, Some("\"\"".to_owned()));
                Err(problem)
            }
            answer => answer,
        }
    }

    async fn put(&self, key: DraftKey, draft: &Draft) -> Result<(), Problem> {
        let tag = self.tags.borrow().get(&key).cloned().flatten();
        let body = json(draft)?;
        let call = request("PUT", &path(key)).json(&body).outliving_the_page();
        let call = match &tag {
            Some(tag) => call.header("if-match", tag),
            None => call.header("if-none-match", "*"),
        };
        let reply = call.send().await?;
        self.tags.borrow_mut().insert(key, reply.header("etag"));
        Ok(())
    }

    pub(super) async fn discard(&self, key: DraftKey) -> Result<(), Problem> {
        if key.before_sign_in() {
            self.discard_held(key);
            return Ok(());
        }
        request("DELETE", &path(key)).outliving_the_page().send().await?;
        self.tags.borrow_mut().insert(key, None);
        self.sent.borrow_mut().remove(&key);
        Ok(())
    }
}

fn path(key: DraftKey) -> String {
    format!("drafts/{key}")
}
