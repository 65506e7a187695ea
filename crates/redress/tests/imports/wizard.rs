//! The import wizard as a browser without a script goes through it: the file, the
//! columns, what would happen, the import as a job, the rejects, the way back.

use crate::{
    ferry::{Ferry, Page, Visitor},
    files::DATA,
};
use redress::serve::run_due;
use redress_kernel::{By, Role};
use redress_office::{Fault, NewPerson, add_person, password, set_password};
use redress_store::{Tx, rebuild_check, sql};

const PHRASE: &str = "the boat left at dawn";

/// Signed in as a colleague with this role.
pub async fn signed_in(ferry: &Ferry, role: Role, language: &'static str) -> Visitor {
    let email = format!("{}@blueferry.example", role.name());
    let new = NewPerson {
        name: format!("Rasa {}", role.name()),
        email: email.clone(),
        role,
        unit: None,
        language: None,
    };
    let hash = password::hash(PHRASE, [2; 32]).unwrap();
    let by = By::system(ferry.now());
    let write = move |tx: &mut Tx| -> Result<_, Fault> {
        let person = add_person(tx, &new, &by)?;
        Ok(set_password(tx, person, &hash, &by)?)
    };
    ferry.house.db.write(write).await.unwrap();
    let mut visitor = ferry.visitor(language);
    let page = visitor
        .post(
            "/sign-in",
            &[("email", email.as_str()), ("password", PHRASE)],
        )
        .await;
    assert_eq!(page.status, 303, "{}", page.body);
    visitor
}

/// Every job of these two kinds, as the worker takes them one after another.
async fn worker_works(ferry: &Ferry) {
    let works = || ferry.house.slices.iter().flat_map(|slice| slice.jobs);
    for _ in 0..20 {
        for work in works().filter(|work| work.kind.starts_with("import")) {
            run_due(&ferry.house, work).await;
        }
    }
}

async fn upload(visitor: &mut Visitor, name: &str, format: &str, bytes: &[u8]) -> Page {
    visitor
        .post_files(
            "/admin/import",
            &[("format", format)],
            &[("import-file", name, bytes)],
        )
        .await
}

/// What the form of the columns page would send as it stands.
fn proposal(page: &Page) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for part in page.body.split("<select ").skip(1) {
        let name = part
            .split("name=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let chosen = part.split("</select>").next().unwrap();
        let value = chosen.split("<option value=\"").skip(1).find(|option| {
            let tag = option.split('>').next().unwrap();
            tag.ends_with(" selected")
        });
        let value = value.map_or("", |option| option.split('"').next().unwrap());
        pairs.push((
            name.to_owned(),
            value.replace("&#38;", "&").replace("&amp;", "&"),
        ));
    }
    pairs
}

async fn choose(visitor: &mut Visitor, path: &str, pairs: &[(String, String)]) -> Page {
    let pairs: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    visitor.post(path, &pairs).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_twin_headers_goes_through_the_wizard_and_back() {
    let ferry = Ferry::opens();
    let mut rasa = signed_in(&ferry, Role::Manager, "en").await;
    let file = std::fs::read(format!("{DATA}cfpb-2016-twin-headers-200rows.csv")).unwrap();
    let uploaded = upload(&mut rasa, "old.csv", "cfpb", &file).await;
    assert_eq!(uploaded.status, 303, "{}", uploaded.body);
    let columns = uploaded.location;
    let page = rasa.get(&columns).await;
    page.has("Which column is what")
        .has("Please choose: these columns differ")
        .has("PHH Mortgage");
    // As proposed it is not clear which of the two is meant: the page says so.
    let mut pairs = proposal(&page);
    let refused = choose(&mut rasa, &columns, &pairs).await;
    assert_eq!(refused.status, 422);
    refused.has("Two columns have the same name and differ");
    assert_eq!(ferry.counted(sql("SELECT COUNT(*) FROM import_run")), 0);
    for (name, value) in &mut pairs {
        match name.as_str() {
            "c-received_at" => *value = "Date received#2".to_owned(),
            "c-resolved_at" => *value = "Date resolved#2".to_owned(),
            _ => {}
        }
    }
    let chosen = choose(&mut rasa, &columns, &pairs).await;
    assert_eq!(chosen.status, 303, "{}", chosen.body);
    let run = chosen.location;
    rasa.get(&run)
        .await
        .has("What would happen")
        .has("<dd>200</dd>")
        .has("Import now");
    assert_eq!(ferry.complaints(), 0, "nothing is recorded by looking");
    let started = rasa.post(&format!("{run}/start"), &[]).await;
    assert_eq!(started.status, 303);
    rasa.get(&run)
        .await
        .has("The import is running")
        .has("You can close this page");
    worker_works(&ferry).await;
    rasa.get(&run)
        .await
        .has("The import is done")
        .has("Undo import");
    assert_eq!(ferry.complaints(), 200);
    rasa.get("/admin/import")
        .await
        .has("old.csv")
        .has("Rasa manager");
    // A second click starts nothing a second time.
    assert_eq!(rasa.post(&format!("{run}/start"), &[]).await.status, 303);
    let undone = rasa.post(&format!("{run}/undo"), &[]).await;
    assert_eq!(undone.status, 303);
    worker_works(&ferry).await;
    rasa.get(&run)
        .await
        .has("The import was undone")
        .lacks("Undo import");
    assert_eq!(ferry.complaints(), 0);
    assert_eq!(rebuild_check(&ferry.house.db).unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_stay_outside_are_named_and_can_be_downloaded() {
    let ferry = Ferry::opens();
    let mut admin = signed_in(&ferry, Role::Admin, "en").await;
    let text = "date;subject;name\n2026-01-05;Late ferry;Ona\nsoon;=1+1;Jonas\n";
    let columns = upload(&mut admin, "list.csv", "csv", text.as_bytes())
        .await
        .location;
    let page = admin.get(&columns).await;
    let pairs = proposal(&page);
    let run = choose(&mut admin, &columns, &pairs).await.location;
    admin
        .get(&run)
        .await
        .has("The date of receipt cannot be read");
    admin.post(&format!("{run}/start"), &[]).await;
    worker_works(&ferry).await;
    admin
        .get(&run)
        .await
        .has("The date of receipt cannot be read");
    let rejects = admin.get(&format!("{run}/rejects")).await;
    // A cell that a spreadsheet would take for a formula is made harmless.
    rejects
        .has("Line,Reason,date,subject,name")
        .has("3,The date of receipt cannot be read,soon,'=1+1,Jonas");
    assert_eq!(ferry.complaints(), 1);
}

/// Names of people lie in a file that waits, and in the rows that stay outside.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_waits_lies_sealed_with_its_name_and_what_stayed_outside() {
    let ferry = Ferry::opens();
    let mut admin = signed_in(&ferry, Role::Admin, "en").await;
    let text = "date;subject;name\n2026-01-05;Late ferry;Ona Kazlauskiene\nsoon;Cold soup;Jonas Petraitis\n";
    let columns = upload(&mut admin, "people-of-Klaipeda.csv", "csv", text.as_bytes()).await;
    let page = admin.get(&columns.location).await;
    let run = choose(&mut admin, &columns.location, &proposal(&page)).await;
    let canaries = [
        "Kazlauskiene",
        "Petraitis",
        "Cold soup",
        "people-of-Klaipeda",
    ];
    let lies_open = |ferry: &Ferry| {
        let bytes = ferry.bytes_on_disk();
        let found = |canary: &&str| {
            bytes
                .windows(canary.len())
                .any(|it| it == canary.as_bytes())
        };
        canaries.into_iter().filter(found).collect::<Vec<_>>()
    };
    assert_eq!(lies_open(&ferry), [""; 0], "while it waits");
    let waiting = admin.get("/admin/import").await;
    waiting.has("people-of-Klaipeda.csv");
    admin.post(&format!("{}/start", run.location), &[]).await;
    worker_works(&ferry).await;
    assert_eq!(ferry.complaints(), 1);
    let outside = admin.get(&format!("{}/rejects", run.location)).await;
    outside.has("soon,Cold soup,Jonas Petraitis");
    // The control: what was taken in is a subject that is searched, and therefore open.
    let bytes = ferry.bytes_on_disk();
    assert!(bytes.windows(10).any(|it| it == b"Late ferry"));
    assert!(
        !lies_open(&ferry).contains(&"Petraitis"),
        "what stayed outside"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_order_of_dates_is_chosen_where_the_file_does_not_tell() {
    let ferry = Ferry::opens();
    let mut admin = signed_in(&ferry, Role::Admin, "ko").await;
    let text = "date,subject\n1/2/2020,Late\n3/4/2020,Early\n";
    let columns = upload(&mut admin, "list.csv", "csv", text.as_bytes())
        .await
        .location;
    let page = admin.get(&columns).await;
    page.has("날짜 순서")
        .has("2020년 2월 1일")
        .has("2020년 1월 2일");
    let mut pairs = proposal(&page);
    assert_eq!(choose(&mut admin, &columns, &pairs).await.status, 422);
    pairs.push(("dates".to_owned(), "dmy".to_owned()));
    let run = choose(&mut admin, &columns, &pairs).await;
    assert_eq!(run.status, 303, "{}", run.body);
    admin.post(&format!("{}/start", run.location), &[]).await;
    worker_works(&ferry).await;
    assert_eq!(ferry.complaints(), 2);
    let february = sql("SELECT COUNT(*) FROM complaint WHERE received_at = 1580551200000000");
    assert_eq!(ferry.counted(february), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_import_and_whatever_is_no_file_stays_outside() {
    let ferry = Ferry::opens();
    let mut handler = signed_in(&ferry, Role::Handler, "en").await;
    assert_eq!(handler.get("/admin/import").await.status, 403);
    assert_eq!(
        upload(&mut handler, "x.csv", "csv", b"a,b\n1,2\n")
            .await
            .status,
        403
    );
    let mut admin = signed_in(&ferry, Role::Admin, "en").await;
    let page = admin.get("/admin/import").await;
    page.has("Nothing has been imported yet");
    upload(&mut admin, "x.json", "csv", b"{\"id\": 1}")
        .await
        .has("A JSON file is read as an export");
    upload(&mut admin, "x.csv", "csv", b"\xff\xfea\x00,\x00")
        .await
        .has("not UTF-8");
    upload(&mut admin, "x.xlsx", "csv", b"PK\x03\x04 no workbook")
        .await
        .has("cannot be read");
    assert_eq!(
        admin
            .post_files("/admin/import", &[("format", "csv")], &[])
            .await
            .status,
        422
    );
    let columns = upload(&mut admin, "x.csv", "csv", b"date,subject\n2020-01-01,x\n")
        .await
        .location;
    let id = columns.trim_end_matches("/columns");
    assert_eq!(admin.post(&format!("{id}/discard"), &[]).await.status, 303);
    assert_eq!(admin.get(id).await.status, 404);
    assert_eq!(admin.get("/admin/import/nothing").await.status, 404);
}
