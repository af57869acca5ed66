"""A file's characters, exactly as given: spans of claims must fit what the user sees in an editor."""

from __future__ import annotations

import codecs
import os
import re
import stat
import sys
from typing import TYPE_CHECKING

from claimcheck.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from claimcheck.ingest.limits import Limits

__all__ = ["STDIN", "load", "load_stdin", "printable"]

STDIN = "<stdin>"
"""What messages call the standard input."""
_LINE_END = re.compile(rb"\r\n|\r|\n")
_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # starts with that of UTF-16
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def printable(name: str | Path) -> str:
    """Return a name as text that every output can write, also where its bytes are not UTF-8."""
    return str(name).encode("utf-8", "backslashreplace").decode()


def load(file: Path, limits: Limits) -> str:
    """Return the text of a file, without its byte order mark and with its line ends untouched.

    Raises:
        InputError: the file cannot be read, is empty or too large, or does not hold text in UTF-8.
    """
    path = printable(file)
    try:
        mode = file.stat().st_mode
        # A pipe may be named (`<(command)`); a device could go on for ever.
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise InputError("is not a file", path)
        with _opened(file) as stream:
            return _text(stream, path, limits)
    except OSError as error:
        raise unreadable(error, path) from error


def load_stdin(limits: Limits) -> str:
    """Return the text that comes in on the standard input; errors are those of `load`."""
    if sys.stdin is None:  # it was closed before the process began
        raise InputError("is closed", STDIN)
    try:
        return _text(sys.stdin.buffer, STDIN, limits)
    except OSError as error:
        raise unreadable(error, STDIN) from error


def _opened(file: Path) -> BinaryIO:
    """Open a file without waiting for somebody to write to it: a pipe that nobody has open to write is empty."""
    descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "set_blocking"):
        os.set_blocking(descriptor, True)
    return os.fdopen(descriptor, "rb")


def _text(stream: BinaryIO, path: str, limits: Limits) -> str:
    content = stream.read(limits.max_file_size + 1)
    if len(content) > limits.max_file_size:
        raise InputError(limits.passed("max_file_size", "bytes"), path)
    text = _decode(content, path)
    if not text.strip():
        raise InputError("is empty" if not text else "holds white space only", path)
    return text


def unreadable(error: OSError, path: str) -> InputError:
    """Say in one sentence why the system does not give a file or folder out."""
    if isinstance(error, FileNotFoundError):
        return InputError("does not exist", path)
    return InputError(f"cannot be read: {error.strerror or error}", path)


def _decode(content: bytes, path: str) -> str:
    for mark, encoding in _OTHER_MARKS:
        if content.startswith(mark):
            raise InputError(f"is in {encoding}, not UTF-8", path, 1)
    if (offset := content.find(b"\0")) >= 0:
        raise InputError(f"is not a text: NUL byte at offset {offset}", path, _line(content, offset))
    body = content.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start + len(content) - len(body)
        byte = content[offset]
        raise InputError(f"is not UTF-8: byte 0x{byte:02x} at offset {offset}", path, _line(content, offset)) from error


def _line(content: bytes, offset: int) -> int:
    return 1 + len(_LINE_END.findall(content, 0, offset))
