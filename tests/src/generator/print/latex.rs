//! LaTeX with longtable.
#![expect(clippy::format_collect, reason = "pieces of markup read best as a chain, and pages are small")]

use crate::generator::{
    house::{House, Ruling},
    script::{Block, Look, Marker, Row, Script, Table},
};
use std::fmt::Write as _;

/// Gives the LaTeX of a script in the look of a house.
pub fn latex(script: &Script, house: &House) -> String {
    let mut body = String::new();
    let mut wide = false;
    for block in &script.blocks {
        // Writing to a string never fails.
        let _ = match block {
            Block::Para(look, text) => {
                let text = escaped(text);
                match look {
                    Look::Body => writeln!(body, "{text}\n"),
                    Look::Bold => writeln!(body, "\\textbf{{{text}}}\n"),
                    Look::Title => writeln!(body, "{{\\Huge\\bfseries {text}\\par}}\\bigskip\n"),
                    Look::Cover => writeln!(body, "{{\\Large {text}\\par}}\\medskip\n"),
                    Look::Section => writeln!(body, "{{\\LARGE\\bfseries {text}\\par}}\\bigskip\n"),
                    Look::Heading => {
                        writeln!(body, "\\medskip{{\\large\\bfseries {text}\\par}}\\nopagebreak\\smallskip\n")
                    }
                    Look::Minor => writeln!(body, "\\medskip{{\\bfseries {text}\\par}}\\nopagebreak\\smallskip\n"),
                    Look::Divider => writeln!(body, "\\vspace*{{70mm}}{{\\centering\\Huge {text}\\par}}\n"),
                }
            }
            Block::List(marker, points) => {
                let name = if *marker == Marker::Bullet { "itemize" } else { "enumerate" };
                let label = |at: usize| {
                    if *marker == Marker::Letter { format!("[{}]", marker.before(at)) } else { String::new() }
                };
                let points: String = points
                    .iter()
                    .enumerate()
                    .map(|(at, point)| format!("\\item{} {}\n", label(at), escaped(point)))
                    .collect();
                writeln!(body, "\\begin{{{name}}}\n{points}\\end{{{name}}}\n")
            }
            Block::Table(table) => {
                self::table(&mut body, table, house);
                Ok(())
            }
            Block::Entry(title, page) => writeln!(body, "\\noindent {}\\dotfill {page}\\par", escaped(title)),
            Block::Break => writeln!(body, "\\clearpage"),
            Block::Turn(to) => {
                let turned = if *to { "\\clearpage\\begin{landscape}\n" } else { "\\end{landscape}\n" };
                let turned = if wide == *to { "\\clearpage\n" } else { turned };
                wide = *to;
                write!(body, "{turned}")
            }
            Block::Space(lines) => writeln!(body, "\\vspace*{{{lines}em}}\n"),
        };
    }
    if wide {
        body.push_str("\\end{landscape}\n");
    }
    let paper = if house.a4 { "a4paper" } else { "letterpaper" };
    let family = if house.serif { "" } else { "\\usepackage{helvet}\\renewcommand{\\familydefault}{\\sfdefault}" };
    let heads = script.heads.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("\\\\ ");
    let feet = script.feet.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("\\\\ ");
    format!(
        "\\documentclass[{paper},11pt]{{article}}\n\\usepackage[utf8]{{inputenc}}\n\
         \\IfFileExists{{lmodern.sty}}{{\\usepackage[T1]{{fontenc}}\\usepackage{{lmodern}}}}{{}}{family}\n\
         \\usepackage[margin=25mm]{{geometry}}\\usepackage{{longtable,booktabs,array,pdflscape,fancyhdr}}\n\
         \\pagestyle{{fancy}}\\fancyhf{{}}\\lhead{{\\small {heads}}}\\lfoot{{\\small {feet}}}\\rfoot{{\\small\\thepage}}\n\
         \\setlength{{\\parindent}}{{0pt}}\\setlength{{\\parskip}}{{5pt}}\\setlength{{\\headheight}}{{28pt}}\\emergencystretch=3em\n\
         \\begin{{document}}\\thispagestyle{{empty}}\n{body}\\end{{document}}\n"
    )
}

fn table(out: &mut String, table: &Table, house: &House) {
    let all: u32 = table.widths.iter().sum();
    let bar = if house.ruling == Ruling::Full { "|" } else { "" };
    let rule = match house.ruling {
        Ruling::Full | Ruling::Horizontal | Ruling::Hairline => "\\hline\n",
        _ => "",
    };
    let (top, middle, bottom) = if house.ruling == Ruling::Booktabs {
        ("\\toprule\n", "\\midrule\n", "\\bottomrule\n")
    } else {
        (rule, rule, "")
    };
    let room = 0.97 - 0.03 * table.widths.len() as f64;
    let columns: String = table
        .widths
        .iter()
        .map(|width| {
            format!(
                ">{{\\raggedright\\arraybackslash}}p{{{:.3}\\linewidth}}{bar}",
                room * f64::from(*width) / f64::from(all)
            )
        })
        .collect();
    let _ = writeln!(out, "{{\\small\\begin{{longtable}}{{{bar}{columns}}}\n{top}");
    if !table.heads.is_empty() {
        let heads: Vec<String> = table.heads.iter().map(|head| format!("\\textbf{{{}}}", escaped(head))).collect();
        let repeat = if house.repeat_heads { "\\endhead" } else { "\\endfirsthead" };
        let _ = writeln!(out, "{} \\\\ {middle}{repeat}", heads.join(" & "));
    }
    for row in &table.rows {
        match row {
            Row::Band(text, tint) => {
                let weight = if *tint { "\\bfseries " } else { "" };
                let _ = writeln!(
                    out,
                    "\\multicolumn{{{}}}{{{bar}>{{\\raggedright\\arraybackslash}}p{{{room:.3}\\linewidth}}{bar}}}{{{weight}{}}} \\\\ {rule}",
                    table.widths.len(),
                    escaped(text)
                );
            }
            Row::Cells(cells) => {
                let cells: Vec<String> = cells
                    .iter()
                    .map(|cell| {
                        cell.as_ref().map_or_else(String::new, |cell| {
                            cell.paras.iter().map(|p| escaped(p)).collect::<Vec<_>>().join("\\par ")
                        })
                    })
                    .collect();
                let _ = writeln!(out, "{} \\\\ {rule}", cells.join(" & "));
            }
        }
    }
    let _ = writeln!(out, "{bottom}\\end{{longtable}}}}\n");
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', letter]),
            '\u{ae}' => out.push_str("\\textregistered{}"),
            other => out.push(other),
        }
    }
    out
}
