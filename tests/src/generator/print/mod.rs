//! The producers: each makes PDFs of scripts. Ours works in this process, the others are programs of others.

pub mod html;
pub mod latex;
pub mod office;
pub mod own;

use super::{
    Invented,
    house::{House, Producer},
};
use std::{
    fmt, fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const LAB: &str = include_str!("lab.py");
const WEASY: &str = "import sys, weasyprint\nfor path in sys.argv[1:]:\n    weasyprint.HTML(path).write_pdf(path.replace('.html', '.pdf'))\n";
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The programs of others and where they are.
#[derive(Debug, Clone)]
pub struct Press {
    /// The Python that has ReportLab and WeasyPrint.
    pub python: PathBuf,
}

impl Producer {
    /// What to do so that it is there.
    pub const fn how_to_get(self) -> &'static str {
        match self {
            Self::Own => "it is part of this program",
            Self::Chromium => "apt-get install chromium",
            Self::WeasyPrint => "pip install weasyprint, and --python with the path of that Python",
            Self::LibreOffice => "apt-get install libreoffice-writer fonts-liberation",
            Self::ReportLab => "pip install reportlab, and --python with the path of that Python",
            Self::Latex => "apt-get install texlive-latex-recommended texlive-fonts-recommended lmodern",
        }
    }
}

/// Says why documents could not be printed.
#[derive(Debug)]
pub struct Unprinted(String);

impl fmt::Display for Unprinted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unprinted {}

fn why(error: impl fmt::Display) -> Unprinted {
    Unprinted(error.to_string())
}

impl Press {
    /// Whether a producer is installed.
    pub fn has(&self, producer: Producer) -> bool {
        let works = |mut command: Command| {
            command
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
                .is_ok_and(|status| status.success())
        };
        let python = |module: &str| {
            let mut command = Command::new(&self.python);
            command.args(["-c", &format!("import {module}")]);
            command
        };
        let version = |program: &str| {
            let mut command = Command::new(program);
            command.arg("--version");
            command
        };
        match producer {
            Producer::Own => true,
            Producer::Chromium => browser().is_some(),
            Producer::WeasyPrint => works(python("weasyprint")),
            Producer::LibreOffice => works(version("soffice")),
            Producer::ReportLab => works(python("reportlab")),
            Producer::Latex => works(version("pdflatex")),
        }
    }

    /// Prints the documents of a house into a folder, with their truth beside them.
    pub fn print(&self, house: &House, documents: &[Invented], folder: &Path) -> Result<(), Unprinted> {
        fs::create_dir_all(folder).map_err(why)?;
        let at = |document: &Invented, ending: &str| folder.join(&document.file).with_extension(ending);
        let write = |ending: &str, print: &dyn Fn(&Invented) -> String| -> Result<Vec<PathBuf>, Unprinted> {
            let mut paths = Vec::new();
            for document in documents {
                paths.push(at(document, ending));
                fs::write(at(document, ending), print(document)).map_err(why)?;
            }
            Ok(paths)
        };
        write("json", &|document| document.truth.to_string())?;
        match house.producer {
            Producer::Own => {
                for document in documents {
                    let bytes = own::print(&document.script, house.a4).map_err(why)?;
                    fs::write(at(document, "pdf"), bytes).map_err(why)?;
                }
            }
            Producer::Chromium => {
                for page in write("html", &|document| html::html(&document.script, house))? {
                    let pdf = format!("--print-to-pdf={}", page.with_extension("pdf").display());
                    let mut command = Command::new(browser().unwrap_or("chromium"));
                    // Only pages of ours are opened, and root has no sandbox.
                    command
                        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", &pdf])
                        .arg(&page);
                    run(&mut command)?;
                }
            }
            Producer::WeasyPrint => {
                let pages = write("html", &|document| html::html(&document.script, house))?;
                run(Command::new(&self.python).args(["-c", WEASY]).args(pages))?;
            }
            Producer::LibreOffice => {
                let texts = write("fodt", &|document| office::fodt(&document.script, house))?;
                let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
                let mut command = Command::new("soffice");
                command.args([&profile, "--headless", "--convert-to", "pdf", "--outdir"]).arg(folder).args(texts);
                run(&mut command)?;
            }
            Producer::ReportLab => {
                let job = |document: &Invented| {
                    serde_json::json!({ "script": document.script, "path": at(document, "pdf"), "house": {
                        "serif": house.serif, "size": house.size, "a4": house.a4, "shaded": house.shaded_heads, "zebra": house.zebra,
                        "ruling": format!("{:?}", house.ruling), "repeat": house.repeat_heads,
                    } })
                };
                let jobs: Vec<_> = documents.iter().map(job).collect();
                let mut child =
                    Command::new(&self.python).args(["-c", LAB]).stdin(Stdio::piped()).spawn().map_err(why)?;
                let mut pipe = child.stdin.take().expect("the pipe was asked for");
                pipe.write_all(serde_json::to_string(&jobs).map_err(why)?.as_bytes()).map_err(why)?;
                drop(pipe);
                let status = child.wait().map_err(why)?;
                if !status.success() {
                    return Err(Unprinted(format!("ReportLab ended with {status}")));
                }
            }
            Producer::Latex => {
                for text in write("tex", &|document| latex::latex(&document.script, house))? {
                    let mut command = Command::new("pdflatex");
                    command.args(["-interaction=batchmode", "-no-shell-escape"]).arg(&text).current_dir(folder);
                    // Tables over pages find their widths in a second run.
                    run(&mut command)?;
                    run(&mut command)?;
                }
            }
        }
        documents
            .iter()
            .map(|document| at(document, "pdf"))
            .find(|path| !path.is_file())
            .map_or(Ok(()), |path| Err(Unprinted(format!("{:?} made no file {}", house.producer, path.display()))))
    }
}

fn browser() -> Option<&'static str> {
    let path = std::env::var_os("PATH")?;
    BROWSERS.into_iter().find(|name| std::env::split_paths(&path).any(|folder| folder.join(name).is_file()))
}

/// Runs a program to its end; what it printed is said only if it fails.
fn run(command: &mut Command) -> Result<(), Unprinted> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| why(format!("{command:?}: {error}")))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Unprinted(format!("{command:?} ended with {}: {}", output.status, said.trim())))
}
