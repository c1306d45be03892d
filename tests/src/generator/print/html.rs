//! HTML with the rules of CSS for pages, for Chromium and WeasyPrint.
#![expect(clippy::format_collect, reason = "pieces of markup read best as a chain, and pages are small")]

use crate::generator::{
    house::{Contents, House, Ruling},
    script::{Block, Cell, Look, Marker, Row, Script, Table},
};
use std::fmt::Write as _;

/// Gives the HTML of a script in the look of a house.
pub fn html(script: &Script, house: &House) -> String {
    let mut body = String::new();
    let mut wide = false;
    let mut fresh = "";
    for block in &script.blocks {
        match block {
            Block::Break => fresh = " style=\"break-before: page\"",
            Block::Turn(to) => {
                if wide {
                    body.push_str("</div>");
                }
                wide = *to;
                if wide {
                    body.push_str("<div class=\"wide\">");
                } else {
                    fresh = " style=\"break-before: page\"";
                }
            }
            other => {
                write_block(&mut body, other, fresh, house);
                fresh = "";
            }
        }
    }
    if wide {
        body.push_str("</div>");
    }
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{}</title><style>{}</style></head><body>{body}</body></html>",
        escaped(&script.title),
        style(script, house)
    )
}

fn write_block(out: &mut String, block: &Block, fresh: &str, house: &House) {
    // Writing to a string never fails.
    let _ = match block {
        Block::Para(look, text) => {
            let (tag, class) = match look {
                Look::Body => ("p", "body"),
                Look::Bold => ("p", "bold"),
                Look::Title => ("p", "title"),
                Look::Cover => ("p", "cover"),
                Look::Section => ("h1", "section"),
                Look::Heading => ("h2", "heading"),
                Look::Minor => ("h3", "minor"),
                Look::Divider => ("p", "divider"),
            };
            write!(out, "<{tag} class=\"{class}\"{fresh}>{}</{tag}>", escaped(text))
        }
        Block::List(marker, points) => {
            let (tag, kind) = match marker {
                Marker::Bullet => ("ul", ""),
                Marker::Number => ("ol", ""),
                Marker::Letter => ("ol", " type=\"a\""),
            };
            let points: String = points.iter().map(|point| format!("<li>{}</li>", escaped(point))).collect();
            write!(out, "<{tag}{kind}>{points}</{tag}>")
        }
        Block::Table(table) => {
            write_table(out, table);
            Ok(())
        }
        Block::Entry(title, page) => {
            let leaders = if house.contents == Contents::Leaders { ". ".repeat(120) } else { String::new() };
            write!(
                out,
                "<div class=\"entry\"{fresh}><span>{}</span><span class=\"leaders\">{leaders}</span><span>{page}</span></div>",
                escaped(title)
            )
        }
        Block::Space(lines) => write!(out, "<div style=\"height: {lines}em\"{fresh}></div>"),
        Block::Break | Block::Turn(_) => Ok(()),
    };
}

fn write_table(out: &mut String, table: &Table) {
    let all: u32 = table.widths.iter().sum();
    out.push_str("<table><colgroup>");
    for width in &table.widths {
        let _ = write!(out, "<col style=\"width: {}%\">", width * 100 / all);
    }
    out.push_str("</colgroup>");
    if !table.heads.is_empty() {
        let heads: String = table.heads.iter().map(|head| format!("<th>{}</th>", escaped(head))).collect();
        let _ = write!(out, "<thead><tr>{heads}</tr></thead>");
    }
    out.push_str("<tbody>");
    for row in &table.rows {
        match row {
            Row::Band(text, tint) => {
                let class = if *tint { "band" } else { "below" };
                let _ = write!(
                    out,
                    "<tr class=\"{class}\"><td colspan=\"{}\">{}</td></tr>",
                    table.widths.len(),
                    escaped(text)
                );
            }
            Row::Cells(cells) => {
                let cells: String = cells.iter().flatten().map(cell).collect();
                let _ = write!(out, "<tr>{cells}</tr>");
            }
        }
    }
    out.push_str("</tbody></table>");
}

fn cell(cell: &Cell) -> String {
    let paras: String = cell.paras.iter().map(|para| format!("<div>{}</div>", escaped(para))).collect();
    if cell.rows > 1 { format!("<td rowspan=\"{}\">{paras}</td>", cell.rows) } else { format!("<td>{paras}</td>") }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn style(script: &Script, house: &House) -> String {
    let family = if house.serif {
        "'Liberation Serif', 'Times New Roman', serif"
    } else {
        "'Liberation Sans', Arial, sans-serif"
    };
    let paper = if house.a4 { "A4" } else { "letter" };
    let lines = |lines: &[String]| lines.iter().map(|l| l.replace('"', "\\\"")).collect::<Vec<_>>().join("\\A ");
    let small = format!("font: 8pt {family}; white-space: pre");
    let ruling = match house.ruling {
        Ruling::Full => "td, th { border: 0.75pt solid #333 }",
        Ruling::Horizontal => "td, th { border-bottom: 0.75pt solid #333 } th { border-top: 0.75pt solid #333 }",
        Ruling::Hairline => "td, th { border-bottom: 0.25pt solid #bbb }",
        Ruling::Booktabs => {
            "th { border-top: 1pt solid; border-bottom: 0.5pt solid } tbody { border-bottom: 1pt solid }"
        }
        Ruling::None => "",
    };
    let shaded = if house.shaded_heads { "th { background: #1f3a5f; color: white }" } else { "" };
    let zebra = if house.zebra { "tbody tr:nth-child(even) td { background: #eef2f6 }" } else { "" };
    let repeat = if house.repeat_heads { "" } else { "thead { display: table-row-group }" };
    let whole = if house.break_rows { "" } else { "tr { break-inside: avoid }" };
    format!(
        "@page {{ size: {paper}; margin: 26mm 20mm 22mm 22mm; @top-left {{ content: \"{}\"; {small} }} \
         @bottom-left {{ content: \"{}\"; {small} }} @bottom-right {{ content: counter(page); font: 8pt {family} }} }} \
         @page :first {{ @top-left {{ content: none }} @bottom-left {{ content: none }} @bottom-right {{ content: none }} }} \
         @page wide {{ size: {paper} landscape }} .wide {{ page: wide }} \
         body {{ font: {}pt/1.35 {family}; margin: 0 }} p {{ margin: 0 0 0.7em }} \
         .title {{ font-size: 22pt; font-weight: bold; margin: 1em 0 }} .cover {{ font-size: 13pt; margin: 0.8em 0 }} \
         .divider {{ font-size: 20pt; text-align: center; padding-top: 90mm }} .bold {{ font-weight: bold }} \
         h1 {{ font-size: 16pt; margin: 0 0 0.8em }} h2 {{ font-size: 1.12em; margin: 1em 0 0.4em; break-after: avoid }} \
         h3 {{ font-size: 1em; margin: 1em 0 0.4em; break-after: avoid }} \
         .entry {{ display: flex; white-space: nowrap; margin: 0.4em 0 }} .leaders {{ flex: 1; overflow: hidden; padding: 0 0.5em }} \
         table {{ border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 0.86em; margin: 0 0 1.2em }} \
         td, th {{ padding: 3pt 5pt; vertical-align: top; text-align: left; overflow-wrap: break-word }} \
         .band td {{ font-weight: bold; background: #dfe5ec }} {ruling} {shaded} {zebra} {repeat} {whole}",
        lines(&script.heads),
        lines(&script.feet),
        house.size
    )
}
