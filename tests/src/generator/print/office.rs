//! Flat OpenDocument text, for LibreOffice Writer.
#![expect(clippy::format_collect, reason = "pieces of markup read best as a chain, and pages are small")]

use crate::generator::{
    house::{Contents, House, Ruling},
    script::{Block, Look, Row, Script, Table},
};
use std::fmt::Write as _;

/// Gives the flat ODF of a script in the look of a house.
pub fn fodt(script: &Script, house: &House) -> String {
    let mut writer = Writer { house, body: String::new(), styles: String::new(), tables: 0, wide: false, fresh: None };
    for block in &script.blocks {
        writer.block(block);
    }
    let family = if house.serif { "Liberation Serif" } else { "Liberation Sans" };
    let line = |text: &String| format!("<text:p text:style-name=\"Small\">{}</text:p>", escaped(text));
    let heads: String = script.heads.iter().map(line).collect();
    let feet: String = script.feet.iter().map(line).collect();
    let running = format!(
        "<style:header>{heads}</style:header><style:footer>{feet}<text:p text:style-name=\"Small\">Page <text:page-number/></text:p></style:footer>"
    );
    let (width, height) = if house.a4 { ("210mm", "297mm") } else { ("215.9mm", "279.4mm") };
    let layout = |name: &str, width: &str, height: &str, orientation: &str| {
        format!(
            "<style:page-layout style:name=\"{name}\"><style:page-layout-properties fo:page-width=\"{width}\" fo:page-height=\"{height}\" \
             style:print-orientation=\"{orientation}\" fo:margin=\"18mm\"/><style:header-style><style:header-footer-properties \
             fo:min-height=\"8mm\" fo:margin-bottom=\"4mm\"/></style:header-style><style:footer-style><style:header-footer-properties \
             fo:min-height=\"8mm\" fo:margin-top=\"4mm\"/></style:footer-style></style:page-layout>"
        )
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document {NAMESPACES} office:version=\"1.2\" \
         office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:meta><dc:title>{}</dc:title></office:meta>\
         <office:font-face-decls><style:font-face style:name=\"F\" svg:font-family=\"'{family}'\"/></office:font-face-decls>\
         <office:styles><style:default-style style:family=\"paragraph\"><style:text-properties style:font-name=\"F\" \
         fo:font-size=\"{}pt\" fo:language=\"en\" fo:country=\"US\"/></style:default-style>{}</office:styles>\
         <office:automatic-styles>{}{}{}</office:automatic-styles>\
         <office:master-styles><style:master-page style:name=\"Cover\" style:page-layout-name=\"High\"/>\
         <style:master-page style:name=\"High\" style:page-layout-name=\"High\">{running}</style:master-page>\
         <style:master-page style:name=\"Wide\" style:page-layout-name=\"Wide\">{running}</style:master-page></office:master-styles>\
         <office:body><office:text>{}</office:text></office:body></office:document>",
        escaped(&script.title),
        house.size,
        looks(house),
        layout("High", width, height, "portrait"),
        layout("Wide", height, width, "landscape"),
        writer.styles,
        writer.body
    )
}

const NAMESPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\"";

const LOOKS: [(Look, &str); 8] = [
    (Look::Body, "Body"),
    (Look::Bold, "Bold"),
    (Look::Title, "Title"),
    (Look::Cover, "Cover"),
    (Look::Section, "Section"),
    (Look::Heading, "Heading"),
    (Look::Minor, "Minor"),
    (Look::Divider, "Divider"),
];

fn looks(house: &House) -> String {
    let mut styles = String::new();
    let mut style = |name: &str, size: f64, bold: bool, before: f64, after: f64, more: &str| {
        let weight = if bold { " fo:font-weight=\"bold\"" } else { "" };
        let _ = write!(
            styles,
            "<style:style style:name=\"{name}\" style:family=\"paragraph\"><style:paragraph-properties fo:margin-top=\"{before}pt\" \
             fo:margin-bottom=\"{after}pt\" {more}/><style:text-properties style:font-name=\"F\" fo:font-size=\"{size}pt\"{weight}/></style:style>"
        );
    };
    let size = house.size;
    style("Body", size, false, 0.0, 6.0, "");
    style("Bold", size, true, 0.0, 6.0, "");
    style("Title", 24.0, true, 12.0, 14.0, "");
    style("Cover", 13.0, false, 0.0, 10.0, "");
    style("Section", 16.0, true, 0.0, 10.0, "");
    style("Heading", size + 1.5, true, 10.0, 4.0, "fo:keep-with-next=\"always\"");
    style("Minor", size, true, 8.0, 4.0, "fo:keep-with-next=\"always\"");
    style("Divider", 22.0, true, 220.0, 0.0, "fo:text-align=\"center\"");
    style("Point", size, false, 0.0, 3.0, "fo:margin-left=\"9mm\" fo:text-indent=\"-5mm\"");
    style("Cell", size * 0.86, false, 0.0, 1.0, "");
    style("Head", size * 0.86, true, 0.0, 1.0, "");
    style("Small", 8.0, false, 0.0, 0.0, "");
    let leader =
        if house.contents == Contents::Leaders { " style:leader-style=\"dotted\" style:leader-text=\".\"" } else { "" };
    let _ = write!(
        styles,
        "<style:style style:name=\"Entry\" style:family=\"paragraph\"><style:paragraph-properties fo:margin-bottom=\"5pt\"><style:tab-stops>\
         <style:tab-stop style:position=\"160mm\" style:type=\"right\"{leader}/></style:tab-stops></style:paragraph-properties></style:style>"
    );
    styles
}

struct Writer<'a> {
    house: &'a House,
    body: String,
    styles: String,
    tables: usize,
    wide: bool,
    /// The master page of the next paragraph, where it begins a page.
    fresh: Option<&'static str>,
}

impl Writer<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Para(look, text) => {
                let name = LOOKS.iter().find(|(known, _)| known == look).map_or("Body", |(_, name)| name);
                self.para(name, &escaped(text));
            }
            Block::List(marker, points) => {
                for (at, point) in points.iter().enumerate() {
                    self.para("Point", &format!("{}<text:tab/>{}", marker.before(at), escaped(point)));
                }
            }
            Block::Table(table) => self.table(table),
            Block::Entry(title, page) => self.para("Entry", &format!("{}<text:tab/>{page}", escaped(title))),
            Block::Break => self.fresh = Some(if self.wide { "Wide" } else { "High" }),
            Block::Turn(wide) => {
                self.wide = *wide;
                self.fresh = Some(if self.wide { "Wide" } else { "High" });
            }
            Block::Space(lines) => (0..*lines).for_each(|_| self.para("Body", "")),
        }
    }

    fn para(&mut self, style: &str, inner: &str) {
        let mut name = style.to_owned();
        if let Some(page) = self.fresh.take() {
            name = format!("{style}{}", self.styles.len());
            let _ = write!(
                self.styles,
                "<style:style style:name=\"{name}\" style:family=\"paragraph\" style:parent-style-name=\"{style}\" \
                 style:master-page-name=\"{page}\"/>"
            );
        }
        let _ = write!(self.body, "<text:p text:style-name=\"{name}\">{inner}</text:p>");
    }

    fn table(&mut self, table: &Table) {
        self.tables += 1;
        let number = self.tables;
        let house = self.house;
        let across = if self.wide { 240 } else { 178 };
        let all: u32 = table.widths.iter().sum();
        let keep = if house.break_rows { "auto" } else { "always" };
        let (full, below) = match house.ruling {
            Ruling::Full => ("0.75pt solid #000000", ""),
            Ruling::Horizontal => ("none", "fo:border-bottom=\"0.75pt solid #000000\""),
            Ruling::Hairline => ("none", "fo:border-bottom=\"0.25pt solid #bbbbbb\""),
            Ruling::Booktabs | Ruling::None => ("none", ""),
        };
        let ground = if house.shaded_heads { "fo:background-color=\"#d0d8e4\"" } else { "" };
        let mut cell = |name: &str, ground: &str| {
            let _ = write!(
                self.styles,
                "<style:style style:name=\"T{number}{name}\" style:family=\"table-cell\"><style:table-cell-properties fo:border=\"{full}\" \
                 {below} {ground} fo:padding=\"1.5mm\"/></style:style>"
            );
        };
        cell("C", "");
        cell("Z", if house.zebra { "fo:background-color=\"#eef2f6\"" } else { "" });
        cell("H", ground);
        cell("B", "fo:background-color=\"#e4e8ee\"");
        let _ = write!(
            self.styles,
            "<style:style style:name=\"T{number}\" style:family=\"table\"><style:table-properties style:width=\"{across}mm\" \
             table:align=\"left\" fo:margin-bottom=\"5mm\"/></style:style><style:style style:name=\"T{number}R\" \
             style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"{keep}\"/></style:style>"
        );
        let body = &mut self.body;
        let _ = write!(body, "<table:table table:name=\"T{number}\" table:style-name=\"T{number}\">");
        for (at, width) in table.widths.iter().enumerate() {
            let width = f64::from(across * width) / f64::from(all);
            let _ = write!(
                self.styles,
                "<style:style style:name=\"T{number}W{at}\" style:family=\"table-column\"><style:table-column-properties \
                 style:column-width=\"{width:.1}mm\"/></style:style>"
            );
            let _ = write!(body, "<table:table-column table:style-name=\"T{number}W{at}\"/>");
        }
        let open = |style: &str, more: &str| {
            format!("<table:table-cell table:style-name=\"T{number}{style}\" office:value-type=\"string\"{more}>")
        };
        let row = format!("<table:table-row table:style-name=\"T{number}R\">");
        if !table.heads.is_empty() {
            let heads: String = table
                .heads
                .iter()
                .map(|head| {
                    format!(
                        "{}<text:p text:style-name=\"Head\">{}</text:p></table:table-cell>",
                        open("H", ""),
                        escaped(head)
                    )
                })
                .collect();
            let (before, after) =
                if house.repeat_heads { ("<table:table-header-rows>", "</table:table-header-rows>") } else { ("", "") };
            let _ = write!(body, "{before}{row}{heads}</table:table-row>{after}");
        }
        for (at, entry) in table.rows.iter().enumerate() {
            body.push_str(&row);
            match entry {
                Row::Band(text, tint) => {
                    let (look, para) = if *tint { ("B", "Head") } else { ("C", "Cell") };
                    let span = format!(" table:number-columns-spanned=\"{}\"", table.widths.len());
                    let _ = write!(
                        body,
                        "{}<text:p text:style-name=\"{para}\">{}</text:p></table:table-cell>",
                        open(look, &span),
                        escaped(text)
                    );
                    body.push_str(&"<table:covered-table-cell/>".repeat(table.widths.len() - 1));
                }
                Row::Cells(cells) => {
                    for content in cells {
                        let Some(content) = content else {
                            body.push_str("<table:covered-table-cell/>");
                            continue;
                        };
                        let span = if content.rows > 1 {
                            format!(" table:number-rows-spanned=\"{}\"", content.rows)
                        } else {
                            String::new()
                        };
                        let paras: String = content
                            .paras
                            .iter()
                            .map(|para| format!("<text:p text:style-name=\"Cell\">{}</text:p>", escaped(para)))
                            .collect();
                        let _ = write!(
                            body,
                            "{}{paras}</table:table-cell>",
                            open(if at % 2 == 1 { "Z" } else { "C" }, &span)
                        );
                    }
                }
            }
            body.push_str("</table:table-row>");
        }
        body.push_str("</table:table>");
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
