//! What was found out about who sent a message, for whoever shows it or decides on it.
//! Leaves no evidence: the finding stands in the fact that took the message in.

use redress_kernel::Id;
use redress_mail::authentication::{Passed, Verdict};
use redress_store::{Error, Read, sql};

/// None: nobody looked, as of messages taken in before this was kept.
pub fn verdict_of(reader: &mut impl Read, mail: Id) -> Result<Option<Verdict>, Error> {
    let query = sql("SELECT spf, dkim, dmarc, domain, signer FROM mail_checked WHERE mail = $1");
    reader.one(&query.arg(mail), |row| {
        let passed = |at| row.text(at).map(|code| Passed::named(&code));
        let verdict = Verdict::of(passed(0)?, passed(1)?, passed(2)?);
        Ok(verdict.about(&row.text(3)?).signed_by(&row.text(4)?))
    })
}
