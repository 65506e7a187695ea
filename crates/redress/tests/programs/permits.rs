//! Every call of a slice admits whom its permit names, and nobody else: also where
//! nothing is, so that a stranger learns nothing from the difference.

use crate::{
    ferries,
    office::{AISTE, JONAS, ONA, RIMA, TOMAS},
    send,
};
use redress::house::SLICES;
use redress_complaint::{calls::Call, routes::Permit};
use redress_kernel::{Role, person::granted};
use serde_json::{Value, json};

const PEOPLE: [(&str, Role); 5] = [
    (ONA, Role::Intake),
    (AISTE, Role::Handler),
    (TOMAS, Role::Manager),
    (JONAS, Role::Auditor),
    (RIMA, Role::Admin),
];

fn admits(permit: Permit, role: Role) -> bool {
    match permit {
        Permit::Public | Permit::SignedIn | Permit::ProvedAnew | Permit::FreshlySignedIn => true,
        Permit::May(action) | Permit::Fresh(action) => granted(role, action),
        Permit::Either(one, other) => granted(role, one) || granted(role, other),
    }
}

fn address(call: &Call) -> String {
    let parts = call
        .path
        .split('/')
        .map(|part| match part.starts_with('{') {
            true => "0".repeat(32),
            false => part.to_owned(),
        });
    parts.collect::<Vec<_>>().join("/")
}

#[tokio::test(flavor = "multi_thread")]
async fn each_call_is_for_those_who_were_agreed() {
    for ferry in ferries().await {
        let calls: Vec<&Call> = SLICES.iter().flat_map(|slice| slice.calls).collect();
        assert!(calls.len() > 40, "{}", calls.len());
        for call in calls {
            let (method, path) = (call.does.method().0, address(call));
            let asked = (method.as_str(), path.as_str());
            let body = match method.as_str() {
                "GET" | "DELETE" => Value::Null,
                _ => json!({ "nothing": "of this name" }),
            };
            for (who, role) in PEOPLE {
                let answer = send(&ferry, who, asked, body.clone()).await;
                let told = (answer.status.as_u16() != 403, answer.status.as_u16());
                assert_eq!(
                    told.0,
                    admits(call.permit, role),
                    "{asked:?} as {role:?}: {told:?}"
                );
                assert!(told.1 < 500, "{asked:?}: {}", answer.text());
            }
            let stranger = send(&ferry, "nobody", asked, body).await;
            assert_eq!(stranger.status, 401, "{asked:?}");
        }
    }
}
