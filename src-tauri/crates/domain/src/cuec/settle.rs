//! Which answer belongs to which entry of a document that may have been read again since.

use super::CuecAnswer;
use crate::EntryId;
use crate::matching;

/// Finds the answer to each entry among those given to the document: by the entry's name, else, where the words were read
/// otherwise then, by its words. Answers whose entry is gone are left over.
pub fn settled<'a>(entries: &[(EntryId, &str)], answers: &'a [CuecAnswer]) -> Vec<Option<&'a CuecAnswer>> {
    let mut found: Vec<Option<&CuecAnswer>> =
        entries.iter().map(|(id, _)| answers.iter().find(|answer| answer.entry == *id)).collect();
    let left: Vec<&CuecAnswer> =
        answers.iter().filter(|answer| !entries.iter().any(|(id, _)| *id == answer.entry)).collect();
    let open: Vec<usize> = (0..entries.len()).filter(|at| found[*at].is_none()).collect();
    if left.is_empty() || open.is_empty() {
        return found;
    }
    let before: Vec<&str> = left.iter().map(|answer| answer.text.as_str()).collect();
    let now: Vec<&str> = open.iter().map(|at| entries[*at].1).collect();
    for (at, change) in open.iter().zip(matching::matched(&before, &now).changes) {
        // One answer for one entry: a part is for a person to look at.
        if let matching::Change::Same { before } | matching::Change::Reworded { before, .. } = change {
            found[*at] = Some(left[before]);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        DocumentId, Entry, ListName, PersonId,
        cuec::{Applies, OurSide},
        entry::named,
    };
    use chrono::DateTime;
    use serde_json::json;

    fn entry(text: &str) -> EntryId {
        let value = json!({ "text": text, "criteria": [], "basis": "stated", "citations": [] });
        let entry = Entry::from_value(ListName::Cuecs, &value).expect("an entry");
        named(ListName::Cuecs, vec![entry])[0].0.id
    }

    fn answer(text: &str) -> CuecAnswer {
        CuecAnswer {
            document: DocumentId::from_uuid(uuid::Uuid::nil()),
            entry: entry(text),
            text: text.to_owned(),
            ours: OurSide { applies: Some(Applies::Yes), ..OurSide::default() },
            carried_from: None,
            by: PersonId::from_uuid(uuid::Uuid::nil()),
            at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_document_read_again_keeps_its_answers() {
        let answers = [answer("Remove accounts of leavers within a day"), answer("Rotate the keys of the interface")];
        let again = [
            "Remove accounts of leavers within a day (CC6.2)",
            "Rotate the keys of the interface",
            "Export audit logs",
        ];
        let entries: Vec<(EntryId, &str)> = again.iter().map(|text| (entry(text), *text)).collect();
        let found = settled(&entries, &answers);
        assert_eq!(found[0], Some(&answers[0]), "the words were read otherwise then");
        assert_eq!(found[1], Some(&answers[1]), "by its name");
        assert_eq!(found[2], None, "nobody has answered it");
    }
}
