//! Where an objective stands, asked of the sums behind the page of figures.

use super::goal::Objective;
use redress_complaint::figures::{Asking, Behind, Dimension, by, figure, show};
use redress_kernel::{
    Id,
    indicator::{Figure, Period, View},
};
use redress_store::{Error, Read};
use redress_web::Voice;

/// The figure of the objective's unit, or of the whole.
pub fn standing(
    reader: &mut impl Read,
    objective: &Objective,
    period: Period,
    asking: &Asking,
) -> Result<Figure, Error> {
    match objective.unit {
        None => figure(reader, objective.indicator, period, asking),
        Some(unit) => of_unit(reader, objective, unit, period, asking),
    }
}

fn of_unit(
    reader: &mut impl Read,
    objective: &Objective,
    unit: Id,
    period: Period,
    asking: &Asking,
) -> Result<Figure, Error> {
    let indicator = objective.indicator;
    let units = by(
        reader,
        indicator,
        View::Received,
        Dimension::Unit,
        period,
        asking,
    )?;
    let own = unit.to_string();
    let found = units.into_iter().find(|(value, _)| *value == own);
    let nothing = Figure {
        indicator,
        view: View::Received,
        period,
        counted: 0,
        of: indicator.of.map(|_| 0),
    };
    Ok(found.map_or(nothing, |(_, figure)| figure))
}

/// The cases behind it, of its unit alone.
pub fn cases(t: &Voice, objective: &Objective, figure: &Figure) -> Option<String> {
    let all = show::cases(t, figure)?;
    Some(match objective.unit {
        None => all,
        Some(unit) => {
            let behind = Behind::of(figure);
            show::part(t, behind, Dimension::Unit, &unit.to_string())
        }
    })
}
