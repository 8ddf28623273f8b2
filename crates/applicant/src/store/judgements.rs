//! What is seen in picked pictures, sealed beside them: it is kept as long as the very picture or
//! file that it is of, and goes with it.

use super::parts::Pictured;
use super::pictures::PictureRow;
use super::{Store, StoreError};
use contract::examination::Examination;
use contract::id::PersonId;
use contract::photo::SourceKind;
use contract::picked::Examined;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What was seen, and what else it was judged by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Judgement {
    /// What its owner said the picture is.
    pub(crate) kind: Option<SourceKind>,
    /// The day on which its age was judged.
    pub(crate) on: Date,
    /// What was seen.
    pub(crate) examination: Examination,
}

const fn judged(which: Examined) -> Pictured {
    match which {
        Examined::Source => Pictured::SourceJudged,
        Examined::Prepared => Pictured::PreparedJudged,
    }
}

impl Store {
    /// What was seen in the picture that is kept for a person, if that was judged.
    pub(crate) fn judgement(
        &self,
        account: &str,
        person: PersonId,
        which: Examined,
    ) -> Result<Option<Judgement>, StoreError> {
        let kept = self.picture_bytes(account, person, judged(which))?;
        // One that another version of the app wrote is judged again.
        Ok(kept.and_then(|kept| serde_json::from_slice(&kept).ok()))
    }

    /// Keeps what was seen in the picture of this row; whether that is still the one.
    pub(crate) fn keep_judgement(
        &self,
        account: &str,
        person: PersonId,
        row: &PictureRow,
        which: Examined,
        judgement: &Judgement,
    ) -> Result<bool, StoreError> {
        let bytes = serde_json::to_vec(judgement)?;
        self.with(|db| {
            let transaction = db.transaction()?;
            let kept = self.row(&transaction, account, person)?;
            if !kept.is_some_and(|kept| is_the_same(&kept, row, which)) {
                return Ok(false);
            }
            self.put_bytes(&transaction, account, person, row, judged(which), &bytes)?;
            transaction.commit()?;
            Ok(true)
        })
    }
}

/// Whether two rows are of the same picture, or of the same file to be sent.
fn is_the_same(one: &PictureRow, other: &PictureRow, which: Examined) -> bool {
    let file = |row: &PictureRow| row.outgoing.as_ref().map(|outgoing| outgoing.upload);
    one.pick == other.pick && (which == Examined::Source || file(one) == file(other))
}
