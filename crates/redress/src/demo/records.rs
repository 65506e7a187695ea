//! The management's own records (clauses 5, 6 and 8) in the demo: the policy, the
//! objectives and the corrective actions, kept by the same acts as the pages of their
//! rooms, by people who may do them.

use super::{
    deed::{Scene, Stage},
    script::{Kept, Script, Step},
};
use crate::commands::Failure;
use redress_complaint::{
    chapter::{Acting, Fault},
    house::organisation,
};
use redress_framework::policy::acts as policy;
use redress_improvement::corrective_action::acts as corrective_action;
use redress_kernel::{
    Action, Id, Lang,
    fields::{Field, Fields},
};
use redress_planning::objective::acts as objective;
use redress_store::Tx;

/// What a step does to its record.
enum Deed {
    BeginPolicy,
    Policy(&'static policy::Act),
    SetObjective,
    RetireObjective,
    OpenAction,
    Action(&'static corrective_action::Act),
}

impl Deed {
    fn of(room: &str, act: &str) -> Option<Deed> {
        Some(match (room, act) {
            ("policy", "begin") => Deed::BeginPolicy,
            ("policy", act) => Deed::Policy(policy::named(act)?),
            ("objective", "set") => Deed::SetObjective,
            ("objective", "retirement") => Deed::RetireObjective,
            ("corrective-action", "open") => Deed::OpenAction,
            ("corrective-action", act) => Deed::Action(corrective_action::named(act)?),
            _ => return None,
        })
    }

    /// What the route of the page asks for.
    fn action(&self) -> Action {
        match self {
            Deed::BeginPolicy => policy::TEXT.action,
            Deed::Policy(act) => act.action,
            Deed::SetObjective | Deed::RetireObjective => objective::ACTION,
            Deed::OpenAction | Deed::Action(_) => corrective_action::ACTION,
        }
    }

    /// What the form of the page has.
    fn declared(&self, languages: &[Lang]) -> Vec<Field> {
        match self {
            Deed::BeginPolicy => Vec::new(),
            Deed::Policy(act) => (act.fields)(languages),
            Deed::SetObjective => objective::to_set(),
            Deed::RetireObjective => objective::to_retire().to_vec(),
            Deed::OpenAction => corrective_action::OPENING.to_vec(),
            Deed::Action(act) => act.fields.to_vec(),
        }
    }

    /// The record; a new one where this brings it into being.
    fn perform(
        &self,
        tx: &mut Tx,
        its: Option<Id>,
        fields: &Fields,
        acting: &Acting,
    ) -> Result<Id, Fault> {
        let its_id = || its.ok_or(Fault::Hidden);
        match self {
            Deed::BeginPolicy => policy::begin(tx, acting),
            Deed::SetObjective => objective::set(tx, fields, acting),
            Deed::OpenAction => corrective_action::open(tx, fields, acting),
            Deed::Policy(act) => {
                act.perform(tx, its_id()?, fields, acting)?;
                its_id()
            }
            Deed::RetireObjective => {
                objective::retire(tx, its_id()?, fields, acting)?;
                its_id()
            }
            Deed::Action(act) => {
                act.perform(tx, its_id()?, fields, acting)?;
                its_id()
            }
        }
    }
}

/// Plays the step at this place of the record that the scene names.
pub fn play(stage: &mut Stage, tx: &mut Tx, scene: &Scene, place: usize) -> Result<(), Failure> {
    let script = stage.script.clone();
    let kept = script.records.get(scene.story);
    let Some((kept, step)) = kept.and_then(|kept| Some((kept, kept.steps.get(place)?))) else {
        return Ok(());
    };
    let why = |why: &str| failed(kept, step, why);
    let deed = Deed::of(&kept.room, &step.act).ok_or_else(|| why("no such act"))?;
    let actor = stage.people.actor(&step.by);
    let actor = actor.ok_or_else(|| why("nobody of this name"))?;
    if !actor.may(deed.action()) {
        return Err(why("not theirs to do"));
    }
    let organisation = organisation(tx)?;
    let acting = Acting {
        actor: &actor,
        organisation: &organisation,
        now: scene.at,
    };
    let mut fields = typed(stage, &script, step, scene).map_err(|name| why(&name))?;
    fields.check(&deed.declared(&organisation.languages));
    if let Some(problem) = fields.problems().first() {
        return Err(why(&problem.field));
    }
    let its = stage.records.get(&scene.story).copied();
    let id = deed.perform(tx, its, &fields, &acting);
    let id = id.map_err(|fault| refused(kept, step, &fault))?;
    stage.records.insert(scene.story, id);
    Ok(())
}

/// What stands in the form; the name of a field whose meaning is not known.
fn typed(stage: &Stage, script: &Script, step: &Step, scene: &Scene) -> Result<Fields, String> {
    let mut fields = Fields::default();
    for (name, value) in &step.fields {
        let meant = stage.meant(name, value, scene.at);
        fields.put(name, meant.ok_or_else(|| name.clone())?);
    }
    let Some(edition) = &step.edition else {
        return Ok(fields);
    };
    for (lang, field) in redress_framework::policy::TEXTS {
        let text = script.policy(lang, edition);
        fields.put(field.name, text.ok_or_else(|| field.name.to_owned())?);
    }
    Ok(fields)
}

fn failed(kept: &Kept, step: &Step, why: &str) -> Failure {
    Failure::Failed(format!("{}, {}: {why}", kept.key, step.act))
}

fn refused(kept: &Kept, step: &Step, fault: &Fault) -> Failure {
    match fault {
        Fault::Refused(refusal) => failed(kept, step, refusal.code),
        other => failed(kept, step, &format!("{other:?}")),
    }
}
