"""Symbol fonts to Unicode: in them, letters stand for pictures.

The tables follow the Unicode Consortium's mapping of the Wingdings family (L2/12-130, in Unicode
since 7.0) and Adobe's mapping of Symbol.  Where the exact character is in no usual font, the
common one of the same meaning is taken (a thin tick becomes a tick).  A code without an entry
becomes a private-use character, so that it is never taken for a letter.
"""

__all__ = ["decode_symbols"]

_PRIVATE = 0xF000


def _run(start: int, characters: str) -> dict[int, str]:
    """Codes from ``start`` on; a blank leaves one out."""
    return {start + at: one for at, one in enumerate(characters) if one != " "}


_WINGDINGS = {
    **_run(0x21, "✏✂✁👓🔔📖🕯☎✆✉📧📪📫📬📭📁📂📄📃📑🗄⌛⌨🖱🖲🖥🖴💾🖬✇✍"),
    **_run(0x40, "✍✌👌👍👎☜☞☝☟✋☺😐☹💣☠⚐🏱✈☼💧❄✝✞🕈✠✡☪☯ॐ☸"),
    **_run(0x5E, "♈♉♊♋♌♍♎♏♐♑♒♓&&●❍■□❐❑❒⬧⧫◆❖⬥⌧⍓⌘❀✿❝❞"),
    **_run(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    **_run(0x9E, "·•▪○◯◉◎◎○▪◻✦✦★✶✴✹✵⌖⌖⟡⌑⟡✪✰"),
    **_run(0xB7, "🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛"),
    **_run(0xD5, "⌫⌦⮘⮚⮙⮛⮈⮊⮉⮋←→↑↓↖↗↙↘⬅➔⬆⬇⬉⬈⬋⬊⇦⇨⇧⇩⬄⇳⬀⬁⬃⬂▭▫✗✔☒☑"),
}

_WINGDINGS_2 = {
    **_run(0x4F, "✗✔☒☑☒☒⊘⊗"),
    **_run(0x94, "·•●●○○◉◎"),
    **_run(0x9F, "▪■■■□□"),
}

_WINGDINGS_3 = {
    **_run(0x21, "←→↑↓↖↗↙↘"),
    **_run(0x70, "▲▼△▽◀▶◁▷◣◢◤◥◂▸"),
}

_WEBDINGS = {
    **_run(0x33, "◀▶▲▼⏪⏩⏮⏭⏸⏹⏺"),
    **_run(0x61, "✔ □"),
    **_run(0x67, "■"),
    **_run(0x69, "ℹ"),
    **_run(0x6E, "●"),
    **_run(0x72, "✖❓"),
    **_run(0x78, "⛔⛔"),
    **_run(0x9E, "↻"),
}

_SYMBOL = {
    **_run(0x20, "\u00a0!∀#∃%&∋()∗+,−./0123456789:;<=>?"),
    **_run(0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    **_run(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    **_run(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    **_run(0xC4, "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊"),
    **_run(0xE5, "∑"),
}

_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings2": _WINGDINGS_2,
    "wingdings3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
    "symbolmt": _SYMBOL,
    "opensymbol": {},
    "marlett": {},
}


def _table(font: str | None) -> dict[int, str] | None:
    name = "".join((font or "").lower().split()).removesuffix("-regular").removesuffix(",regular")
    return _FONTS.get(name)


def decode_symbols(text: str, font: str | None) -> str:
    """The text as shown in a font; unchanged for ordinary fonts and real Unicode characters.

    Codes U+F020 to U+F0FF, which Word writes for symbol fonts, are looked up too; in an ordinary
    font they are read as Symbol's, which is what Word falls back to for old bullets.
    """
    table = _table(font)
    if table is None and not any(_PRIVATE <= ord(one) <= _PRIVATE + 0xFF for one in text):
        return text
    return "".join(_decoded(one, table) for one in text)


def _decoded(character: str, table: dict[int, str] | None) -> str:
    code = ord(character)
    private = _PRIVATE <= code <= _PRIVATE + 0xFF
    if private:
        code -= _PRIVATE
    elif table is None or code > 0xFF or code <= 0x20:
        return character
    if table is _SYMBOL and code == 0x20:
        return " "
    known = (_SYMBOL if table is None else table).get(code)
    return known or (" " if code <= 0x20 else chr(_PRIVATE + code))
