//! What is owed after any history: each open obligation has its row, no row stands for
//! anything else, and the tallies are the sums of the rows.

use crate::world::{World, organisation, worlds};
use proptest::prelude::*;
use redress_complaint::{
    obligations::{Standing, owed_by},
    record,
};
use redress_kernel::Id;
use redress_store::{Error, Read, Tx, rebuild_check, sql};

fn agrees(world: &World, ids: &[Id]) -> Result<(), String> {
    let ids = ids.to_vec();
    world
        .db
        .read_now(move |reader| -> Result<_, Error> {
            for id in ids {
                let rows = owed_by(reader, id)?;
                let case = record::find(reader, id)?;
                let owed = case.map(|case| case.obligations(&organisation()));
                let mut open: Vec<_> = owed
                    .into_iter()
                    .flatten()
                    .filter(|it| matches!(it.standing, Standing::Open | Standing::Stopped { .. }))
                    .map(|it| (it.what.code().into_owned(), it.number, it.due))
                    .collect();
                open.sort();
                let mut rows: Vec<_> = rows
                    .into_iter()
                    .map(|row| (row.code, row.number, row.due_at))
                    .collect();
                rows.sort();
                if rows != open {
                    return Ok(Err(format!("{id}: {rows:?} and {open:?}")));
                }
            }
            let query = sql("SELECT code, of_unit, begun, until_at, COUNT(*) FROM obligation WHERE counted = 1
                GROUP BY code, of_unit, begun, until_at ORDER BY code, of_unit, begun, until_at LIMIT 100000");
            let line = |row: &redress_store::Row| {
                Ok((row.text(0)?, row.text(1)?, row.int(2)?, row.int(3)?, row.int(4)?))
            };
            let counted = reader.rows(&query, line)?;
            let query = sql("SELECT code, unit, begun, due_at, n FROM obligation_tally
                ORDER BY code, unit, begun, due_at LIMIT 100000");
            let kept = reader.rows(&query, line)?;
            Ok(match counted == kept {
                true => Ok(()),
                false => Err(format!("{counted:?} and {kept:?}")),
            })
        })
        .unwrap()
}

#[test]
fn after_a_year_of_histories_everything_owed_has_its_row_on_each_engine() {
    for world in worlds("owed") {
        let ids = world.lives(20_261_122, 60);
        assert_eq!(agrees(&world, &ids), Ok(()));
        assert_eq!(rebuild_check(&world.db).unwrap(), []);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn no_obligation_is_ever_without_a_fact_or_a_row(seed in any::<u64>(), complaints in 1usize..14) {
        let world = World::sqlite();
        let ids = world.lives(seed, complaints);
        prop_assert_eq!(agrees(&world, &ids), Ok(()));
    }
}

/// The negative control.
#[test]
fn a_lost_row_and_a_wrong_tally_are_found() {
    for lost in [
        "DELETE FROM obligation WHERE code = 'response'",
        "UPDATE obligation_tally SET n = n + 1",
    ] {
        let world = World::sqlite();
        let ids = world.lives(7, 20);
        assert_eq!(agrees(&world, &ids), Ok(()));
        world
            .db
            .write_now(move |tx: &mut Tx| -> Result<(), Error> {
                tx.execute(&sql(lost)).map(|_| ())
            })
            .unwrap();
        assert!(agrees(&world, &ids).is_err(), "{lost}");
    }
}
