//! Cities with their state or country.
//!
//! **Reads** `Tulsa, Oklahoma`, `Tulsa, OK`, `Leeds, United Kingdom`.
//! **Where**: in a line that a caller takes from a signature block or an address.
//! **Accepts** one to five capitalised words, a comma, and a name from the list: states of the US, provinces of Canada,
//! states of India and Australia, countries.
//! **Refuses** a city alone and a region that is not on the list: a guess at a place would be a guess at a licence.

use crate::pattern::{Pattern, exact};
use std::ops::Range;
use std::sync::LazyLock;

const REGIONS: &str = "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|District of Columbia|Puerto Rico|Ontario|Quebec|Québec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland and Labrador|Maharashtra|Karnataka|Tamil Nadu|Telangana|Delhi|Gujarat|Haryana|Kerala|Uttar Pradesh|West Bengal|New South Wales|Victoria|Queensland|Western Australia|South Australia|England|Scotland|Wales|Northern Ireland|United Kingdom|UK|U\\.K\\.|United States(?: of America)?|USA|U\\.S\\.A\\.|Canada|India|Australia|New Zealand|Ireland|Germany|France|Netherlands|The Netherlands|Belgium|Luxembourg|Switzerland|Austria|Spain|Portugal|Italy|Denmark|Sweden|Norway|Finland|Iceland|Estonia|Latvia|Lithuania|Poland|Czech Republic|Czechia|Slovakia|Hungary|Romania|Bulgaria|Greece|Cyprus|Malta|Croatia|Slovenia|Serbia|Ukraine|Turkey|Türkiye|Israel|United Arab Emirates|UAE|Saudi Arabia|Qatar|Bahrain|Kuwait|Oman|Jordan|Egypt|South Africa|Kenya|Nigeria|Ghana|Mauritius|Morocco|Tunisia|Singapore|Malaysia|Indonesia|Thailand|Vietnam|Philippines|Hong Kong|China|Taiwan|Japan|South Korea|Korea|Pakistan|Bangladesh|Sri Lanka|Nepal|Mexico|Brazil|Argentina|Chile|Colombia|Peru|Uruguay|Costa Rica|Panama|Bermuda|Cayman Islands|Jersey|Guernsey|Isle of Man|Gibraltar";
const SHORT: &str = "A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|PR|ON|QC|BC|AB|MB|SK|NS|NB";

static PLACE: LazyLock<Pattern> = LazyLock::new(|| {
    exact(&format!(
        r"(?P<place>\b[A-Z][\w.'-]*(?:\s(?:[A-Z][\w.'-]*|of|de|la|the|on|upon)){{0,4}}(?:\s\((?i:{REGIONS})\)|,\s*(?:(?:(?i:{REGIONS})\b|D\.C\.|U\.K\.|U\.A\.E\.|U\.S\.A\.)(?:,\s*(?:USA|U\.S\.A\.|United States|Canada|India|Australia|United Kingdom|UK))?|(?:{SHORT})\b)))"
    ))
});

/// Cities that are their own region.
static CITY_STATE: LazyLock<Pattern> =
    LazyLock::new(|| exact(r"^\W*(?P<place>Singapore|Hong Kong(?: SAR)?)(?: \d{5,6})?\W*(?:$|[0-9])"));

static REGION: LazyLock<Pattern> =
    LazyLock::new(|| exact(&format!(r"^(?i:(?:the )?(?:{REGIONS}|EU|Europe|North America|US|U\.S\.))$")));

/// Finds a city with its region in a line.
pub(crate) fn find(line: &str) -> Option<Range<usize>> {
    PLACE.captures(line).and_then(|c| c.name("place")).map(|m| m.range())
}

/// Finds a city that is its own region, alone on a line or before a date.
pub(crate) fn city_state(line: &str) -> Option<Range<usize>> {
    CITY_STATE.captures(line).and_then(|c| c.name("place")).map(|m| m.range())
}

/// Tells whether a name is that of a state, a province or a country.
pub(crate) fn is_region(name: &str) -> bool {
    REGION.is_match(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_with_their_region_are_found() {
        for (line, place) in [
            ("Tulsa, Oklahoma", "Tulsa, Oklahoma"),
            ("St. Louis, MO 63101", "St. Louis, MO"),
            ("Leeds, United Kingdom - 4 May 2031", "Leeds, United Kingdom"),
            ("New York, New York", "New York, New York"),
            ("Pune, Maharashtra, India", "Pune, Maharashtra, India"),
            ("Washington, D.C.", "Washington, D.C."),
            ("Montréal (Québec)", "Montréal (Québec)"),
            ("Dubai, U.A.E.", "Dubai, U.A.E."),
            ("Leeds, U.K. - 4 May 2031", "Leeds, U.K."),
            ("Stratford upon Avon, England", "Stratford upon Avon, England"),
        ] {
            assert_eq!(find(line).map(|r| &line[r]), Some(place), "in: {line}");
        }
    }

    #[test]
    fn what_is_no_city_with_a_region_is_refused() {
        for line in [
            "Tulsa",
            "Singapore",
            "Security, Availability",
            "May 4, 2031",
            "Birch, Cedar, and Elm, CPAs",
            "in the city, Ohio",
        ] {
            assert_eq!(find(line), None, "no place in: {line}");
        }
    }
}
