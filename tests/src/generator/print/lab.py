"""Prints scripts with ReportLab: takes a list of jobs as JSON from the standard input."""
import json
import sys
from xml.sax.saxutils import escape

from reportlab.lib import colors, pagesizes
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageBreak, PageTemplate, Paragraph, Spacer, Table

MARGIN = 62


def print_script(script, house, path):
    plain, bold = ("Times-Roman", "Times-Bold") if house["serif"] else ("Helvetica", "Helvetica-Bold")
    size = house["size"]
    paper = pagesizes.A4 if house["a4"] else pagesizes.letter
    style = lambda name, size, font=plain, **more: ParagraphStyle(name, fontName=font, fontSize=size, leading=size * 1.3, **more)
    looks = {
        "Body": style("Body", size, spaceAfter=6),
        "Bold": style("Bold", size, bold, spaceAfter=6),
        "Title": style("Title", 22, bold, spaceBefore=10, spaceAfter=14),
        "Cover": style("Cover", 13, spaceAfter=10),
        "Section": style("Section", 16, bold, spaceAfter=10),
        "Heading": style("Heading", size + 1.5, bold, spaceBefore=8, spaceAfter=4, keepWithNext=1),
        "Minor": style("Minor", size, bold, spaceBefore=6, spaceAfter=4, keepWithNext=1),
        "Divider": style("Divider", 20, bold, spaceBefore=200),
    }
    small, head = style("Cell", size * 0.82), style("Head", size * 0.82, bold)
    if house["shaded"]:
        head.textColor = colors.white

    def running(canvas, document):
        canvas.saveState()
        width, height = canvas._pagesize
        canvas.setFont(plain, 8)
        if document.page > 1:
            for at, line in enumerate(script["heads"]):
                canvas.drawString(MARGIN, height - 34 - 10 * at, line)
            for at, line in enumerate(reversed(script["feet"])):
                canvas.drawString(MARGIN, 28 + 10 * at, line)
            canvas.drawRightString(width - MARGIN, 28, f"Page {document.page}")
        canvas.restoreState()

    def template(name, paper):
        frame = Frame(MARGIN, MARGIN, paper[0] - 2 * MARGIN, paper[1] - 2 * MARGIN, 0, 0, 0, 0)
        return PageTemplate(name, [frame], onPage=running, pagesize=paper)

    document = BaseDocTemplate(path, pagesize=paper, title=script["title"])
    document.addPageTemplates([template("high", paper), template("wide", pagesizes.landscape(paper))])
    story, wide = [], False

    def cell(content):
        return [Paragraph(escape(para), small) for para in content["paras"]] if content else ""

    def table(block):
        width = (paper[1] if wide else paper[0]) - 2 * MARGIN
        columns = len(block["widths"])
        rows, rules = [], [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 3)]
        if block["heads"]:
            rows.append([Paragraph(escape(text), head) for text in block["heads"]])
            if house["shaded"]:
                rules.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#22405f")))
        for row in block["rows"]:
            at = len(rows)
            if "Band" in row:
                text, tint = row["Band"]
                rows.append([Paragraph(escape(text), style("Band", size * 0.82, bold if tint else plain))] + [""] * (columns - 1))
                rules.append(("SPAN", (0, at), (-1, at)))
                if tint:
                    rules.append(("BACKGROUND", (0, at), (-1, at), colors.HexColor("#dde3ea")))
            else:
                rows.append([cell(content) for content in row["Cells"]])
                for column, content in enumerate(row["Cells"]):
                    if content and content["rows"] > 1:
                        rules.append(("SPAN", (column, at), (column, at + content["rows"] - 1)))
                if house["zebra"] and at % 2 == 0:
                    rules.append(("BACKGROUND", (0, at), (-1, at), colors.HexColor("#eef2f6")))
        rules += {
            "Full": [("GRID", (0, 0), (-1, -1), 0.6, colors.black)],
            "Horizontal": [("LINEBELOW", (0, 0), (-1, -1), 0.6, colors.black)],
            "Hairline": [("LINEBELOW", (0, 0), (-1, -1), 0.2, colors.grey)],
            "Booktabs": [("LINEABOVE", (0, 0), (-1, 0), 1, colors.black), ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black)],
        }.get(house["ruling"], [])
        widths = [width * share / sum(block["widths"]) for share in block["widths"]]
        return Table(rows, widths, repeatRows=int(bool(block["heads"]) and house["repeat"]), style=rules)

    for block in script["blocks"]:
        if block == "Break":
            story.append(PageBreak())
            continue
        (kind, value), = block.items()
        if kind == "Para":
            story.append(Paragraph(escape(value[1]), looks[value[0]]))
        elif kind == "List":
            for at, point in enumerate(value[1]):
                mark = {"Bullet": "\u2022", "Number": f"{at + 1}.", "Letter": f"{chr(97 + at)}."}[value[0]]
                story.append(Paragraph(escape(point), style("Point", size, leftIndent=22, bulletIndent=8, spaceAfter=3), bulletText=mark))
        elif kind == "Table":
            story += [table(value), Spacer(1, 12)]
        elif kind == "Entry":
            title, page = value
            story.append(Paragraph(escape(f"{title} {'. ' * max(3, 60 - len(title) // 2)} {page}"), looks["Body"]))
        elif kind == "Turn":
            wide = value
            story += [NextPageTemplate("wide" if wide else "high"), PageBreak()]
        elif kind == "Space":
            story.append(Spacer(1, 12 * value))
    document.build(story)


for job in json.load(sys.stdin):
    print_script(job["script"], job["house"], job["path"])
