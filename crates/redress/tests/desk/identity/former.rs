//! A name that was put right: what it was before is masked like what it is.

use super::{addresses, rang, takes, told};
use crate::office::{AISTE, BORIS, Ferry, ONA, TOMAS};
use redress_complaint::facts::{Corrected, CorrectedText, Person};
use redress_kernel::{By, Draft};
use redress_store::{Error, Tx, rebuild_check};

/// Somebody who married: what was written before names her as she was called then.
#[tokio::test]
async fn a_name_that_was_put_right_stays_masked_where_it_stood_before() {
    let ferry = Ferry::open().await;
    let reference = rang(&ferry).await;
    takes(&ferry, AISTE, &reference).await;
    let note = [("text", "Kanarinskas was calm.")];
    let path = format!("/desk/{reference}");
    ferry.post(AISTE, &format!("{path}/notes"), &note).await;
    let case = ferry.case(&reference).await;
    let text = CorrectedText {
        subject: Some("Kanarinskas and the ferry".into()),
        complainant: Some(Person {
            name: "Žibartas Petraitis".into(),
            email: "petraitis@example.org".into(),
            ..Person::default()
        }),
        ..CorrectedText::default()
    };
    let (draft, now) = (
        Draft::with(case.id, &Corrected::default(), &text),
        ferry.house.now(),
    );
    let correct =
        move |tx: &mut Tx| -> Result<(), Error> { tx.record(draft, &By::system(now)).map(|_| ()) };
    ferry.house.db.write(correct).await.unwrap();
    let all = addresses(&reference, &"0".repeat(32), &"0".repeat(32));
    let asked = [
        "/desk/search?q=calm",
        "/desk/search?q=ferry",
        "/desk/palette?what=ferry",
    ];
    for path in all.iter().map(String::as_str).chain(asked) {
        for who in [ONA, BORIS, TOMAS] {
            let page = ferry.get(who, path).await.text();
            assert_eq!(told(&page), [""; 0], "{who} {path}");
            assert!(!page.to_lowercase().contains("petraitis"), "{who} {path}");
        }
    }
    let hers = ferry.get(AISTE, &path).await.text();
    assert!(
        hers.contains("Kanarinskas was calm."),
        "the control: {hers}"
    );
    let href = format!("/desk/{reference}\"");
    for words in ["kanarinskas", "petraitis"] {
        let query = format!("/desk/search?q={words}");
        let found = ferry.get(BORIS, &query).await.text();
        assert!(
            !found.contains(&href),
            "nobody is found by an old name: {found}"
        );
        let found = ferry.get(AISTE, &query).await.text();
        assert!(found.contains(&reference), "{words}: {found}");
    }
    assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
}
