//! Exports of helpdesks in their documented layouts: people, states, comments
//! with their times; notes stay inside.

use crate::{
    files::count,
    server::{blue_ferry, folder, told},
};
use redress_complaint::{Complaint, case::Look};

const ZENDESK: &str = r#"{"url":"https://nw.zendesk.example/api/v2/tickets/35436.json","id":35436,"external_id":null,"created_at":"2025-07-20T22:55:29Z","updated_at":"2025-08-05T10:38:52Z","type":"incident","subject":"Billed twice","raw_subject":"Billed twice","description":"I was billed twice for June.","priority":"high","status":"closed","requester_id":20978392,"submitter_id":76872,"assignee_id":235323,"via":{"channel":"voice"},"tags":["billing"],"requester":{"id":20978392,"name":"Ona Petraite","email":"ona@mail.example","phone":"+37060000000","locale":"lt"},"metric_set":{"solved_at":"2025-08-04T09:00:00Z"},"comments":[{"id":1,"author_id":20978392,"body":"I was billed twice for June.","public":true,"created_at":"2025-07-20T22:55:29Z"},{"id":2,"author_id":235323,"author":{"name":"Jonas P.","role":"agent"},"body":"Check the meter first.","public":false,"created_at":"2025-07-21T08:00:00Z"},{"id":3,"author_id":235323,"author":{"name":"Jonas P.","role":"agent"},"html_body":"<p>We have returned the money.</p>","public":true,"created_at":"2025-07-22T08:00:00Z"},{"id":4,"author_id":20978392,"plain_body":"Thank you.","public":true,"created_at":"2025-07-22T09:00:00Z"}]}
{"id":35437,"created_at":"2025-07-21T10:00:00Z","updated_at":"2025-07-21T10:00:00Z","subject":"No water","description":"No water since morning.","status":"pending","requester_id":7,"via":{"channel":"web"}}
{"id":35438,"created_at":"2025-07-21T10:00:00Z","subject":"Buy pills","description":"Cheap","status":"deleted","via":{"channel":"email"}}
{"id":35439,"created_at":"yesterd
"#;

const FRESHDESK: &str = r#"[{"id":20,"subject":"Broken pipe","description":"<div>The pipe <b>leaks</b>.</div>","description_text":"The pipe leaks.","status":5,"source":3,"priority":1,"requester_id":1,"created_at":"2025-03-01T09:00:00Z","updated_at":"2025-03-05T09:00:00Z","requester":{"id":1,"name":"Kim Seoyeon","email":"kim@mail.example","phone":null,"mobile":null},"stats":{"resolved_at":"2025-03-04T09:00:00Z","closed_at":"2025-03-05T09:00:00Z"},"conversations":[{"id":5,"body_text":"A fitter comes tomorrow.","incoming":false,"private":false,"from_email":"help@nw.example","created_at":"2025-03-02T09:00:00Z"},{"id":6,"body":"<p>Third time this year</p>","incoming":false,"private":true,"created_at":"2025-03-02T10:00:00Z"},{"id":7,"body_text":"It is dry now.","incoming":true,"private":false,"created_at":"2025-03-03T09:00:00Z"}]},
{"helpdesk_ticket":{"display_id":21,"subject":"Noise","description":"Noise at night","status":2,"status_name":"Open","source":1,"source_name":"Email","requester_name":"Li Wei","created_at":"2025-03-06T20:00:00+08:00","updated_at":"2025-03-06T20:00:00+08:00","notes":[{"note":{"body":"We look into it.","private":false,"incoming":false,"created_at":"2025-03-07T09:00:00+08:00"}}]}},
{"id":22,"subject":"Spam","description_text":"x","status":2,"source":1,"spam":true,"created_at":"2025-03-06T20:00:00Z"}]"#;

/// The case that this identifier became.
fn case(data: &std::path::Path, external: &str) -> Complaint {
    use redress_store::{Db, Keys, Location, Read, sql};
    let keys = Keys::load_or_create(data, redress_kernel::Instant::from_micros(0)).unwrap();
    let at = Location::Sqlite(data.to_owned());
    let db = Db::open(&at, keys, redress::house::wiring()).unwrap();
    db.read_now(|reader| -> Result<_, redress_store::Error> {
        let query =
            sql("SELECT complaint FROM receipt_external WHERE external_id = $1").arg(external);
        let id = reader.one(&query, |row| row.id(0))?.unwrap();
        Ok(Complaint::fold(&reader.entries(id)?))
    })
    .unwrap()
}

fn said(case: &Complaint) -> Vec<(Look, &str, String)> {
    let texts = case.timeline.iter().filter(|line| !line.text.is_empty());
    texts
        .map(|line| {
            let at = line.occurred_at.unwrap_or(line.recorded_at);
            (line.look, line.text.as_str(), at.to_string())
        })
        .collect()
}

#[test]
fn a_zendesk_export_comes_in_with_its_conversation() {
    let data = folder("zendesk");
    blue_ferry(&data);
    let file = data.join("tickets.json");
    std::fs::write(&file, ZENDESK).unwrap();
    let rejects = data.join("rejects.txt");
    let (file, rejects) = (file.to_str().unwrap(), rejects.to_str().unwrap());
    let args = [
        "--json",
        "import",
        "--format",
        "zendesk",
        "--rejects",
        rejects,
        file,
    ];
    assert_eq!(count(&told(&data, &args, "")), (4, 2, 0, 2));
    let rejects = std::fs::read_to_string(rejects).unwrap();
    assert!(
        rejects.contains(":3: deleted-there") && rejects.contains(":4: not-json"),
        "{rejects}"
    );
    let billed = case(&data, "zendesk:35436");
    assert_eq!(
        (billed.channel.as_str(), billed.language.tag()),
        ("phone", "lt")
    );
    assert_eq!(billed.complainant.email, "ona@mail.example");
    assert_eq!(
        said(&billed),
        [
            (
                Look::In,
                "I was billed twice for June.",
                "2025-07-20T22:55:29Z".to_owned()
            ),
            (
                Look::Note,
                "Check the meter first.",
                "2025-07-21T08:00:00Z".to_owned()
            ),
            (
                Look::Out,
                "We have returned the money.",
                "2025-07-22T08:00:00Z".to_owned()
            ),
            (Look::In, "Thank you.", "2025-07-22T09:00:00Z".to_owned()),
        ]
    );
    assert_eq!(
        billed.closed.unwrap().at.to_string(),
        "2025-08-04T09:00:00Z"
    );
    let waits = case(&data, "zendesk:35437");
    assert_eq!(waits.waiting.unwrap().on, "complainant");
    assert_eq!(count(&told(&data, &args, "")), (4, 0, 2, 2));
    std::fs::remove_dir_all(&data).unwrap();
}

#[test]
fn a_freshdesk_export_comes_in_from_either_of_its_layouts() {
    let data = folder("freshdesk");
    blue_ferry(&data);
    let file = data.join("tickets.json");
    std::fs::write(&file, FRESHDESK).unwrap();
    let args = [
        "--json",
        "import",
        "--format",
        "freshdesk",
        file.to_str().unwrap(),
    ];
    assert_eq!(count(&told(&data, &args, "")), (3, 2, 0, 1));
    let pipe = case(&data, "freshdesk:20");
    assert_eq!(
        (pipe.channel.as_str(), pipe.complainant.name.as_str()),
        ("phone", "Kim Seoyeon")
    );
    let looks: Vec<Look> = said(&pipe).iter().map(|line| line.0).collect();
    assert_eq!(looks, [Look::In, Look::Out, Look::Note, Look::In]);
    assert_eq!(pipe.closed.unwrap().at.to_string(), "2025-03-05T09:00:00Z");
    let noise = case(&data, "freshdesk:21");
    assert!(noise.is_open() && !noise.needs_reply);
    assert_eq!(noise.received_at.to_string(), "2025-03-06T12:00:00Z");
    std::fs::remove_dir_all(&data).unwrap();
}

/// The list exports of both are tables with known headers.
#[test]
fn table_exports_of_helpdesks_are_read_by_their_headers() {
    let data = folder("helpdesk-tables");
    blue_ferry(&data);
    let file = data.join("freshdesk.csv");
    std::fs::write(
        &file,
        "Ticket ID,Subject,Status,Priority,Source,Type,Created time,Resolved time,Closed time,Full name,Email\n\
         31,Late bill,Closed,Low,Portal,Problem,2025-03-01 09:00:00,2025-03-02 09:00:00,2025-03-03 09:00:00,Ona,ona@mail.example\n",
    )
    .unwrap();
    let args = [
        "--json",
        "import",
        "--format",
        "freshdesk",
        file.to_str().unwrap(),
    ];
    assert_eq!(count(&told(&data, &args, "")), (1, 1, 0, 0));
    let late = case(&data, "freshdesk:31");
    assert_eq!(
        (late.channel.as_str(), late.complainant.name.as_str()),
        ("web", "Ona")
    );
    assert!(late.closed.is_some());
    std::fs::remove_dir_all(&data).unwrap();
}

/// A workbook is a table whose dates leave nothing to choose.
#[test]
fn a_workbook_comes_in_by_its_first_sheet() {
    let data = folder("workbook");
    blue_ferry(&data);
    let file = format!("{}complaints.xlsx", crate::files::DATA);
    let args = ["--json", "import", "--format", "xlsx", &file];
    assert_eq!(count(&told(&data, &args, "")), (2, 2, 0, 0));
    let late = case(&data, "csv:17");
    assert_eq!(
        (late.subject.as_str(), late.complainant.name.as_str()),
        ("Late ferry", "Ona Petraite")
    );
    assert!(late.received_at.to_string().starts_with("2026-03-06"));
    assert_eq!(count(&told(&data, &args, "")), (2, 0, 2, 0));
    std::fs::remove_dir_all(&data).unwrap();
}
