//! Measures on invented documents.

use super::{
    options::Options,
    read,
    table::{self, say},
};
use countersign_tests::{
    generator::{
        self, Invented, LAYOUTS,
        house::{House, Producer},
        print::Press,
        report::Extent,
    },
    measure::{Figures, figures::Misread},
};
use std::{
    collections::BTreeMap,
    error::Error,
    fs, io,
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

/// What became of one house.
struct Measured {
    figures: Figures,
    /// What was misread, by file.
    misread: Vec<(String, Vec<Misread>)>,
}

/// Prints and reads documents of every house and prints the figures.
pub(crate) fn measure(options: &Options) -> Result<(), Box<dyn Error>> {
    let press = Press { python: options.python.clone() };
    let houses = houses(options, &press)?;
    let each = options.count.div_ceil(houses.len()).max(1) as u64;
    say(&format!("{} houses with {each} documents each, in {}", houses.len(), options.folder.display()));
    if let Some(out) = &options.out {
        for set in ["developed", "held_out"]
            .into_iter()
            .flat_map(|set| [out.join(set).join("pdf"), out.join(set).join("truth")])
        {
            fs::create_dir_all(set)?;
        }
    }

    // Every core takes the next house that nobody has taken.
    let next = AtomicUsize::new(0);
    let done: Mutex<BTreeMap<usize, Result<Measured, String>>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(house) = houses.get(at) else { break };
                    let measured = one(options, &press, house, each).map_err(|error| error.to_string());
                    done.lock().expect("nobody panics while holding it").insert(at, measured);
                }
            });
        }
    });

    let mut figures: Vec<(&House, Figures)> = Vec::new();
    for (at, measured) in done.into_inner().expect("nobody panicked while holding it") {
        match measured {
            Ok(measured) => {
                if options.verbose && (!houses[at].held_out || options.show_held_out) {
                    measured.misread.iter().for_each(|(file, misread)| table::misread(file, misread, 3));
                }
                figures.push((houses[at], measured.figures));
            }
            Err(error) => say(&format!("{} was not measured: {error}", houses[at].name)),
        }
    }
    for (title, held_out) in [("Houses to develop with", false), ("Houses held out", true)] {
        let own = figures.iter().filter(|(house, _)| house.held_out == held_out);
        let own: Vec<(String, &Figures)> = own.map(|(house, figures)| (house.name.to_owned(), figures)).collect();
        if own.is_empty() {
            continue;
        }
        let mut total = Figures::default();
        for (_, figures) in &own {
            total.add(figures);
        }
        say(&format!("\n{title}"));
        table::overview(&own);
        table::fields(title, &total);
    }
    Ok(())
}

/// The houses that are asked for and whose producer is installed; says which producers are not.
fn houses(options: &Options, press: &Press) -> Result<Vec<&'static House>, Box<dyn Error>> {
    let wanted = |house: &&House| {
        options.layouts.is_empty() || options.layouts.iter().any(|name| house.name.starts_with(name.as_str()))
    };
    let mut there: BTreeMap<Producer, bool> = BTreeMap::new();
    for house in LAYOUTS.iter().filter(wanted) {
        there.entry(house.producer).or_insert_with(|| press.has(house.producer));
    }
    for (producer, _) in there.iter().filter(|(_, there)| !**there) {
        say(&format!("{producer:?} is missing, its houses are left out. To have it: {}", producer.how_to_get()));
    }
    let houses: Vec<&House> = LAYOUTS.iter().filter(wanted).filter(|house| there[&house.producer]).collect();
    if houses.is_empty() { Err("no house is left".into()) } else { Ok(houses) }
}

/// Prints the documents of one house, reads them and compares.
fn one(options: &Options, press: &Press, house: &House, each: u64) -> Result<Measured, Box<dyn Error>> {
    let documents: Vec<Invented> =
        (0..each).map(|at| generator::invent(house, options.seed + at, Extent::of(options.seed + at))).collect();
    let folder = options.folder.join(house.name);
    // What an earlier run left behind is not measured again.
    if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    press.print(house, &documents, &folder)?;
    if let Some(out) = &options.out {
        keep(&documents, &folder, &out.join(if house.held_out { "held_out" } else { "developed" }))?;
    }
    let mut measured = Measured { figures: Figures::default(), misread: Vec::new() };
    let mut readings = String::new();
    for document in &documents {
        let (figures, reading) = read::measure(&folder.join(&document.file), &document.truth);
        if let Some(reading) = reading {
            readings.push_str(&reading.to_string());
            readings.push('\n');
        }
        measured.figures.add(&figures);
        measured.misread.push((document.file.clone(), figures.misread));
    }
    fs::write(folder.join("readings.ndjson"), readings)?;
    Ok(measured)
}

/// Puts documents and truths beside those of other houses, in the folders that `--corpus` wants.
fn keep(documents: &[Invented], from: &Path, to: &Path) -> io::Result<()> {
    for document in documents {
        fs::copy(from.join(&document.file), to.join("pdf").join(&document.file))?;
        let truth = Path::new(&document.file).with_extension("json");
        fs::write(to.join("truth").join(truth), format!("{:#}\n", document.truth))?;
    }
    Ok(())
}
