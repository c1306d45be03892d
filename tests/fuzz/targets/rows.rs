//! Any bytes as a table: reading must neither panic nor give rows out of order or beyond the limits.
#![no_main]

use countersign_reader::rows::{MOST_COLUMNS, MOST_ROWS, read_in_process};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(file) = read_in_process(bytes.to_vec()) else { return };
    for sheet in &file.sheets {
        assert!(!sheet.rows.is_empty() && sheet.rows.len() <= MOST_ROWS, "a sheet holds something, and not too much");
        assert!(sheet.rows.is_sorted_by(|one, next| one.number < next.number), "rows come in order");
        assert!(sheet.rows.iter().all(|row| (1..=MOST_COLUMNS).contains(&row.cells.len())), "a row holds something");
    }
});
