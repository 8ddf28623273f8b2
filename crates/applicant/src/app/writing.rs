//! The write that never waits: the declaration. It goes out under a key that is on disk first; what
//! was typed is removed together with that key, only after the receipt.

use super::Applicant;
use super::session::Session;
use crate::ports::new_key;
use crate::store::Settled;
use contract::Problem;
use contract::declaration::DeclarePresence;
use contract::draft::DraftKey;
use contract::id::IdempotencyKey;
use contract::receipt::Receipt;
use contract::reply::may_have_arrived;
use serde::Serialize;
use std::future::Future;

impl Applicant {
    /// Declares presence in Canada. Online only: it is never kept to be sent later.
    ///
    /// # Errors
    /// `malformed` with fields; `offline`, `portal_unreachable`; whatever the portal refuses with.
    pub async fn declare(&self, declaration: DeclarePresence) -> Result<Receipt, Problem> {
        let session = self.session()?;
        let declaration = declaration.check()?;
        let send = |key| self.client.declare(&session.token, key, &declaration);
        let done = Settled::draft(DraftKey::Declaration);
        self.write(&session, "declaration", &declaration, done, send).await
    }

    /// Sends `body` as the write `what`, under the same key as long as it is not known whether it
    /// arrived. With the receipt, the key and what is `done` with are removed at once.
    async fn write<B, R, F>(
        &self,
        session: &Session,
        what: &str,
        body: &B,
        done: Settled,
        send: impl FnOnce(IdempotencyKey) -> F,
    ) -> Result<R, Problem>
    where
        B: Serialize + Clone + Send + 'static,
        F: Future<Output = Result<R, Problem>>,
    {
        let account = session.account.to_string();
        let fresh = new_key(self.clock.now())?;
        let key = {
            let (account, what, body) = (account.clone(), what.to_owned(), body.clone());
            self.store(move |store| store.sending_key(&account, &what, &body, fresh)).await?
        };
        let answer = self.heed(session, send(key).await).await;
        let settled = match &answer {
            Ok(_) => Some(done),
            Err(problem) if may_have_arrived(problem.code) => None,
            Err(_) => Some(Settled::default()),
        };
        if let Some(settled) = settled {
            let what = what.to_owned();
            self.store(move |store| store.settle(&account, &what, &settled)).await?;
        }
        answer
    }
}
