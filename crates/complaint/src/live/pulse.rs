//! The one pulse: looks at the end of the journal, tells what moved, and asks now
//! and then whether those who listen still may. It reads the journal and not a
//! signal of this process, because commands and other nodes write too.

use super::hub::{Held, Hub};
use crate::{
    House,
    facts::RecountFollowed,
    record::{find, permitted},
};
use axum::body::Bytes;
use redress_kernel::{Action, Fact, Id, person::granted};
use redress_store::{Error, Read, Reader, sql};
use std::{sync::Arc, time::Duration};

const BEAT: Duration = Duration::from_millis(400);
/// Every so many beats it is asked whether the listeners still may (4 s) and a line
/// keeps the connection from falling asleep (20 s).
const RIGHTS_EVERY: u32 = 10;
const HEARTBEAT_EVERY: u32 = 50;
/// More new facts than this at once (an import) are told as one.
const MANY: i64 = 200;

/// `from`: the position behind the newest fact that the first page may know.
pub(super) fn start(house: House, from: i64) {
    tokio::spawn(async move {
        let hub = house.live.clone();
        let mut seen = from;
        let mut beat = 0u32;
        while !hub.deserted() {
            tokio::time::sleep(BEAT).await;
            beat = beat.wrapping_add(1);
            seen = tell_news(&house, seen).await;
            for case in hub.left() {
                hub.readers_of(case, &named("here"));
            }
            if beat.is_multiple_of(RIGHTS_EVERY) {
                dismiss_whoever_may_not(&house).await;
            }
            if beat.is_multiple_of(HEARTBEAT_EVERY) {
                hub.everybody(&Bytes::from_static(b": still here\n\n"));
            }
        }
    });
}

/// An event carries its name and nothing else.
pub(super) fn named(region: &'static str) -> Bytes {
    Bytes::from(format!("event: {region}\ndata: 1\n\n"))
}

/// Tells what was recorded from this position on; the position to go on from.
async fn tell_news(house: &House, from: i64) -> i64 {
    let look = move |reader: &mut Reader| -> Result<_, Error> { news(reader, from) };
    // A database that cannot be read now is read again at the next beat.
    let Ok(news) = house.db.read(look).await else {
        return from;
    };
    let hub = house.live.clone();
    if news.to > from && !news.quiet {
        hub.everybody(&named("list"));
    }
    let open = hub.cases();
    let moved = open
        .into_iter()
        .filter(|case| news.many || news.about.contains(case));
    for case in moved {
        dismiss_whom_it_left(house, case).await;
        hub.readers_of(case, &named("case"));
    }
    news.to
}

struct News {
    about: Vec<Id>,
    /// Nothing but a recount that follows: its end is news, and each part is not.
    quiet: bool,
    many: bool,
    to: i64,
}

fn news(reader: &mut Reader, from: i64) -> Result<News, Error> {
    let query =
        sql("SELECT seq, about, kind FROM journal_entry WHERE seq >= $1 ORDER BY seq LIMIT $2");
    let mut quiet = true;
    let rows = reader.rows(&query.arg(from).arg(MANY), |row| {
        quiet &= row.text(2)? == RecountFollowed::KIND;
        Ok((row.int(0)?, row.id(1)?))
    })?;
    let many = rows.len() as i64 == MANY;
    let to = if many {
        let last = sql("SELECT seq FROM journal_entry ORDER BY seq DESC LIMIT 1");
        reader
            .one(&last, |row| row.int(0))?
            .map_or(from, |seq| seq + 1)
    } else {
        rows.last().map_or(from, |(seq, _)| seq + 1)
    };
    Ok(News {
        about: rows.into_iter().map(|(_, about)| about).collect(),
        quiet,
        many,
        to,
    })
}

/// A signed-out, demoted or departed person's stream ends; what they may now see
/// is for the next one to find out.
async fn dismiss_whoever_may_not(house: &House) {
    let held = house.live.held(|_| true);
    let (who_is, now) = (house.who_is, house.now());
    let look = move |reader: &mut Reader| -> Result<Vec<u64>, Error> {
        let mut ended = Vec::new();
        for Held {
            number,
            actor,
            credential,
        } in held
        {
            let same = who_is(reader, &credential, now)?.is_some_and(|is| {
                is.role == actor.role && is.unit == actor.unit && granted(is.role, Action::SeeDesk)
            });
            if !same {
                ended.push(number);
            }
        }
        Ok(ended)
    };
    if let Ok(ended) = house.db.read(look).await {
        house.live.dismiss(&ended);
    }
}

/// Somebody whom this case now concerns hears nothing more of it.
async fn dismiss_whom_it_left(house: &House, case: Id) {
    let held = house.live.held(|its| its == Some(case));
    let look = move |reader: &mut Reader| -> Result<Vec<u64>, Error> {
        let case = find(reader, case)?;
        let hidden = |held: &Held| match &case {
            Some(case) => permitted(&held.actor, Action::SeeCase, case).is_err(),
            None => true,
        };
        Ok(held
            .iter()
            .filter(|held| hidden(held))
            .map(|held| held.number)
            .collect())
    };
    if let Ok(ended) = house.db.read(look).await {
        house.live.dismiss(&ended);
    }
}

/// A page came: tells those who read the same case.
pub(super) fn arrived(hub: &Arc<Hub>, case: Option<Id>) {
    if let Some(case) = case.filter(|case| hub.shared(*case)) {
        hub.readers_of(case, &named("here"));
    }
}
