//! The fifth design: what the fourth says, in a smaller file, and where a report without CUECs lists what is none.

use crate::common;
use crate::designs::says_the_same;
use crate::read_back::ReadBack;
use countersign_packet::print;

#[test]
fn the_fifth_design_says_the_same_in_a_smaller_file() {
    for third in [common::full_third(), common::low_third(), common::with_findings(40)] {
        let fourth = print(&common::in_fourth(third.clone())).expect("it prints");
        let fifth = print(&common::in_fifth(third)).expect("it prints");
        let (before, after) = says_the_same(&fourth, &fifth);
        let alike = after.pages[0].furniture.replace(&format!("Page 1 of {}", fifth.pages), "");
        for (number, after) in after.pages.iter().enumerate() {
            let said = format!("Page {} of {}", number + 1, fifth.pages);
            let rest = after.furniture.replace(&said, "");
            assert_ne!(rest, after.furniture, "page {}: its number", number + 1);
            assert_eq!(rest, alike, "page {}: with header and footer as on all", number + 1);
        }
        let parts = |file: &ReadBack| -> Vec<String> {
            // The contents have a cell more in each row, between their halves.
            file.structure().into_iter().map(|part| part.role).filter(|role| role != "TD").collect()
        };
        assert_eq!(parts(&before), parts(&after), "the same parts");
        let (was, is) = (fourth.bytes.len(), fifth.bytes.len());
        assert!(is < was, "smaller: {is} of {was}");
    }
}
