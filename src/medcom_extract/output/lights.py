"""How a traffic light is shown in running text."""

__all__ = ["rank_light", "show_light", "symbol_of"]

_SYMBOLS = {
    "red": "🔴",
    "yellow": "🟡",
    "orange": "🟠",
    "green": "🟢",
    "blue": "🔵",
    "purple": "🟣",
    "brown": "🟤",
    "black": "⚫",
    "white": "⚪",
    "grey": "⚪",
    "none": "➖",
    "unknown": "❔",
}
_NAMES = {"none": "no light", "unknown": "light not understood"}
# What asks for attention comes first; colours without a fixed meaning come after the three.
_ORDER = ("red", "unknown", "orange", "yellow", "green")


def symbol_of(light: str) -> str:
    """An emoji for a light; a square for a colour that has no disc of its own."""
    return _SYMBOLS.get(light, "🔲")


def show_light(light: str) -> str:
    """A light as emoji and word, since not everybody sees the colour: ``🟡 yellow``."""
    return f"{symbol_of(light)} {_NAMES.get(light, light)}"


def rank_light(light: str) -> int:
    """A number to sort lights by: red first, no light last."""
    if light == "none":
        return len(_ORDER) + 1
    return _ORDER.index(light) if light in _ORDER else len(_ORDER)
