//! What is told: that it happened, to which complaint, and where to read more with
//! the reader's own rights. No name, no text, no code of the case is in it.

use redress_kernel::{Id, Instant};
use serde_json::json;

/// Kinds of facts that can be told; each moves a case in a way another system may
/// have to follow. Its words are `fact-{kind}`.
pub const EVENTS: &[&str] = &[
    "received",
    "supplemented",
    "withdrawn",
    "acknowledged",
    "assessed",
    "assigned",
    "finding-recorded",
    "remedy-approved",
    "remedy-delivered",
    "decided",
    "accepted",
    "not-accepted",
    "review-opened",
    "review-decided",
    "referred",
    "referral-decided",
    "message-received",
    "closed",
    "reopened",
];

/// The kind of a test: about no complaint.
pub const TEST: &str = "test";

/// One telling, the same bytes however often it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling {
    pub event: String,
    pub complaint: Option<Id>,
    pub reference: String,
    /// The entry of the journal, which is also the version of the case.
    pub entry: i64,
    pub at: Instant,
}

impl Telling {
    pub fn body(&self, base_url: &str) -> String {
        let Some(complaint) = self.complaint else {
            let body =
                json!({ "type": "webhook.test", "timestamp": self.at.to_string(), "data": {} });
            return body.to_string();
        };
        let (reference, before) = (&self.reference, self.entry - 1);
        json!({
            "type": format!("complaint.{}", self.event),
            "timestamp": self.at.to_string(),
            "data": {
                "id": complaint,
                "reference": reference,
                "version": self.entry,
                "links": {
                    "api": format!("{base_url}/api/v1/complaints/{reference}"),
                    "desk": format!("{base_url}/desk/{reference}"),
                    "journal": format!("{base_url}/api/v1/journal?after={before}&limit=1"),
                },
            },
        })
        .to_string()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use redress_complaint::facts::Happened;

    #[test]
    fn every_event_is_a_fact_of_a_complaint() {
        for event in EVENTS {
            assert!(Happened::KINDS.contains(event), "{event}");
        }
    }

    #[test]
    fn a_telling_names_the_case_and_where_to_read_it() {
        let telling = Telling {
            event: "closed".to_owned(),
            complaint: Some(Id::from_bytes([7; 16])),
            reference: "BF-26-004J-7KQ".to_owned(),
            entry: 41,
            at: "2026-03-06T08:00:00Z".parse().unwrap(),
        };
        let body: serde_json::Value =
            serde_json::from_str(&telling.body("https://redress.example")).unwrap();
        assert_eq!(body["type"], "complaint.closed");
        let journal = "https://redress.example/api/v1/journal?after=40&limit=1";
        assert_eq!(body["data"]["links"]["journal"], journal);
        let names: Vec<&String> = body["data"].as_object().unwrap().keys().collect();
        assert_eq!(names, ["id", "links", "reference", "version"]);
    }
}
