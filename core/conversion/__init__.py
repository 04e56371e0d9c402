"""Files that only an office program can read, saved anew by one that is installed, in the background."""

from core.conversion.convert import converted, converter_name

__all__ = ["converted", "converter_name"]
