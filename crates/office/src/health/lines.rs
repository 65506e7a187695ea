//! One line for each thing that can go wrong: fine, soon, or now, and what to do.

use crate::{records::last_backup, roster::members};
use redress_complaint::{
    Slice,
    authority::{somebody_deputises, somebody_holds},
    health::{Line, State, of_slices},
    house::{colleagues, is_set_up},
    inbox::recount::{Running, running},
};
use redress_kernel::{Instant, Role, words::Arg};
use redress_store::{Error, Read, Reader, SecondCopy, is_moving_in, job, sql};

/// What the binary measured; None where it could not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Machine {
    pub version: String,
    /// WAL and synchronous=FULL, or PostgreSQL with synchronous commit.
    pub durable: Option<bool>,
    pub disk_free: Option<u64>,
    pub disk_size: Option<u64>,
    /// Milliseconds between this clock and a time server.
    pub clock_off_ms: Option<i64>,
    /// The clock stands before the newest entry of the journal.
    pub clock_behind: bool,
    /// The clock has jumped, and a running server goes on by its own time.
    pub clock_held: bool,
    /// Whether backups are looked for at all (not in the demo).
    pub backups_expected: bool,
    /// The key file can be read by others than its owner.
    pub keys_open: Option<bool>,
    /// How the second copy of the keys stands.
    pub second_copy: Option<SecondCopy>,
    /// https, or http on this machine only.
    pub reachable_safely: Option<bool>,
    /// What the database's role may do and never needs to; None where there is no role.
    pub rights_too_many: Option<Vec<String>>,
    /// Languages for which no font was found.
    pub fonts_missing: Vec<String>,
}

/// Every line, the worst first.
pub fn doctor(
    reader: &mut Reader,
    slices: &[&Slice],
    machine: &Machine,
    now: Instant,
) -> Result<Vec<Line>, Error> {
    let mut lines = vec![journal(reader)?, mail(reader, now)?];
    lines.extend(of_slices(reader, slices, now)?);
    lines.extend(recount(reader)?);
    lines.extend(former(reader)?);
    lines.extend(people(reader)?);
    lines.extend(top(reader)?);
    lines.extend(
        [
            durability(machine),
            disk(machine),
            clock(machine),
            backup(last_backup(reader)?, machine, now),
        ]
        .into_iter()
        .flatten(),
    );
    lines.extend(
        [
            keys(machine),
            second_copy(machine),
            connection(machine),
            rights(machine),
            fonts(machine),
        ]
        .into_iter()
        .flatten(),
    );
    lines.sort_by_key(|line| line.state);
    Ok(lines)
}

fn line(name: &'static str, state: State, key: &str) -> Line {
    Line::new(name, state, key)
}

fn journal(reader: &mut impl Read) -> Result<Line, Error> {
    let size = reader.size()?;
    let newest = sql(
        "SELECT state FROM proof_run WHERE ended_at IS NOT NULL ORDER BY asked_at DESC, id DESC LIMIT 1",
    );
    if reader.one(&newest, |row| row.text(0))?.as_deref() == Some("broken") {
        return Ok(line("journal", State::Fail, "health-journal-broken"));
    }
    Ok(line("journal", State::Ok, "health-journal-ok").with("n", size))
}

/// Only until what an earlier release left open is gone from the disk, too.
fn former(reader: &mut impl Read) -> Result<Option<Line>, Error> {
    let open = is_moving_in(reader)?;
    Ok(open.then(|| line("former", State::Warn, "health-former-open")))
}

/// Only while one is under way.
fn recount(reader: &mut impl Read) -> Result<Option<Line>, Error> {
    let said = |it: Running| {
        line("recount", State::Ok, "health-recount-running")
            .with("done", it.sums.looked)
            .with("total", it.total())
    };
    Ok(running(reader)?.filter(|it| it.moves_dates).map(said))
}

/// Without a relay nothing is lost: it waits. What was given up on needs a person.
fn mail(reader: &mut impl Read, now: Instant) -> Result<Line, Error> {
    let relay = reader.one(&sql("SELECT host FROM mail_relay WHERE id = 1"), |row| {
        row.text(0)
    })?;
    let waiting = job::waiting(reader, "mail.send", now)?;
    Ok(match relay {
        _ if waiting.dead > 0 => {
            line("mail", State::Fail, "health-mail-dead").with("n", waiting.dead)
        }
        None => line("mail", State::Warn, "health-mail-none").with("n", waiting.due),
        Some(_) if waiting.due > 100 => {
            line("mail", State::Warn, "health-mail-slow").with("n", waiting.due)
        }
        Some(host) => line("mail", State::Ok, "health-mail-ok").with("host", Arg::Latin(host)),
    })
}

fn people(reader: &mut impl Read) -> Result<Option<Line>, Error> {
    if !is_set_up(reader)? {
        return Ok(Some(line("people", State::Fail, "health-set-up-none")));
    }
    let active: Vec<_> = members(reader)?
        .into_iter()
        .filter(|member| member.active)
        .collect();
    let handles = active
        .iter()
        .any(|member| matches!(member.role, Role::Handler | Role::Manager));
    Ok(Some(match handles {
        true => line("people", State::Ok, "health-people-ok").with("n", active.len()),
        false => line("people", State::Warn, "health-people-none"),
    }))
}

/// Whom significant complaints are told to (5.4.1).
fn top(reader: &mut impl Read) -> Result<Option<Line>, Error> {
    if !is_set_up(reader)? {
        return Ok(None);
    }
    let all = colleagues(reader)?;
    Ok(Some(
        match (somebody_holds(&all), somebody_deputises(&all)) {
            (true, _) => line("top", State::Ok, "health-top-ok"),
            (false, true) => line("top", State::Warn, "health-top-deputy"),
            (false, false) => line("top", State::Warn, "health-top-none"),
        },
    ))
}

fn durability(machine: &Machine) -> Option<Line> {
    Some(match machine.durable? {
        true => line("durability", State::Ok, "health-durability-ok"),
        false => line("durability", State::Fail, "health-durability-off"),
    })
}

const MIB: u64 = 1024 * 1024;

fn disk(machine: &Machine) -> Option<Line> {
    let free = machine.disk_free?;
    let share = machine
        .disk_size
        .filter(|size| *size > 0)
        .map_or(100, |size| free.saturating_mul(100) / size);
    let (state, key) = match free {
        free if free < 200 * MIB => (State::Fail, "health-disk-full"),
        free if free < 2048 * MIB && share < 10 => (State::Warn, "health-disk-little"),
        _ => (State::Ok, "health-disk-ok"),
    };
    Some(line("disk", state, key).with("mib", i64::try_from(free / MIB).unwrap_or(i64::MAX)))
}

/// Due dates and evidence hang on the clock.
fn clock(machine: &Machine) -> Option<Line> {
    if machine.clock_behind {
        return Some(line("clock", State::Fail, "health-clock-behind"));
    }
    if machine.clock_held {
        return Some(line("clock", State::Fail, "health-clock-held"));
    }
    let off = machine.clock_off_ms?.abs();
    Some(match off {
        0..=1_000 => line("clock", State::Ok, "health-clock-ok"),
        _ => line("clock", State::Warn, "health-clock-off").with("seconds", off / 1_000),
    })
}

fn backup(last: Option<Instant>, machine: &Machine, now: Instant) -> Option<Line> {
    let Some(last) = last else {
        return machine
            .backups_expected
            .then(|| line("backup", State::Warn, "health-backup-none"));
    };
    let days = now.seconds_since(last) / 86_400;
    let (state, key) = if days > 2 {
        (State::Warn, "health-backup-old")
    } else {
        (State::Ok, "health-backup-ok")
    };
    Some(line("backup", state, key).with("at", last))
}

fn keys(machine: &Machine) -> Option<Line> {
    Some(match machine.keys_open? {
        true => line("keys", State::Fail, "health-keys-open"),
        false => line("keys", State::Ok, "health-keys-ok"),
    })
}

/// Without it a lost machine is lost data: a failure, but for a house of play.
fn second_copy(machine: &Machine) -> Option<Line> {
    let key = match machine.second_copy.as_ref()? {
        SecondCopy::Fine(_) => {
            return Some(line("key-copy", State::Ok, "health-key-copy-ok"));
        }
        SecondCopy::NoRoot => "health-key-copy-no-root",
        SecondCopy::NoPlace => "health-key-copy-no-place",
        SecondCopy::Missing(_) => "health-key-copy-missing",
        SecondCopy::Older(_) => "health-key-copy-older",
    };
    let state = match machine.backups_expected {
        true => State::Fail,
        false => State::Warn,
    };
    Some(line("key-copy", state, key))
}

fn connection(machine: &Machine) -> Option<Line> {
    Some(match machine.reachable_safely? {
        true => line("connection", State::Ok, "health-connection-ok"),
        false => line("connection", State::Fail, "health-connection-open"),
    })
}

/// Whoever gets into the server has the rights of its role.
fn rights(machine: &Machine) -> Option<Line> {
    let many = machine.rights_too_many.as_ref()?;
    Some(match many.is_empty() {
        true => line("rights", State::Ok, "health-rights-ok"),
        false => line("rights", State::Warn, "health-rights-many")
            .with("rights", Arg::Latin(many.join(", "))),
    })
}

fn fonts(machine: &Machine) -> Option<Line> {
    (!machine.fonts_missing.is_empty()).then(|| {
        let missing = machine.fonts_missing.join(" · ");
        line("fonts", State::Warn, "health-fonts-missing").with("languages", missing)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i64) -> Instant {
        Instant::from_micros(0).plus_seconds(day * 86_400)
    }

    #[test]
    fn a_full_disk_is_worse_than_an_old_backup_and_both_say_what_to_do() {
        let machine = Machine {
            disk_free: Some(10 * MIB),
            ..Machine::default()
        };
        let lines = [disk(&machine), backup(Some(at(1)), &machine, at(30))];
        let states: Vec<_> = lines
            .iter()
            .flatten()
            .map(|line| (line.name, line.state, line.remedy.is_some()))
            .collect();
        assert_eq!(
            states,
            [("disk", State::Fail, true), ("backup", State::Warn, true)]
        );
        assert!(State::Fail < State::Warn && State::Warn < State::Ok);
    }

    #[test]
    fn a_big_disk_with_little_left_of_it_is_no_alarm() {
        let machine = Machine {
            disk_free: Some(50 * 1024 * MIB),
            disk_size: Some(2000 * 1024 * MIB),
            ..Machine::default()
        };
        assert_eq!(disk(&machine).map(|line| line.state), Some(State::Ok));
    }

    #[test]
    fn a_copy_of_the_keys_that_is_missing_or_old_is_a_failure_and_in_a_demo_a_warning() {
        let folder = || std::path::PathBuf::from("/mnt/keys");
        let stands = |copy, backups_expected| {
            let machine = Machine {
                second_copy: Some(copy),
                backups_expected,
                ..Machine::default()
            };
            second_copy(&machine).map(|line| (line.state, line.remedy.is_some()))
        };
        for copy in [
            SecondCopy::NoRoot,
            SecondCopy::NoPlace,
            SecondCopy::Missing(folder()),
            SecondCopy::Older(folder()),
        ] {
            assert_eq!(stands(copy.clone(), true), Some((State::Fail, true)));
            assert_eq!(stands(copy, false), Some((State::Warn, true)));
        }
        let fine = SecondCopy::Fine(folder());
        assert_eq!(stands(fine, true), Some((State::Ok, false)));
    }

    #[test]
    fn a_role_of_the_database_that_may_more_than_it_needs_is_named_with_a_way_on() {
        let stands = |held: Option<&[&str]>| {
            let machine = Machine {
                rights_too_many: held.map(|all| all.iter().map(|it| (*it).to_owned()).collect()),
                ..Machine::default()
            };
            rights(&machine).map(|line| (line.state, line.remedy.is_some()))
        };
        assert_eq!(stands(None), None, "SQLite has no roles");
        assert_eq!(stands(Some(&[])), Some((State::Ok, false)));
        let many = Some((State::Warn, true));
        assert_eq!(stands(Some(&["CREATEROLE", "SUPERUSER"])), many);
    }

    #[test]
    fn what_was_not_measured_is_not_claimed() {
        let unknown = Machine::default();
        assert_eq!(
            (
                disk(&unknown),
                clock(&unknown),
                keys(&unknown),
                backup(None, &unknown, at(1))
            ),
            (None, None, None, None)
        );
    }
}
