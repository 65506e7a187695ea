//! 7.7 and 7.8: remedies and the decision.

use super::*;

impl Complaint {
    pub(super) fn remedy_proposed(&mut self, e: &Entry, k: Known<RemedyProposed>) {
        let text = text_of(&k.personal, |p| &p.text);
        let f = k.fact;
        self.line(e, "remedy-proposed")
            .key_arg("remedy", "remedy", &f.remedy)
            .says(text.clone());
        self.remedies.push(Remedy {
            number: f.number,
            issue: f.issue,
            remedy: f.remedy,
            amount: f.amount,
            due_on: f.due_on,
            needs_approval: f.needs_approval,
            state: if f.needs_approval {
                RemedyState::Proposed
            } else {
                RemedyState::Approved
            },
            text,
            proposed_by: e.actor,
            approved_by: None,
            delivered_on: None,
            verified_with: None,
        });
    }

    pub(super) fn remedy_moved(
        &mut self,
        e: &Entry,
        number: u32,
        state: RemedyState,
        text: String,
    ) {
        let remedy = self
            .remedy(number)
            .map(|r| r.remedy.clone())
            .unwrap_or_default();
        self.line(e, "remedy-moved")
            .sentence(&format!("remedy-{}", state.name()))
            .key_arg("remedy", "remedy", &remedy)
            .says(text);
        self.on_remedy(number, |r| {
            r.state = state;
            if state == RemedyState::Approved {
                r.approved_by = Some(e.actor);
            }
        });
    }

    pub(super) fn on_remedy(&mut self, number: u32, change: impl FnOnce(&mut Remedy)) {
        if let Some(remedy) = self
            .remedies
            .iter_mut()
            .find(|remedy| remedy.number == number)
        {
            change(remedy);
        }
    }

    pub(super) fn decided(&mut self, e: &Entry, k: Known<Decided>) {
        let text = k.personal.into_present().unwrap_or_default();
        self.line(e, "decided").says(text.summary.clone());
        for outcome in &k.fact.issues {
            if let Some(issue) = self
                .issues
                .iter_mut()
                .find(|issue| issue.number == outcome.issue)
            {
                issue.outcome = Some(outcome.outcome.clone());
            }
        }
        let Decided {
            cycle,
            issues,
            message,
            recourse_told,
        } = k.fact;
        self.decisions.push(Decision {
            cycle,
            issues,
            message,
            recourse_told,
            summary: text.summary,
            by: e.actor,
            owner: self.owner,
            at: e.at(),
            ..Decision::default()
        });
    }
}
