//! From what a person typed to a full-text query.

/// More words than anyone types; keeps a pasted page from becoming a query of thousands of terms.
const MOST_WORDS: usize = 24;

/// Every word in quotes, so that nothing in it is an operator; all must occur, the last one may be unfinished. `None` where
/// nothing typed can be found: no letter and no digit.
pub(super) fn from_typed(text: &str) -> Option<String> {
    let mut words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(MOST_WORDS)
        .map(|word| format!("\"{}\"", word.replace('"', "\"\"")))
        .collect();
    words.last_mut()?.push('*');
    Some(words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_and_the_last_is_a_beginning() {
        assert_eq!(from_typed("soc 2 rep").as_deref(), Some(r#""soc" "2" "rep"*"#));
        assert_eq!(from_typed(r#"a"b NEAR( OR"#).as_deref(), Some(r#""a""b" "NEAR(" "OR"*"#));
        assert_eq!(from_typed("cloud - \u{0}").as_deref(), Some(r#""cloud"*"#), "what holds no word is left out");
        assert_eq!(from_typed(" *\"()"), None);
    }
}
