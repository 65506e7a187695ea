//! What people can change on a page and what programs can change by a call, side by
//! side: every form of administration, of the desk's own things and of the management
//! system has its call, or the reason why it has none.

use crate::{found, nothing_found};
use redress::house::routes;
use std::collections::BTreeSet;

/// A form, and the calls that do the same.
const BOTH: &[(&str, &[&str])] = &[
    ("/admin/organisation", &["PATCH /api/v1/organisation"]),
    ("/admin/targets", &["PATCH /api/v1/targets"]),
    ("/admin/clocks", &["PATCH /api/v1/clocks"]),
    ("/admin/calendar", &["PATCH /api/v1/calendar"]),
    ("/admin/calendar/file", &["PATCH /api/v1/calendar"]),
    ("/admin/public-holidays", &["PATCH /api/v1/public-holidays"]),
    ("/admin/portal", &["PATCH /api/v1/portal"]),
    ("/admin/mail-limits", &["PATCH /api/v1/mail-limits"]),
    ("/admin/second-factor", &["PATCH /api/v1/second-factor"]),
    ("/admin/intake-limits", &["PATCH /api/v1/intake-limits"]),
    (
        "/desk/unconfirmed",
        &["POST /api/v1/complaints/{reference}/{verb}"],
    ),
    (
        "/desk/mail/{mail}/complaint",
        &["POST /api/v1/mail/{mail}/complaint"],
    ),
    ("/desk/mail/{mail}/join", &["POST /api/v1/mail/{mail}/join"]),
    (
        "/desk/mail/{mail}/dismissal",
        &["POST /api/v1/mail/{mail}/dismissal"],
    ),
    ("/desk/mail/{mail}/undo", &["POST /api/v1/mail/{mail}/undo"]),
    ("/admin/reminders", &["PATCH /api/v1/reminders"]),
    ("/admin/objectivity", &["PATCH /api/v1/objectivity"]),
    ("/admin/retention", &["PATCH /api/v1/retention"]),
    ("/admin/significant", &["PATCH /api/v1/significance"]),
    ("/admin/categories", &["PUT /api/v1/categories"]),
    ("/admin/categories/new", &["PUT /api/v1/categories"]),
    ("/admin/categories/{code}", &["PUT /api/v1/categories"]),
    ("/admin/remedies", &["PUT /api/v1/remedies"]),
    ("/admin/remedies/new", &["PUT /api/v1/remedies"]),
    ("/admin/remedies/{code}", &["PUT /api/v1/remedies"]),
    ("/admin/people", &["POST /api/v1/people"]),
    ("/admin/people/{person}", &["PATCH /api/v1/people/{person}"]),
    (
        "/admin/people/{person}/deactivation",
        &["POST /api/v1/people/{person}/deactivation"],
    ),
    (
        "/admin/people/{person}/reactivation",
        &["POST /api/v1/people/{person}/reactivation"],
    ),
    (
        "/admin/people/{person}/link",
        &["POST /api/v1/people/{person}/invitation"],
    ),
    (
        "/admin/people/{person}/link/revocation",
        &["DELETE /api/v1/people/{person}/invitation"],
    ),
    ("/admin/visits/{person}", &["PATCH /api/v1/visits/{person}"]),
    ("/admin/units", &["POST /api/v1/units"]),
    ("/admin/units/{unit}", &["PATCH /api/v1/units/{unit}"]),
    (
        "/admin/tokens/{token}/revocation",
        &["DELETE /api/v1/tokens/{token}"],
    ),
    ("/admin/webhooks", &["POST /api/v1/webhooks"]),
    (
        "/admin/webhooks/{webhook}",
        &["PATCH /api/v1/webhooks/{webhook}"],
    ),
    (
        "/admin/webhooks/{webhook}/removal",
        &["DELETE /api/v1/webhooks/{webhook}"],
    ),
    (
        "/admin/webhooks/{webhook}/resend",
        &["POST /api/v1/webhooks/{webhook}/resend"],
    ),
    (
        "/admin/webhooks/{webhook}/secret",
        &["POST /api/v1/webhooks/{webhook}/secret"],
    ),
    (
        "/admin/webhooks/{webhook}/test",
        &["POST /api/v1/webhooks/{webhook}/test"],
    ),
    ("/admin/mailboxes/new", &["POST /api/v1/mailboxes"]),
    (
        "/admin/mailboxes/{mailbox}",
        &["PATCH /api/v1/mailboxes/{mailbox}"],
    ),
    (
        "/admin/mailboxes/{mailbox}/closing",
        &["DELETE /api/v1/mailboxes/{mailbox}"],
    ),
    (
        "/admin/mailboxes/{mailbox}/test",
        &["POST /api/v1/mailboxes/{mailbox}/test"],
    ),
    ("/desk/new", &["POST /api/v1/complaints"]),
    (
        "/desk/{reference}/{verb}",
        &["POST /api/v1/complaints/{reference}/{verb}"],
    ),
    (
        "/desk/texts/{code}",
        &["POST /api/v1/texts", "PUT /api/v1/texts/{code}"],
    ),
    (
        "/desk/texts/{code}/retire",
        &["POST /api/v1/texts/{code}/retirement"],
    ),
    (
        "/desk/texts/{code}/restore",
        &["POST /api/v1/texts/{code}/restoration"],
    ),
    ("/desk/notices", &["PATCH /api/v1/notices"]),
    ("/desk/views", &["POST /api/v1/views"]),
    ("/desk/views/{view}", &["PATCH /api/v1/views/{view}"]),
    (
        "/desk/views/{view}/delete",
        &["DELETE /api/v1/views/{view}"],
    ),
    (
        "/system/corrective-actions",
        &["POST /api/v1/corrective-actions"],
    ),
    (
        "/system/corrective-actions/{action}/{act}",
        &[
            "PATCH /api/v1/corrective-actions/{action}",
            "POST /api/v1/corrective-actions/{action}/done",
            "POST /api/v1/corrective-actions/{action}/effect",
            "POST /api/v1/corrective-actions/{action}/link",
        ],
    ),
    ("/system/objectives", &["POST /api/v1/objectives"]),
    ("/system/exports", &["POST /api/v1/exports"]),
    (
        "/system/exports/{export}/file",
        &["POST /api/v1/exports/{export}/items"],
    ),
    ("/system/erasures", &["POST /api/v1/erasures"]),
    (
        "/system/erasures/{erasure}/approval",
        &["POST /api/v1/erasures/{erasure}/approval"],
    ),
    (
        "/system/erasures/{erasure}/refusal",
        &["POST /api/v1/erasures/{erasure}/refusal"],
    ),
    (
        "/system/erasures/{erasure}/stop",
        &["POST /api/v1/erasures/{erasure}/stop"],
    ),
    ("/system/holds", &["POST /api/v1/legal-holds"]),
    (
        "/system/holds/{hold}/end",
        &["POST /api/v1/legal-holds/{hold}/end"],
    ),
    ("/system/rights", &["POST /api/v1/data-requests"]),
    (
        "/system/rights/clock",
        &["PATCH /api/v1/data-requests-clock"],
    ),
    (
        "/system/rights/{request}/{act}",
        &[
            "POST /api/v1/data-requests/{request}/identity",
            "POST /api/v1/data-requests/{request}/extension",
            "POST /api/v1/data-requests/{request}/answer",
        ],
    ),
    (
        "/system/objectives/{objective}/retirement",
        &["POST /api/v1/objectives/{objective}/retirement"],
    ),
    ("/system/policy", &["POST /api/v1/policy/versions"]),
    (
        "/system/policy/{version}/text",
        &["PATCH /api/v1/policy/versions/{version}"],
    ),
    (
        "/system/policy/{version}/submission",
        &["POST /api/v1/policy/versions/{version}/submission"],
    ),
    (
        "/system/policy/{version}/return",
        &["POST /api/v1/policy/versions/{version}/return"],
    ),
    (
        "/system/policy/{version}/approval",
        &["POST /api/v1/policy/versions/{version}/approval"],
    ),
    (
        "/system/policy/{version}/publication",
        &["POST /api/v1/policy/versions/{version}/publication"],
    ),
    (
        "/system/policy/{version}/reading",
        &["POST /api/v1/policy/versions/{version}/reading"],
    ),
];

/// Forms without a call.
const PAGES_ALONE: &[(&str, &str)] = &[
    (
        "/admin/sample",
        "invented complaints are for people who look round",
    ),
    (
        "/system/disposals",
        "whoever proposes what is past its period has looked at the list",
    ),
    (
        "/admin/tokens",
        "a program makes itself no second key; people and the command line do",
    ),
    ("/admin/mail", "the relay's password is typed by a person"),
    ("/admin/mail/removal", "as the relay"),
    ("/admin/mail/test", "as the relay"),
    (
        "/admin/checkpoints",
        "who outside hears of the journal is a person's decision",
    ),
    ("/admin/checkpoints/stop", "as the addresses"),
    ("/admin/checkpoints/resume", "as the addresses"),
    (
        "/admin/providers",
        "a provider's secret is typed by a person, as the relay's",
    ),
    ("/admin/providers/{provider}", "as the provider"),
    ("/admin/providers/{provider}/removal", "as the provider"),
    (
        "/admin/journal/check",
        "proving the journal takes long: `redress verify`",
    ),
    (
        "/admin/import",
        "files of many megabytes and hours of work: `redress import`",
    ),
    ("/admin/import/{id}/columns", "as the import"),
    ("/admin/import/{id}/discard", "as the import"),
    ("/admin/import/{id}/start", "as the import"),
    (
        "/admin/import/{id}/undo",
        "as the import: `redress import --undo`",
    ),
    (
        "/desk/heard",
        "a program that records complaints holds the token of somebody who may: POST /api/v1/complaints",
    ),
    (
        "/admin/people/{person}/own-role",
        "a person asks for another role for themselves, never a program",
    ),
    (
        "/admin/objectivity/units/{unit}",
        "who stands above whom keeps people apart from cases: a person decides it",
    ),
    (
        "/admin/objectivity/competences",
        "a first record by hand, until training has a room of its own",
    ),
    (
        "/admin/objectivity/competences/{person}/end",
        "as the competences",
    ),
    (
        "/desk/break-glass",
        "a program has no reason to open what is hidden from it",
    ),
    (
        "/desk/second-eyes/{request}/{answer}",
        "a program is nobody's second pair of eyes",
    ),
    ("/desk/bulk", "a program calls the verb of each case itself"),
    (
        "/desk/bulk/act/{verb}",
        "a program calls the verb of each case itself",
    ),
    (
        "/desk/bulk/runs/{run}/undo",
        "a program calls the verb of each case itself",
    ),
    (
        "/desk/new/related",
        "a suggestion while typing: `GET /api/v1/complaints?q=`",
    ),
    (
        "/desk/related",
        "a suggestion while reading: `GET /api/v1/complaints?q=`",
    ),
    ("/desk/profile", "a person's own name, language and sign-in"),
    ("/desk/away", "a person says themselves that they are away"),
    ("/desk/away/end", "as the absence"),
    ("/desk/profile/desk", "how a person likes the desk"),
    ("/desk/profile/password", "a person's own password"),
    ("/desk/profile/sessions", "a person's own browsers"),
    ("/desk/profile/sessions/others", "a person's own browsers"),
    ("/desk/profile/authenticator", "a person's own telephone"),
    (
        "/desk/profile/authenticator/confirmation",
        "a person's own telephone",
    ),
    (
        "/desk/profile/authenticator/removal",
        "a person's own telephone",
    ),
    ("/desk/profile/passkeys", "a person's own keys"),
    (
        "/desk/profile/passkeys/{passkey}/removal",
        "a person's own keys",
    ),
    (
        "/desk/profile/recovery-codes",
        "for paper, not for programs",
    ),
    ("/desk/prove", "a program has nobody to ask anew"),
    (
        "/admin/people/{person}/sessions",
        "a lost device is seen to by a person; deactivation has a call",
    ),
    (
        "/admin/people/{person}/recovery",
        "somebody looks who it is and hands the link over",
    ),
    ("/desk/views/{view}/undo", "the undo of a page"),
    (
        "/desk/{reference}/bundle",
        "a page for people: `redress export case --html`; programs read the case itself",
    ),
    (
        "/system/rights/{request}/bundle",
        "a person looks at it before it leaves",
    ),
    (
        "/desk/{reference}/composing",
        "what a person has not sent yet",
    ),
];

fn forms() -> BTreeSet<String> {
    let all = routes().list.into_iter();
    let ours = ["/admin", "/desk", "/system"];
    all.filter(|route| {
        route.method == "POST" && ours.iter().any(|part| route.path.starts_with(part))
    })
    .map(|route| route.path.to_owned())
    .collect()
}

fn calls() -> BTreeSet<String> {
    let all = routes().list.into_iter();
    all.filter(|route| route.path.starts_with("/api/"))
        .map(|route| format!("{} {}", route.method, route.path))
        .collect()
}

fn differences(
    forms: &BTreeSet<String>,
    calls: &BTreeSet<String>,
    both: &[(&str, &[&str])],
    alone: &[(&str, &str)],
) -> Vec<String> {
    let told: Vec<&str> = both
        .iter()
        .map(|(form, _)| *form)
        .chain(alone.iter().map(|(form, _)| *form))
        .collect();
    let untold = forms.iter().filter(|form| !told.contains(&form.as_str()));
    let gone = told.iter().filter(|form| !forms.contains(**form));
    let lost = both.iter().flat_map(|(_, calls)| calls.iter());
    untold
        .map(|form| format!("{form}: a program cannot do it, and nobody says why"))
        .chain(gone.map(|form| format!("{form}: there is no such form")))
        .chain(
            lost.filter(|call| !calls.contains(**call))
                .map(|call| format!("{call}: there is no such call")),
        )
        .collect()
}

#[test]
fn what_a_page_changes_a_program_changes_or_it_is_said_why_not() {
    nothing_found(
        "Declare a call in the slice's manifest, or give the reason here:",
        &differences(&forms(), &calls(), BOTH, PAGES_ALONE),
    );
}

#[test]
fn a_planted_form_without_a_call_is_found() {
    let set = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect();
    found(
        &differences(
            &set(&["/admin/units", "/admin/flags"]),
            &set(&["POST /api/v1/units"]),
            &[(
                "/admin/units",
                &["POST /api/v1/units", "DELETE /api/v1/units"],
            )],
            &[("/admin/gone", "why")],
        ),
        &["/admin/flags", "/admin/gone", "DELETE /api/v1/units"],
    );
}
