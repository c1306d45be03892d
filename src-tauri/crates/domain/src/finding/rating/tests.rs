use super::*;
use crate::finding::severity::{Impact, Response};

/// A finding of which only impact and exposure are known.
fn inputs(impact: Impact, exposure: Exposure) -> SeverityInputs {
    SeverityInputs {
        impact,
        exposure,
        extent: Extent::Small,
        nature: None,
        late_found_nothing: false,
        history: Recurrence::New,
        harm: Harm::Unknown,
        vendor_compensation: false,
        own_compensation: OwnCompensation::None,
        response: None,
        fix_verified: false,
        opinion_modified: false,
    }
}

fn response(points: u8) -> Response {
    Response { cause: points > 0, fix: points > 1, dated: points > 2, proof: points > 3 }
}

#[test]
fn the_worked_cases_come_out_as_they_are_written() {
    use Exposure::{Direct, Indirect, MainBarrier};
    use Impact::{Limited, Serious, Severe};
    let cases = [
        (
            "access review three days late, nothing found",
            SeverityInputs { nature: Some(Nature::Timing), late_found_nothing: true, ..inputs(Limited, Indirect) },
            (2, Severity::Low),
        ),
        (
            "2 of 25 leavers late, automated fix, not retested",
            SeverityInputs { extent: Extent::Partial, response: Some(response(3)), ..inputs(Serious, Direct) },
            (8, Severity::Medium),
        ),
        (
            "6 of 25 workstations without protection, no response",
            SeverityInputs { extent: Extent::Large, response: Some(response(0)), ..inputs(Serious, Indirect) },
            (9, Severity::High),
        ),
        (
            "no second factor for administrators all year",
            SeverityInputs { extent: Extent::Large, nature: Some(Nature::Design), ..inputs(Severe, MainBarrier) },
            (21, Severity::Critical),
        ),
        (
            "restore test not done, we depend on the vendor, vague response",
            SeverityInputs { extent: Extent::Large, response: Some(response(1)), ..inputs(Severe, Direct) },
            (14, Severity::Critical),
        ),
    ];
    for (case, inputs, expected) in cases {
        assert_eq!(score(&inputs), expected, "{case}");
    }
    let noted = rate(&SeverityInputs { extent: Extent::Large, ..inputs(Severe, Exposure::None) }, None);
    assert_eq!((noted.severity, noted.bounds), (Severity::Low, vec![Bound::NotOurUse]), "we do not rely on it: noted");
}

#[test]
fn every_term_is_shown_and_their_sum_is_the_score() {
    let given = SeverityInputs {
        extent: Extent::Partial,
        nature: Some(Nature::Operating),
        response: Some(response(3)),
        ..inputs(Impact::Serious, Exposure::Direct)
    };
    let rating = rate(&given, Rate::new(2, 25).ok());
    let names: Vec<TermName> = rating.terms.iter().map(|term| term.name).collect();
    assert_eq!(names, TermName::ALL, "also those of no points");
    assert_eq!(rating.terms.iter().fold(rating.base, |sum, term| sum + term.points), rating.score);
    assert_eq!(rating.terms[0].reason, "2 of 25 is 8.0 %: above 5 %, at most 20 %");
    assert_eq!(rating.terms[6].reason, "Given: cause, fix, date (3 of 4)");
}

#[test]
fn the_numbers_give_the_extent() {
    let extent = |x, n| Rate::new(x, n).expect("a rate").extent();
    assert_eq!([extent(1, 20), extent(2, 40), extent(1, 19)], [Extent::Small, Extent::Small, Extent::Partial]);
    assert_eq!([extent(2, 25), extent(5, 25), extent(6, 25)], [Extent::Partial, Extent::Partial, Extent::Large]);
    assert_eq!([extent(1, 1), extent(1, 4)], [Extent::Large; 2], "a small sample is no excuse");
    assert!(Rate::new(3, 2).is_err() && Rate::new(0, 0).is_err());
}

/// Calls with every combination of everything that can be said of a finding.
fn all(mut visit: impl FnMut(SeverityInputs)) {
    let natures: Vec<(Option<Nature>, bool)> = Nature::ALL
        .iter()
        .flat_map(|nature| [(Some(*nature), false), (Some(*nature), true)])
        .chain([(None, false)])
        .collect();
    let responses: Vec<Option<Response>> = (0..5).map(|points| Some(response(points))).chain([None]).collect();
    let yes_or_no = [false, true];
    for exposure in Exposure::ALL {
        for extent in Extent::ALL {
            for (nature, late_found_nothing) in &natures {
                for history in Recurrence::ALL {
                    for harm in Harm::ALL {
                        for own_compensation in OwnCompensation::ALL {
                            for response in &responses {
                                for bits in 0..8_usize {
                                    visit(SeverityInputs {
                                        impact: Impact::Negligible,
                                        exposure: *exposure,
                                        extent: *extent,
                                        nature: *nature,
                                        late_found_nothing: *late_found_nothing,
                                        history: *history,
                                        harm: *harm,
                                        own_compensation: *own_compensation,
                                        response: *response,
                                        vendor_compensation: yes_or_no[bits & 1],
                                        fix_verified: yes_or_no[bits >> 1 & 1],
                                        opinion_modified: yes_or_no[bits >> 2],
                                    });
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn whatever_is_said_the_severity_grows_with_the_impact_and_keeps_its_bounds() {
    let mut seen = 0;
    all(|given| {
        seen += 1;
        let rated = Impact::ALL.iter().map(|impact| score(&SeverityInputs { impact: *impact, ..given }));
        let rated: Vec<(i8, Severity)> = rated.collect();
        assert!(rated.is_sorted(), "a graver impact is never milder: {given:?}");
        let (least, most) = (rated[0], rated[3]);
        assert!(least.0 >= 1 - 2 - 2 - 2 - 2 - 1 && most.0 <= 16 + 2 + 3 + 2 + 6 + 1, "{given:?} is out of range");
        if given.harm == Harm::OnOurData {
            assert_eq!(least.1, Severity::Critical, "misuse of our data is critical: {given:?}");
        } else if given.exposure == Exposure::None {
            assert_eq!(most.1, Severity::Low, "what does not touch us is noted: {given:?}");
        } else if given.opinion_modified {
            assert!(least.1 >= Severity::High, "the opinion was modified for it: {given:?}");
        }
    });
    assert!(seen > 100_000, "everything was looked at");
}

#[test]
fn an_untested_response_takes_off_two_points_and_proof_one_more() {
    let with = |response, fix_verified| {
        score(&SeverityInputs { response, fix_verified, ..inputs(Impact::Serious, Exposure::Direct) }).0
    };
    assert_eq!(
        [with(Some(response(4)), false), with(Some(response(3)), false), with(Some(response(2)), false)],
        [7, 7, 8]
    );
    assert_eq!([with(Some(response(1)), false), with(Some(response(0)), false), with(None, false)], [9, 10, 9]);
    assert_eq!(with(Some(response(4)), true), 6, "retested");
}
