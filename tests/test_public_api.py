"""What `import claimcheck` offers, and what it does not load."""

from __future__ import annotations

import subprocess
import sys

import pytest

import claimcheck

HEAVY = {"spacy", "pint", "dateparser", "networkx", "rapidfuzz", "text_to_num", "currency_converter", "py3langid"}


def packages_after(code: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter has loaded for `code`, but not before it."""
    script = f"import sys\nbefore = set(sys.modules)\n{code}\nprint('\\n' + ' '.join(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}


def test_names_are_sorted_and_listed() -> None:
    assert claimcheck.__all__ == sorted(claimcheck.__all__)
    assert dir(claimcheck) == claimcheck.__all__


@pytest.mark.parametrize("name", claimcheck.__all__)
def test_every_name_can_be_imported(name: str) -> None:
    assert getattr(claimcheck, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'claimcheck' has no attribute 'recancile'"):
        _ = claimcheck.recancile  # type: ignore[attr-defined]  # which a type checker sees, too


def test_importing_loads_no_other_package() -> None:
    assert packages_after("import claimcheck") - set(sys.stdlib_module_names) == {"claimcheck"}


def test_settings_and_model_load_no_other_package() -> None:
    loaded = packages_after("from claimcheck import Article, Config, InputError")
    assert loaded - set(sys.stdlib_module_names) == {"claimcheck"}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_a_short_answer_of_the_command_loads_no_language_library(option: str) -> None:
    code = f"from claimcheck.cli import app\napp(['{option}'], standalone_mode=False)"
    assert packages_after(code) & (HEAVY | {"pydantic"}) == set()


@pytest.mark.parametrize("name", ["extract", "reconcile"])
@pytest.mark.parametrize("first", ["claimcheck.read", "import claimcheck.{name}", "claimcheck.{name}"])
def test_functions_are_not_hidden_by_the_stage_of_their_name(first: str, name: str) -> None:
    """Importing a module binds its name in the package; here the function must win, whatever comes first."""
    code = f"import claimcheck\n{first}\nimport claimcheck.{{name}}\nassert callable(claimcheck.{{name}})"
    assert "claimcheck" in packages_after(code.format(name=name))


def test_a_name_of_the_package_can_be_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    replacement = object()
    monkeypatch.setattr(claimcheck, "extract", replacement, raising=False)
    assert vars(claimcheck)["extract"] is replacement
