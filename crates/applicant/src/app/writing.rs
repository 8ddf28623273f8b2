//! Writes to the household: declaration and address. Each goes out under a key that is on disk
//! first; what was typed is removed only after the receipt.

use super::Applicant;
use crate::ports::new_key;
use contract::address::GiveAddress;
use contract::declaration::DeclarePresence;
use contract::draft::DraftKey;
use contract::id::IdempotencyKey;
use contract::receipt::Receipt;
use contract::{Code, Problem};
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
        let receipt = self.write("declaration", &declaration, send).await?;
        self.discard_draft(DraftKey::Declaration).await?;
        Ok(receipt)
    }

    /// Gives an address for one or more people.
    ///
    /// # Errors
    /// `malformed` with fields; where the portal is not reached; whatever the portal refuses with.
    pub async fn give_address(&self, address: GiveAddress) -> Result<Receipt, Problem> {
        let session = self.session()?;
        let address = address.check(&self.policy)?;
        let send = |key| self.client.give_address(&session.token, key, &address);
        let receipt = self.write("address", &address, send).await?;
        self.discard_draft(DraftKey::Address).await?;
        Ok(receipt)
    }

    /// Sends `body` as the write `what`, under the same key as long as it is not known whether it
    /// arrived.
    pub(super) async fn write<B, R, F>(
        &self,
        what: &str,
        body: &B,
        send: impl FnOnce(IdempotencyKey) -> F,
    ) -> Result<R, Problem>
    where
        B: Serialize + Clone + Send + 'static,
        F: Future<Output = Result<R, Problem>>,
    {
        let account = self.account()?;
        let fresh = new_key(self.clock.now())?;
        let key = {
            let (account, what, body) = (account.clone(), what.to_owned(), body.clone());
            self.store(move |store| store.sending_key(&account, &what, &body, fresh)).await?
        };
        let answer = self.heed(send(key).await).await;
        let settled = match &answer {
            Ok(_) => true,
            Err(problem) => !may_have_arrived(problem.code),
        };
        if settled {
            let what = what.to_owned();
            self.store(move |store| store.sent(&account, &what)).await?;
        }
        answer
    }
}

/// Whether a failed call may have been carried out all the same, or may be asked again unchanged.
fn may_have_arrived(code: Code) -> bool {
    matches!(
        code,
        Code::Offline
            | Code::PortalUnreachable
            | Code::UnexpectedReply
            | Code::Internal
            | Code::Unavailable
            | Code::SignInRequired
            | Code::UpdateRequired
    )
}
