//! What is typed, kept by the portal under the account, so that nothing stays on a shared computer
//! and nothing is lost with a reload. What is typed before a sign-in is held by the page alone: until
//! then there is nobody for whom the portal could keep it.

#[cfg(feature = "household")]
use super::portal::{json, request};
#[cfg(feature = "household")]
use crate::browser;
#[cfg(feature = "household")]
use crate::fetch::Reply;
#[cfg(feature = "household")]
use contract::Code;
use contract::Problem;
#[cfg(feature = "household")]
use contract::draft::DraftElsewhere;
use contract::draft::facts::KeptDraft;
#[cfg(feature = "household")]
use contract::draft::facts::KeptDrafts;
use contract::draft::{Draft, DraftKey};
use contract::id::PersonId;
use std::cell::RefCell;
use std::collections::HashMap;

/// What the page knows of each draft at the portal.
#[derive(Default)]
pub(super) struct Drafts {
    /// What the portal does not keep.
    held: RefCell<HashMap<DraftKey, Draft>>,
    #[cfg(feature = "household")]
    at_portal: RefCell<HashMap<DraftKey, AtPortal>>,
}

/// A draft at the portal, as far as this page knows.
#[cfg(feature = "household")]
#[derive(Clone, Default)]
struct AtPortal {
    /// The version that what is typed here is based on; none where the portal had none.
    tag: Option<String>,
    /// What was loaded or sent last.
    newest: Option<Draft>,
    /// What was sent since the portal last said that it arrived: one like it that the portal has is
    /// ours, only the reply was lost.
    on_the_way: Vec<Draft>,
    /// Whether another window has changed it. Until one of them is chosen, nothing of the other one's
    /// is written over.
    changed_elsewhere: bool,
}

/// What the page holds by itself. In the entrance that is all: nobody is signed in there.
#[cfg(not(feature = "household"))]
impl Drafts {
    pub(super) fn forget(&self) {
        self.held.take();
    }

    pub(super) async fn newest(&self, key: DraftKey) -> Result<Option<Draft>, Problem> {
        self.load(key).await
    }

    pub(super) async fn load(&self, key: DraftKey) -> Result<Option<Draft>, Problem> {
        Ok(self.held.borrow().get(&key).cloned())
    }

    pub(super) async fn save(&self, key: DraftKey, draft: Draft) -> Result<(), Problem> {
        self.held.borrow_mut().insert(key, draft);
        Ok(())
    }

    pub(super) async fn discard(&self, key: DraftKey) -> Result<(), Problem> {
        self.discard_held(key);
        Ok(())
    }
}

#[cfg(not(feature = "household"))]
impl Drafts {
    /// Before a sign-in nothing is begun.
    pub(super) async fn begun(&self) -> Result<Vec<KeptDraft>, Problem> {
        Ok(Vec::new())
    }
}

impl Drafts {
    pub(super) fn discard_held(&self, key: DraftKey) {
        self.held.borrow_mut().remove(&key);
    }

    /// Forgets what is held of a person. What the portal keeps, it removes itself.
    pub(super) fn forget_person(&self, person: PersonId) {
        let is_theirs = |key: &DraftKey| match key {
            DraftKey::Photo { person: whose } | DraftKey::Message { person: whose } => {
                *whose == person
            }
            _ => false,
        };
        self.held.borrow_mut().retain(|key, _| !is_theirs(key));
        #[cfg(feature = "household")]
        self.at_portal.borrow_mut().retain(|key, _| !is_theirs(key));
    }
}

#[cfg(feature = "household")]
impl Drafts {
    pub(super) fn forget(&self) {
        self.held.take();
        self.at_portal.take();
    }

    /// The draft as this page last saw or sent it, else as the portal has it.
    pub(super) async fn newest(&self, key: DraftKey) -> Result<Option<Draft>, Problem> {
        let known = self.at_portal.borrow().get(&key).map(|known| known.newest.clone());
        match known {
            Some(newest) => Ok(newest),
            None => self.load(key).await,
        }
    }

    pub(super) async fn load(&self, key: DraftKey) -> Result<Option<Draft>, Problem> {
        if is_held(key) {
            return Ok(self.held.borrow().get(&key).cloned());
        }
        let (draft, tag) = fetched(key).await?;
        let known = AtPortal { tag, newest: draft.clone(), ..AtPortal::default() };
        self.at_portal.borrow_mut().insert(key, known);
        Ok(draft)
    }

    pub(super) async fn save(&self, key: DraftKey, draft: Draft) -> Result<(), Problem> {
        if is_held(key) {
            self.held.borrow_mut().insert(key, draft);
            return Ok(());
        }
        let known = self.at_portal.borrow().get(&key).cloned();
        let Some(known) = known else { return self.save_unseen(key, draft).await };
        if known.changed_elsewhere {
            return Err(Code::DraftChangedElsewhere.into());
        }
        match self.put(key, &draft, known.tag).await {
            Err(problem) if problem.code == Code::DraftChangedElsewhere => {
                let (there, tag) = fetched(key).await?;
                if there.as_ref() == Some(&draft) {
                    self.arrived(key, tag);
                    return Ok(());
                }
                let is_ours = there.is_some_and(|there| known.on_the_way.contains(&there));
                if is_ours {
                    return self.put(key, &draft, tag).await;
                }
                self.at_portal.borrow_mut().entry(key).or_default().changed_elsewhere = true;
                Err(problem)
            }
            answer => answer,
        }
    }

    /// The draft as the portal has it, where another window changed it under this page.
    pub(super) async fn elsewhere(&self, key: DraftKey) -> Result<Option<DraftElsewhere>, Problem> {
        if is_held(key) {
            return Ok(None);
        }
        let there = there(key).await?;
        if there.is_none() {
            // It is gone, and what is typed here is the only one.
            self.goes_on_from(key, None);
        }
        Ok(there)
    }

    /// Saves in place of that version, which the page has shown.
    pub(super) async fn save_over(
        &self,
        key: DraftKey,
        draft: Draft,
        version: String,
    ) -> Result<(), Problem> {
        if is_held(key) {
            self.held.borrow_mut().insert(key, draft);
            return Ok(());
        }
        match self.put(key, &draft, Some(version)).await {
            Err(problem) if problem.code == Code::DraftChangedElsewhere => {
                let (there, tag) = fetched(key).await?;
                match there {
                    None => {
                        self.goes_on_from(key, None);
                        self.put(key, &draft, None).await
                    }
                    Some(there) if there == draft => {
                        self.goes_on_from(key, tag);
                        Ok(())
                    }
                    Some(_) => Err(problem),
                }
            }
            Ok(()) => {
                if let Some(known) = self.at_portal.borrow_mut().get_mut(&key) {
                    known.changed_elsewhere = false;
                }
                Ok(())
            }
            refused => refused,
        }
    }

    fn goes_on_from(&self, key: DraftKey, tag: Option<String>) {
        self.arrived(key, tag);
        if let Some(known) = self.at_portal.borrow_mut().get_mut(&key) {
            known.changed_elsewhere = false;
        }
    }

    /// Saves where the page could not load what there was. Something there was never shown, so it is
    /// not written over.
    async fn save_unseen(&self, key: DraftKey, draft: Draft) -> Result<(), Problem> {
        let (there, tag) = fetched(key).await?;
        let unseen = there.as_ref().is_some_and(|there| *there != draft);
        // A later discard is not about a version that was never shown.
        let seen = if unseen { None } else { tag.clone() };
        let known = AtPortal { tag: seen, changed_elsewhere: unseen, ..AtPortal::default() };
        self.at_portal.borrow_mut().insert(key, known);
        if unseen {
            return Err(Code::DraftChangedElsewhere.into());
        }
        self.put(key, &draft, tag).await
    }

    async fn put(&self, key: DraftKey, draft: &Draft, tag: Option<String>) -> Result<(), Problem> {
        {
            let mut known = self.at_portal.borrow_mut();
            let known = known.entry(key).or_default();
            known.newest = Some(draft.clone());
            known.on_the_way.push(draft.clone());
        }
        let body = json(draft)?;
        let call = request("PUT", &path(key)).json(&body).outliving_the_page();
        let call = match &tag {
            Some(tag) => call.header("if-match", tag),
            None => call.header("if-none-match", "*"),
        };
        let reply = call.send().await?;
        self.arrived(key, tag_of(&reply));
        Ok(())
    }

    fn arrived(&self, key: DraftKey, tag: Option<String>) {
        let mut known = self.at_portal.borrow_mut();
        let known = known.entry(key).or_default();
        known.tag = tag;
        known.on_the_way.clear();
    }

    pub(super) async fn discard(&self, key: DraftKey) -> Result<(), Problem> {
        if is_held(key) {
            self.discard_held(key);
            return Ok(());
        }
        let known = self.at_portal.borrow().get(&key).cloned();
        match known {
            None => forget_there(key, None).await?,
            Some(known) => self.forget_ours(key, known).await?,
        }
        Ok(())
    }

    /// Forgets what this page wrote or saw. What another window typed is somebody's who did not send
    /// it.
    async fn forget_ours(&self, key: DraftKey, known: AtPortal) -> Result<(), Problem> {
        let answer = match known.tag {
            Some(tag) => forget_there(key, Some(tag)).await,
            None if known.on_the_way.is_empty() => return Ok(()),
            // It may have arrived without its reply.
            None => Err(Code::DraftChangedElsewhere.into()),
        };
        if let Err(problem) = answer {
            if problem.code != Code::DraftChangedElsewhere {
                return Err(problem);
            }
            let (there, tag) = fetched(key).await?;
            match there {
                Some(there) if known.on_the_way.contains(&there) => forget_there(key, tag).await?,
                Some(_) => {
                    self.at_portal.borrow_mut().remove(&key);
                    return Ok(());
                }
                None => {}
            }
        }
        self.at_portal.borrow_mut().insert(key, AtPortal::default());
        Ok(())
    }
}

/// Everything that was begun: as the portal has it, and where this page has typed on, as it is here.
#[cfg(feature = "household")]
impl Drafts {
    pub(super) async fn begun(&self) -> Result<Vec<KeptDraft>, Problem> {
        let reply = request("GET", "drafts").send().await?;
        let KeptDrafts { mut drafts } = reply.parse().await?;
        for (key, known) in self.at_portal.borrow().iter() {
            if !known.on_the_way.is_empty()
                && let Some(draft) = known.newest.clone()
            {
                drafts.retain(|kept| kept.key != *key);
                drafts.push(KeptDraft { key: *key, draft });
            }
        }
        Ok(drafts)
    }
}

/// Whether the portal keeps no such draft.
#[cfg(feature = "household")]
fn is_held(key: DraftKey) -> bool {
    key.before_sign_in()
}

/// Forgets a draft at the portal: that version where it is known, else whatever is there.
#[cfg(feature = "household")]
async fn forget_there(key: DraftKey, tag: Option<String>) -> Result<(), Problem> {
    let call = request("DELETE", &path(key)).outliving_the_page();
    let call = match &tag {
        Some(tag) => call.header("if-match", tag),
        None => call,
    };
    call.send().await.map(drop)
}

/// A draft as the portal has it, and its version.
#[cfg(feature = "household")]
async fn fetched(key: DraftKey) -> Result<(Option<Draft>, Option<String>), Problem> {
    let there = there(key).await?;
    Ok(there.map_or((None, None), |there| (Some(there.draft), Some(there.version))))
}

#[cfg(feature = "household")]
async fn there(key: DraftKey) -> Result<Option<DraftElsewhere>, Problem> {
    let reply = request("GET", &path(key)).send().await?;
    if reply.status() == 204 {
        return Ok(None);
    }
    let version = tag_of(&reply).ok_or(Code::UnexpectedReply)?;
    let at = reply.header("last-modified").and_then(|text| browser::moment(&text));
    Ok(Some(DraftElsewhere { draft: reply.parse().await?, version, at }))
}

/// The version that a reply names. Proxies that pack a reply mark its version as weak, though what
/// it names is the same.
#[cfg(feature = "household")]
fn tag_of(reply: &Reply) -> Option<String> {
    let tag = reply.header("etag")?;
    Some(tag.strip_prefix("W/").map_or(tag.clone(), str::to_owned))
}

#[cfg(feature = "household")]
fn path(key: DraftKey) -> String {
    format!("drafts/{key}")
}

/// For tests, which have no portal.
#[cfg(all(test, feature = "household"))]
impl Drafts {
    /// Notes a draft that the portal has.
    pub(super) fn note(&self, key: DraftKey, draft: Draft) {
        let known = AtPortal { newest: Some(draft), ..AtPortal::default() };
        self.at_portal.borrow_mut().insert(key, known);
    }

    /// Whether anything of a draft is held here.
    pub(super) fn knows(&self, key: DraftKey) -> bool {
        self.at_portal.borrow().contains_key(&key) || self.held.borrow().contains_key(&key)
    }
}
