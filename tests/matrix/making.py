"""Cases to files: each producer is started once for all of its documents where it can be."""

from collections.abc import Callable, Iterable
from pathlib import Path

from .content import make_report
from .drawing import Drawing
from .marks import Palette, choose_palette
from .page_layouts import LAYOUTS
from .plan import Case
from .printing import MissingProgramError, print_chromium, print_office
from .reportlab_pdf import write_reportlab
from .streams import write_streams
from .webpage import write_webpage
from .word_files import write_docx, write_raw_docx

__all__ = ["draw", "draw_case", "make_documents"]

Writer = Callable[[Drawing, str, Palette, Path], Path]


def draw(case: Case) -> Drawing:
    """What a case puts on paper."""
    return LAYOUTS[case.layout](make_report(case.seed), case.seed)


def _by_chromium(drawing: Drawing, mark: str, palette: Palette, path: Path) -> Path:
    page = path.with_suffix(".html")
    page.write_text(write_webpage(drawing, mark, palette, soft=True), encoding="utf-8")
    return print_chromium(page)


def _by_weasyprint(drawing: Drawing, mark: str, palette: Palette, path: Path) -> Path:
    try:
        import weasyprint  # here, since the other producers work without it
    except (ImportError, OSError) as error:
        raise MissingProgramError(f"weasyprint cannot be used: {error}") from error
    page = write_webpage(drawing, mark, palette, soft=False)
    weasyprint.HTML(string=page).write_pdf(path)
    return path


_WRITERS: dict[str, tuple[Writer, str]] = {
    "chromium": (_by_chromium, ".pdf"),
    "weasyprint": (_by_weasyprint, ".pdf"),
    "libreoffice": (write_docx, ".docx"),
    "reportlab": (write_reportlab, ".pdf"),
    "word streams": (write_streams, ".pdf"),
    "python-docx": (write_docx, ".docx"),
    "raw docx": (write_raw_docx, ".docx"),
}


def draw_case(case: Case, folder: Path) -> tuple[Drawing, Path]:
    """Draw one document; for LibreOffice the Word file that it is to print."""
    write, ending = _WRITERS[case.producer]
    drawing = draw(case)
    path = folder / (case.name + ending)
    return drawing, write(drawing, case.mark, choose_palette(case.seed), path)


def make_documents(cases: Iterable[Case], folder: Path) -> list[tuple[Case, Drawing, Path]]:
    """Draw all cases into a folder."""
    made = [(case, *draw_case(case, folder)) for case in cases]
    office = [path for case, _, path in made if case.producer == "libreoffice"]
    if office:
        print_office(office)
    return [
        (case, drawing, path.with_suffix(".pdf") if case.producer == "libreoffice" else path)
        for case, drawing, path in made
    ]
