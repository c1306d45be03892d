//! The sixth design: the fifth, compressed by another library.

use crate::common;
use crate::read_back::{ReadBack, without_spaces};
use countersign_packet::{Packet, print};

#[test]
fn the_sixth_design_says_the_same_in_a_file_that_is_no_larger() {
    for third in [common::full_third(), common::low_third(), common::with_findings(40)] {
        let fifth = print(&common::in_fifth(third.clone())).expect("it prints");
        let sixth = print(&common::in_sixth(third)).expect("it prints");
        let (before, after) = (ReadBack::new(&fifth.bytes), ReadBack::new(&sixth.bytes));
        assert_eq!(before.pages.len(), after.pages.len(), "on as many pages");
        // The hash of what it is printed from is another, since that names the design.
        let without_hash = |text: &str, packet: &Packet| {
            let text = without_spaces(text).replace(&packet.content_hash.to_string(), "");
            text.replace(&packet.short_code, "")
        };
        for (number, (before, after)) in before.pages.iter().zip(&after.pages).enumerate() {
            let (was, is) = (without_hash(&before.text, &fifth), without_hash(&after.text, &sixth));
            assert_eq!(was, is, "page {}", number + 1);
        }
        assert_eq!((before.outline(), before.links()), (after.outline(), after.links()));
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
