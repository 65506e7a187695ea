//! A case whose import was undone is nowhere any more, and its row can come again.

use crate::ferry::{Ferry, handler};
use redress_complaint::{
    facts::Annulled,
    inbox::{Queue, counts},
    record::find,
};
use redress_kernel::{By, Draft, Id};
use redress_operation::receipt::{Arrival, NotReceived, Receipt, receive};
use redress_store::{Error, rebuild_check, sql};

fn old_row(ferry: &Ferry) -> Receipt {
    let by = By::system(ferry.now());
    let arrival = Arrival {
        channel: "letter".to_owned(),
        description: "The ferry of 1998 never came.".to_owned(),
        external_id: Some("csv:17".to_owned()),
        import: Some(Id::from_bytes([5; 16])),
        anonymous: true,
        ..Arrival::default()
    };
    let received = ferry
        .house
        .db
        .write_now(move |tx| -> Result<_, NotReceived> { receive(tx, arrival, &by) });
    received.expect("received")
}

fn open(ferry: &Ferry) -> i64 {
    let now = ferry.now();
    let counted = ferry
        .house
        .db
        .read_now(move |reader| -> Result<_, Error> { counts(reader, &handler(), now, now) });
    counted.expect("counted").of(Queue::All)
}

#[test]
fn an_annulled_case_leaves_every_list_and_its_row_can_come_in_again() {
    let ferry = Ferry::opens();
    let first = old_row(&ferry);
    assert!(old_row(&ferry).again, "the same row is the same complaint");
    assert_eq!((ferry.complaints(), open(&ferry)), (1, 1));
    let (case, by) = (first.complaint, By::system(ferry.now()));
    let undone = ferry.house.db.write_now(move |tx| -> Result<_, Error> {
        let import = Id::from_bytes([5; 16]);
        tx.record(Draft::of(case, &Annulled { import }), &by)
    });
    undone.expect("recorded");
    assert_eq!((ferry.complaints(), open(&ferry)), (0, 0));
    let found = ferry
        .house
        .db
        .read_now(move |reader| -> Result<_, Error> { find(reader, case) });
    assert!(found.expect("read").is_none());
    let again = old_row(&ferry);
    assert!(!again.again && again.complaint != case);
    assert_eq!(
        ferry.counted(sql("SELECT COUNT(*) FROM receipt_external")),
        1
    );
    assert_eq!(rebuild_check(&ferry.house.db).expect("compared"), []);
}
