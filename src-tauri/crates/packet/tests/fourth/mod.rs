//! The fourth design: the words of the third, in a smaller file that says what each part is.

use crate::common;
use crate::designs::says_the_same;
use crate::read_back::{ReadBack, without_spaces};
use countersign_packet::print;

#[test]
fn the_fourth_design_says_the_same_in_a_smaller_file() {
    for third in [common::full_third(), common::low_third()] {
        let fourth = print(&common::in_fourth(third.clone())).expect("it prints");
        let third = print(&third).expect("it prints");
        let (before, after) = says_the_same(&third, &fourth);
        for (number, (before, after)) in before.pages.iter().zip(&after.pages).enumerate() {
            assert_eq!(without_spaces(&before.furniture), without_spaces(&after.furniture), "page {}", number + 1);
        }
        let (was, is) = (third.bytes.len(), fourth.bytes.len());
        assert!(is * 4 < was * 3, "three quarters at most, with what each part is: {is} of {was}");
    }
}

/// The structure of a packet, for who has it read aloud.
#[test]
fn since_the_fourth_design_a_packet_tells_what_each_part_is() {
    let designs = [common::in_fourth, common::in_fifth, common::in_sixth];
    for input in designs.into_iter().flat_map(|of| [of(common::full_third()), of(common::low_third())]) {
        let packet = print(&input).expect("it prints");
        let file = ReadBack::new(&packet.bytes);
        let parts = file.structure();
        let said: String = parts.iter().map(|part| part.text.as_str()).collect();
        for (number, page) in file.pages.iter().enumerate() {
            assert!(page.marked, "page {}: what is drawn is of a part, or an artifact", number + 1);
            assert!(!without_spaces(&page.furniture).is_empty(), "header and footer are no part");
        }
        let conditions = input.decision.conditions.iter().map(|condition| &condition.what);
        for text in conditions.chain([&input.decision.reason]) {
            assert!(said.contains(text.as_str()), "read aloud with its spaces, also over the end of a line: {text}");
        }
        let of = |role: &str| parts.iter().filter(|part| part.role == role).collect::<Vec<_>>();
        let titles: Vec<&str> = of("H1").iter().map(|part| part.text.trim()).collect();
        assert_eq!(titles[0], input.vendor.name, "the first heading");
        for title in file.outline().iter().filter(|title| !title.starts_with(' ')) {
            let headings = parts.iter().filter(|part| matches!(part.role.as_str(), "H1" | "H2"));
            assert!(headings.map(|part| part.text.trim()).any(|text| text == title), "a heading of its own: {title}");
        }
        let links = file.links().len();
        assert_eq!(of("Link").len(), links, "a link for each place to click");
        assert!(of("Link").iter().all(|part| !part.text.trim().is_empty()), "each says where it leads");
        assert!(of("Figure").iter().all(|part| !part.alternative.is_empty()), "each says what it shows");
        for row in of("TR") {
            assert!(row.inside.iter().all(|cell| matches!(cell.as_str(), "TH" | "TD")), "{:?}", row.inside);
        }
        for table in of("Table") {
            let wide: std::collections::BTreeSet<usize> = table.columns.iter().copied().collect();
            assert_eq!(wide.len(), 1, "all rows of a table are of as many columns: {:?}", table.columns);
        }
    }
}
