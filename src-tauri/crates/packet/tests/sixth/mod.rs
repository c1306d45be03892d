//! The sixth design: the fifth, compressed by another library.

use crate::common;
use crate::designs::says_the_same;
use crate::read_back::ReadBack;
use countersign_packet::print;

#[test]
fn the_sixth_design_says_the_same_in_a_file_that_is_no_larger() {
    for third in [common::full_third(), common::low_third(), common::with_findings(40)] {
        let fifth = print(&common::in_fifth(third.clone())).expect("it prints");
        let sixth = print(&common::in_sixth(third)).expect("it prints");
        let (before, after) = says_the_same(&fifth, &sixth);
        let parts = |file: &ReadBack| file.structure().into_iter().map(|part| part.role).collect::<Vec<_>>();
        assert_eq!(parts(&before), parts(&after), "the same parts");
        let (was, is) = (fifth.bytes.len(), sixth.bytes.len());
        assert!(is < was, "smaller: {is} of {was}");
    }
}

/// So many bytes may a packet of forty findings have, with what each part of it is and with the data inside.
const FORTY: usize = 75_000;

#[test]
fn a_packet_of_forty_findings_is_small() {
    let packet = print(&common::in_sixth(common::with_findings(40))).expect("it prints");
    assert!(packet.bytes.len() <= FORTY, "{} bytes", packet.bytes.len());
}
