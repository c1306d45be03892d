//! The fifth design: what the fourth says, in a smaller file, and where a report without CUECs lists what is none.

use crate::common;
use crate::read_back::{ReadBack, without_spaces};
use countersign_packet::{Packet, print};

#[test]
fn the_fifth_design_says_the_same_in_a_smaller_file() {
    for third in [common::full_third(), common::low_third(), common::with_findings(40)] {
        let fourth = print(&common::in_fourth(third.clone())).expect("it prints");
        let fifth = print(&common::in_fifth(third)).expect("it prints");
        let (before, after) = (ReadBack::new(&fourth.bytes), ReadBack::new(&fifth.bytes));
        assert_eq!(before.pages.len(), after.pages.len(), "on as many pages");
        // The hash of what it is printed from is another, since that names the design.
        let without_hash = |text: &str, packet: &Packet| {
            let text = without_spaces(text).replace(&packet.content_hash.to_string(), "");
            text.replace(&packet.short_code, "")
        };
        let alike = after.pages[0].furniture.replace(&format!("Page 1 of {}", fifth.pages), "");
        for (number, (before, after)) in before.pages.iter().zip(&after.pages).enumerate() {
            let (was, is) = (without_hash(&before.text, &fourth), without_hash(&after.text, &fifth));
            assert_eq!(was, is, "page {}", number + 1);
            let said = format!("Page {} of {}", number + 1, fifth.pages);
            let rest = after.furniture.replace(&said, "");
            assert_ne!(rest, after.furniture, "page {}: its number", number + 1);
            assert_eq!(rest, alike, "page {}: with header and footer as on all", number + 1);
        }
        assert_eq!(before.outline(), after.outline(), "the same outline");
        assert_eq!(before.links(), after.links(), "links lead to the same pages");
        assert_eq!(before.page_box(), after.page_box());
        let parts = |file: &ReadBack| -> Vec<String> {
            // The contents have a cell more in each row, between their halves.
            file.structure().into_iter().map(|part| part.role).filter(|role| role != "TD").collect()
        };
        assert_eq!(parts(&before), parts(&after), "the same parts");
        let (was, is) = (fourth.bytes.len(), fifth.bytes.len());
        assert!(is < was, "smaller: {is} of {was}");
    }
}
