//! What the tests of an invented report came to.

use super::{
    dice::Dice,
    house::{House, Response, Several},
    report::{Control, Exception, Group},
    wording::{CLEAN, DEVIATION, DID_NOT_OCCUR, FIX, NOT_TESTED, RESPONSE, capital, words},
};
use countersign_domain::reading::{Sample, TestOutcome};

/// Decides what came of every control; one that is listed again has the same results again.
pub(crate) fn decide(dice: &mut Dice, house: &House, groups: &mut [Group], exceptions: usize) {
    // A firm says it in one way, now and then in another.
    let clean = dice.pick(&CLEAN.of(house));
    let mut left = if dice.chance(35) { 0 } else { dice.between(1, 5).min(exceptions) };
    let mut decided: Vec<Control> = Vec::new();
    for control in groups.iter_mut().flat_map(|group| &mut group.controls) {
        if let Some(same) = decided.iter().find(|other| other.text == control.text) {
            control.results.clone_from(&same.results);
            (control.outcome, control.exception) = (same.outcome, same.exception.clone());
            continue;
        }
        let one = matches!(house.several, Several::OneCell | Several::Numbered);
        let count = if one { 1 } else { control.tests.len() };
        control.results = vec![clean.to_owned(); count];
        control.outcome = TestOutcome::NoException;
        if let Some((population, deviation)) = control.sampled.filter(|_| left > 0 && dice.chance(25)) {
            left -= 1;
            let exception = exception(dice, house, population, deviation, control.size);
            control.results[count - 1].clone_from(&exception.result);
            control.outcome = TestOutcome::Exception;
            control.exception = Some(exception);
        } else if control.sampled.is_some() && dice.chance(5) {
            dice.pick(&DID_NOT_OCCUR.of(house)).clone_into(&mut control.results[count - 1]);
            control.outcome = TestOutcome::DidNotOccur;
        } else if dice.chance(2) {
            control.results = vec![dice.pick(NOT_TESTED).to_owned(); count];
            control.outcome = TestOutcome::NotTested;
        }
        decided.push(control.clone());
    }
}

fn exception(dice: &mut Dice, house: &House, population: &str, deviation: &str, tested: u32) -> Exception {
    let deviating = dice.between(1, 4) as u32;
    let in_words = words(deviating);
    let result = dice
        .pick(&DEVIATION.of(house))
        .replace("{k}", &deviating.to_string())
        .replace("{K}", &capital(&in_words))
        .replace("{kw}", &in_words)
        .replace("{mw}", &words(tested))
        .replace("{m}", &tested.to_string())
        .replace("{pop}", population)
        .replace("{dev}", deviation);
    let response = (house.response != Response::Nowhere && dice.chance(80))
        .then(|| dice.pick(RESPONSE).replace("{fix}", dice.pick(FIX)));
    Exception { result, sample: Sample { tested, deviating }, response }
}
