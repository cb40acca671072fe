"""Makes encrypted.pdf, one page that opens with the password "hemmelig".

Run it in this folder with ReportLab installed (the extra ``samples``).  The file is committed, so
that the tests need no ReportLab.
"""

from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

lock = StandardEncryption("hemmelig", ownerPassword="ejer", strength=128)
page = Canvas(
    str(Path(__file__).with_name("encrypted.pdf")), pagesize=(300, 200), encrypt=lock, invariant=1
)
page.drawString(40, 120, "Projekt Svarkort er i drift.")
page.save()
