"""The rows of every table of the pages in a list, as text: what a script with lxml makes of them, without any
understanding of merged cells or of the forms."""

import sys

import lxml.html

with open(sys.argv[1], encoding="utf-8") as names:
    for name in names.read().split("\n"):
        if name:
            page = lxml.html.parse(name).getroot()
            for table in page.iter("table"):
                rows = [[cell.text_content().strip() for cell in row.iter("td", "th")] for row in table.iter("tr")]
