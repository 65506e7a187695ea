//! 7.4 and 7.5: acknowledged, assessed, its issues.

use super::*;

impl Complaint {
    pub(super) fn acknowledged(&mut self, e: &Entry, k: Known<Acknowledged>) {
        self.line(e, "acknowledged")
            .key_arg("way", "way", &k.fact.way);
        if self.acknowledged.is_none() {
            let ack = AckMade {
                way: k.fact.way,
                at: e.at(),
                by: e.actor,
                language: k.fact.language,
                message: k.fact.message,
            };
            self.informed_at = Some(ack.at);
            self.acknowledged = Some(ack);
        }
    }

    pub(super) fn assessed(&mut self, e: &Entry, k: Known<Assessed>) {
        let text = k.personal.into_present().unwrap_or_default();
        let f = k.fact;
        self.line(e, "assessed")
            .key_arg("priority", "priority", &f.priority)
            .says(text.rationale.clone());
        self.due.response = f.response_due.or(self.due.response);
        self.firsts.priority.get_or_insert(f.priority.clone());
        // A priority set anew does not make the first assessment late.
        let at = self.assessment.as_ref().map_or(e.at(), |first| first.at);
        self.assessment = Some(Assessment {
            severity: f.severity,
            safety: f.safety,
            complexity: f.complexity,
            impact: f.impact,
            immediate_needed: f.immediate_needed,
            immediate_possible: f.immediate_possible,
            priority: f.priority,
            suggested: f.suggested,
            rationale: text.rationale,
            immediate_action: text.immediate_action,
            priority_reason: text.priority_reason,
            people_affected: f.people_affected,
            claimed: f.claimed,
            by: e.actor,
            at,
        });
    }

    pub(super) fn scope_decided(&mut self, e: &Entry, k: Known<ScopeDecided>) {
        let reason = text_of(&k.personal, |p| &p.reason);
        self.line(e, "scope-decided")
            .key_arg("scope", "scope", &k.fact.scope)
            .says(reason.clone());
        let ScopeDecided {
            scope,
            duplicate_of,
        } = k.fact;
        self.scope = Some(Scope {
            scope,
            duplicate_of,
            reason,
            by: e.actor,
            at: e.at(),
        });
    }

    pub(super) fn issue_added(&mut self, e: &Entry, k: Known<IssueAdded>) {
        let text = k.personal.into_present().unwrap_or_default();
        self.line(e, "issue-added")
            .arg("number", i64::from(k.fact.number))
            .says(text.title.clone());
        self.issues.push(Issue {
            number: k.fact.number,
            category: k.fact.category,
            title: text.title,
            product: text.product,
            ..Issue::default()
        });
    }

    pub(super) fn issue_set(&mut self, e: &Entry, k: Known<IssueSet>) {
        let text = k.personal.into_present().unwrap_or_default();
        let fact = k.fact;
        self.line(e, "issue-set")
            .arg("number", i64::from(fact.number));
        if let Some(issue) = self
            .issues
            .iter_mut()
            .find(|issue| issue.number == fact.number)
        {
            issue.category = fact.category.or(issue.category.take());
            issue.cause = fact.cause.or(issue.cause.take());
            replace_if_given(&mut issue.title, text.title);
            replace_if_given(&mut issue.product, text.product);
        }
    }
}
