//! Designs beside each other: what was printed in an earlier one stays as it was, and what one says the next says, too.

use crate::read_back::{ReadBack, without_spaces};
use crate::{common, extremes};
use countersign_domain::Sha256;
use countersign_packet::{Packet, input::FrozenDecision, print};

/// Asserts that two packets have the same words on the same pages, the same outline and the same links; gives both as they are
/// read back. Their hashes differ, since what they are printed from names the design.
pub(crate) fn says_the_same(before: &Packet, after: &Packet) -> (ReadBack, ReadBack) {
    let (was, is) = (ReadBack::new(&before.bytes), ReadBack::new(&after.bytes));
    assert_eq!(was.pages.len(), is.pages.len(), "on as many pages");
    let without_hash = |text: &str, packet: &Packet| {
        let text = without_spaces(text).replace(&packet.content_hash.to_string(), "");
        text.replace(&packet.short_code, "")
    };
    for (number, (page, next)) in was.pages.iter().zip(&is.pages).enumerate() {
        assert_eq!(without_hash(&page.text, before), without_hash(&next.text, after), "page {}", number + 1);
    }
    assert_eq!(was.outline(), is.outline(), "the same outline");
    assert_eq!(was.links(), is.links(), "links lead to the same pages");
    assert_eq!(was.page_box(), is.page_box());
    (was, is)
}

/// What was printed in a design prints again, byte for byte.
#[test]
fn each_design_prints_as_it_did() {
    let bytes_of = |input: FrozenDecision| Sha256::of(&print(&input).expect("it prints").bytes).to_string();
    let second = [common::full_second(), common::low_second(), common::with_findings(40)].map(bytes_of);
    insta::assert_snapshot!(second.join("\n"), @"
    d2a940770c8fde857b9a2c7687c300ed3d42b023183344a13e204c8b6a5610e1
    1ecf90420e94d866f2b591b60607902d4bc03f0c3e75bdda5a484f98b5308d7a
    ad6ab32d1febb68423e37857bdd8f7594787dd9e9502368ca9f90dbf0a5bacdf
    ");
    let third = [common::full_third(), common::low_third()].map(bytes_of);
    insta::assert_snapshot!(third.join("\n"), @"
    5f2c01db285811d28b68815a12e26bc052a0ff4923f00fc57852894287d1f848
    2916f92295926925b4f923cd277918b6bbecd2b097a9f0271b64fa43fd52cab0
    ");
    let fourth = [common::full_third(), common::low_third(), common::with_findings(40), extremes::many_scripts()];
    insta::assert_snapshot!(fourth.map(common::in_fourth).map(bytes_of).join("\n"), @"
    5be068d1b7a2610f32f189c85b03d48a85f1a1cf26babcda6c8f7c3e368293f7
    bb8a0fe0b4f005902ff52d0d68ec53e1821a42450389271f6e2555f18d381f65
    9c9b6fab45cc5401fa18591cffe8d2ccd91c6f0253688b2facf99d761909855e
    abfd75fadbec44d449eb03df9217a0d158b38f89a19455176cf6424dace8fc52
    ");
    let fifth = [common::full_third(), common::low_third(), common::with_findings(40), extremes::many_scripts()];
    insta::assert_snapshot!(fifth.map(common::in_fifth).map(bytes_of).join("\n"), @"
    b9abe866e9760c52777668d1ac7fd247654eaf65f3d89cb5df1873e66551bec8
    252cf6cbad9e5c5b801b602b81bfad1e750533bdf721bb6414d482993b16b796
    f280e5b87778f4610b7b619bd428ea8ed04f2ac288c181d01355a4f34c08384d
    82bd012a7d88b264698b83cf8e117c15e1a6ef93fefe98c0f9e1b184e3062881
    ");
}
