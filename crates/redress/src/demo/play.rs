//! Playing the stories and the records: everything that happens in all of them, in
//! the order of its time, up to the present moment.

use super::{
    deed::{Scene, Stage, What},
    founding::found,
    hours::in_office,
    script::{Kept, Script, Story},
};
use crate::commands::Failure;
use redress_complaint::{House, house::organisation};
use redress_kernel::{Instant, calendar::Calendar};
use std::{cmp::Reverse, collections::BinaryHeap, sync::Arc};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// The office opened its books this long ago: a year of history and some weeks.
const FOUNDED_DAYS: i64 = 400;

/// Scenes that share one commit.
const TOGETHER: usize = 48;

/// `password`: of every person in it.
pub fn fill(house: &House, now: Instant, password: &str) -> Result<(), Failure> {
    let script = Script::read().map_err(|error| Failure::Failed(error.to_string()))?;
    let people = found(house, now.plus_seconds(-FOUNDED_DAYS * DAY), password)?;
    let calendar = house.db.read_now(organisation)?.calendar();
    let mut scenes = BinaryHeap::new();
    for number in 0..script.stories.len() {
        plan(&script, number, now, &calendar, &mut scenes)?;
    }
    for (number, kept) in script.records.iter().enumerate() {
        scenes.extend(steps(kept, number, now, &calendar).map(Reverse));
    }
    let mut stage = Stage::new(house.clone(), Arc::new(script), people, calendar);
    while !scenes.is_empty() {
        (stage, scenes) = play_some(house, stage, scenes, now)?;
    }
    super::visit::let_in(house, now)
}

/// The earliest first.
type Scenes = BinaryHeap<Reverse<Scene>>;

/// A number of scenes in one commit; what follows from one of them (a letter is
/// posted, a call is made) takes its place among the others.
fn play_some(
    house: &House,
    mut stage: Stage,
    mut scenes: Scenes,
    now: Instant,
) -> Result<(Stage, Scenes), Failure> {
    house.db.write_now(move |tx| {
        for _ in 0..TOGETHER {
            let Some(Reverse(scene)) = scenes.pop() else {
                break;
            };
            for next in stage.play(tx, &scene)? {
                if next.at < now {
                    scenes.push(Reverse(next));
                }
            }
        }
        Ok((stage, scenes))
    })
}

/// One story's own scenes. What would lie in the future has not happened.
fn plan(
    script: &Script,
    number: usize,
    now: Instant,
    calendar: &Calendar,
    scenes: &mut Scenes,
) -> Result<(), Failure> {
    let Some(story) = script.stories.get(number) else {
        return Ok(());
    };
    let mut at = arrival(story, number, now, calendar);
    scenes.push(Reverse(Scene {
        at,
        story: number,
        what: What::Arrives,
    }));
    for (place, planned) in story.course(&script.acts).enumerate() {
        let Some((act, hours)) = planned else {
            let words = format!("{}: no such act among {}", story.key, story.acts);
            return Err(Failure::Failed(words));
        };
        at = at.plus_seconds(hours * HOUR + 60 * (number as i64 % 7 + place as i64));
        if act.by != "complainant" {
            at = in_office(at, calendar);
        }
        if at >= now {
            break;
        }
        scenes.push(Reverse(Scene {
            at,
            story: number,
            what: What::Act(place),
        }));
    }
    Ok(())
}

/// One record's steps, each later than the one before, in office hours.
fn steps<'a>(
    kept: &'a Kept,
    number: usize,
    now: Instant,
    calendar: &'a Calendar,
) -> impl Iterator<Item = Scene> + 'a {
    let apart = 60 * (7 + number as i64);
    let mut before = None::<Instant>;
    let places = kept.steps.iter().enumerate();
    let planned = places.map(move |(place, step)| {
        let at = now.plus_seconds(-step.days * DAY - 3 * HOUR);
        let at = before.map_or(at, |last| at.max(last.plus_seconds(apart)));
        let at = in_office(at, calendar);
        before = Some(at);
        Scene {
            at,
            story: number,
            what: What::Kept(place),
        }
    });
    planned.take_while(move |scene| scene.at < now)
}

/// Spread over the day, so that no two things happen in the same second; whatever a
/// colleague writes down arrives while the office is open.
fn arrival(story: &Story, number: usize, now: Instant, calendar: &Calendar) -> Instant {
    let number = number as i64;
    let ago = story.days * DAY + 2 * HOUR + number * 337 % (6 * HOUR);
    let at = now.plus_seconds(-ago);
    match story.channel.as_str() {
        "phone" | "in-person" | "letter" | "staff" if story.days > 0 => {
            // The morning before it, if it would fall on a closed day: never the future.
            in_office(at, calendar).min(now.plus_seconds(-HOUR - number))
        }
        _ => at,
    }
}
