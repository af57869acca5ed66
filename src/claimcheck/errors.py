"""Everything claimcheck raises on purpose.

    ClaimcheckError
    ├── ClusterError         a cluster cannot be reached, or workers cannot start or died
    ├── ConfigError          a setting is unknown or has a wrong value
    ├── InputError           one input cannot be used; names its file and place
    │   └── LanguageError    its language has no pack, or cannot be told
    ├── MissingExtraError    a package is needed that comes with an extra of claimcheck
    ├── ModelError           a spaCy pipeline that was asked for cannot be used
    ├── PackError            a language pack is not well-formed; names its file
    └── StoreError           a store of claims cannot be read or written; names it

An `InputError` concerns one article only: reading and reconciling collect such errors and go on with the others.
"""

from __future__ import annotations

__all__ = [
    "ClaimcheckError",
    "ClusterError",
    "ConfigError",
    "InputError",
    "InputWarning",
    "LanguageError",
    "MissingExtraError",
    "ModelError",
    "ModelWarning",
    "PackError",
    "StoreError",
]


class ClaimcheckError(Exception):
    """Base of every error that claimcheck raises on purpose."""


class ClusterError(ClaimcheckError):
    """A cluster cannot be reached, its workers or processes cannot start, or they died of what they were given."""


class ConfigError(ClaimcheckError):
    """A setting is unknown or has a value that it cannot have."""


class InputError(ClaimcheckError):
    """One input cannot be used.

    Args:
        message: what is wrong, in one sentence without the place.
        path: the file, or another name of the input that its user knows.
        line: the 1-based line in it, where one can be named.
    """

    def __init__(self, message: str, path: str | None = None, line: int | None = None) -> None:
        self.message = message
        self.path = path
        self.line = line
        place = ":".join(str(part) for part in (path, line) if part is not None)
        super().__init__(f"{place}: {message}" if place else message)

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str | None, int | None]]:
        return type(self), (self.message, self.path, self.line)  # as it is made, not as it is printed


class LanguageError(InputError):
    """The language of an article has no pack, or cannot be told from its text."""


class MissingExtraError(ClaimcheckError):
    """A package that an extra of claimcheck installs is not there.

    Args:
        what: what needs it.
        package: the name of the package.
        extra: the extra that brings it.
    """

    def __init__(self, what: str, package: str, extra: str) -> None:
        self._given = (what, package, extra)
        super().__init__(f"{what} needs {package}, which the extra {extra!r} of claimcheck installs")

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str, str]]:
        return type(self), self._given  # as it is made, not as it is printed


class ModelError(ClaimcheckError):
    """A trained pipeline that was asked for cannot be loaded, or cannot parse."""


class PackError(ClaimcheckError):
    """A language pack is not well-formed; the message starts with its file."""


class StoreError(ClaimcheckError):
    """A store of claims cannot be read or written; the message starts with its file."""


class InputWarning(UserWarning):
    """Says that one input was left out, where nobody asked to be told otherwise."""


class ModelWarning(UserWarning):
    """Says that a pipeline which nobody asked for by name was left out."""
