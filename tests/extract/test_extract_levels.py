"""What stands after a change: the level it led to, whatever the word before it means elsewhere, or another change."""

from __future__ import annotations

from decimal import Decimal

import pytest

import claimcheck
from claimcheck.model import Bound, Scope

# language, text, the words of the level and its bound
LEVELS = [
    ("nl", "De omzet steeg met 12,5 procent tot 3,4 miljard euro.", "3,4 miljard euro", Bound.EXACT),
    ("es", "Las ventas subieron un 12 % hasta 3.400 millones de euros.", "3.400 millones de euros", Bound.EXACT),
    ("it", "Le vendite sono salite del 12% fino a 3,4 miliardi di euro.", "3,4 miliardi di euro", Bound.EXACT),
    ("pt", "As vendas subiram 12% até 3,4 mil milhões de euros.", "3,4 mil milhões de euros", Bound.EXACT),
    ("en", "Sales rose 12 percent to $3.4 billion.", "$3.4 billion", Bound.EXACT),
    ("es", "El índice subió un 0,8 %, hasta los 9.300 puntos.", "9.300 puntos", Bound.EXACT),
    ("nl", "Vorig jaar daalde de omzet tot 3,4 miljard euro.", "3,4 miljard euro", Bound.EXACT),
    ("es", "Bajaron las ventas hasta 3.400 millones de euros.", "3.400 millones de euros", Bound.EXACT),
    # without a change, or with words between, it is a limit
    ("nl", "Hij betaalt 12,5 procent tot 3,4 miljard euro.", "tot 3,4 miljard euro", Bound.AT_MOST),
    ("es", "Pagará un 12 % y hasta 3.400 millones de euros.", "hasta 3.400 millones de euros", Bound.AT_MOST),
    ("nl", "De omzet steeg 12 procent, en het kost tot 3 miljard euro.", "tot 3 miljard euro", Bound.AT_MOST),
]


@pytest.mark.parametrize(("language", "text", "words", "bound"), LEVELS)
def test_a_level_after_a_change_is_no_limit(language: str, text: str, words: str, bound: Bound) -> None:
    found = {claim.text: claim.quantity for claim in claimcheck.extract(text, language=language)}
    level = found[words]
    assert level is not None
    assert level.bound is bound


# language, text, what the share of each is
ANOTHER = [
    ("en", "Velme fell 2%, Mill by 3% and the Dale by 4%.", ["down", "down", "down"]),
    ("es", "El paro bajó en Soria un 3 % y en Lugo un 2 %.", ["down", "down"]),
    ("en", "Velme fell 2%, and taxes by 3%.", ["down", None]),
    ("en", "Velme owns 2%, Mill by law 3%.", [None, None]),
]


@pytest.mark.parametrize(("language", "text", "trends"), ANOTHER)
def test_a_change_may_leave_out_its_verb(language: str, text: str, trends: list[str | None]) -> None:
    found = [claim.quantity for claim in claimcheck.extract(text, language=language)]
    assert [quantity and quantity.trend for quantity in found] == trends
    assert [quantity and quantity.scope is Scope.CHANGE for quantity in found] == [
        trend is not None for trend in trends
    ]


# language, text, the values with their units, before and after
FORMER = [
    ("de", "Der Gewinn stieg von 3,1 auf 3,4 Milliarden Euro.", ["3.1E+9 EUR", "3.4E+9 EUR"]),
    ("de", "Der Anteil sank von 15 auf 12 Prozent.", ["15 percent", "12 percent"]),
    ("de", "Die Zahl stieg von 300 auf 400 Boote.", ["300 Boot", "400 Boot"]),
    ("nl", "De winst steeg van 3,1 naar 3,4 miljard euro.", ["3.1E+9 EUR", "3.4E+9 EUR"]),
    ("pt", "O lucro passou de 3,1 para 3,4 mil milhões de euros.", ["3.1E+9 EUR", "3.4E+9 EUR"]),
    ("pt", "A taxa subiu de 3% para 4%.", ["3 percent", "4 percent"]),
]


@pytest.mark.parametrize(("language", "text", "levels"), FORMER)
def test_the_level_before_a_change_has_the_unit_of_the_one_after(language: str, text: str, levels: list[str]) -> None:
    found = [claim.quantity for claim in claimcheck.extract(text, language=language)]
    expected = [(Decimal(number), unit, Scope.TOTAL) for number, unit in map(str.split, levels)]
    assert [quantity and (quantity.value, quantity.unit, quantity.scope) for quantity in found] == expected


# language, text, what each share and amount is
RESTATED = [
    ("en", "Velme fell 4 cents, or 2%, to $3.", ["down", "down", None]),
    ("en", "Velme fell 4 cents (2%) to $3.", ["down", "down", None]),
    ("en", "Velme pays 4 cents, or 2%, of it.", [None, None]),
    ("fr", "Le titre a cédé 4 centimes, soit 2 %.", ["down", "down"]),
    ("de", "Der Kurs fiel um 4 Cent oder 2 Prozent.", ["down", "down"]),
    ("es", "El título cayó 4 céntimos, o un 2 %.", ["down", "down"]),
    ("nl", "Het aandeel daalde 4 cent, ofwel 2 procent.", ["down", "down"]),
    ("de", "Die Bank hob den Zins um 2 Basispunkte auf 4 Prozent an.", ["up", None]),
    ("de", "Die Bank hob ihn um 2 Prozent, und nahm den Rest an.", [None]),
]


@pytest.mark.parametrize(("language", "text", "trends"), RESTATED)
def test_a_change_told_again_as_a_share_is_one(language: str, text: str, trends: list[str | None]) -> None:
    changes = [
        quantity.trend if quantity.scope is Scope.CHANGE else None
        for claim in claimcheck.extract(text, language=language)
        if (quantity := claim.quantity) is not None
    ]
    assert changes == trends


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("en", "It gives 5 million euros over two years.", Bound.EXACT),
        ("en", "It gives 5 million euros, over two days late.", Bound.MORE_THAN),
        ("en", "It gives 5 million euros over 2 kilometres.", Bound.MORE_THAN),
        ("de", "Es gibt 5 Millionen Euro über zwei Jahre.", Bound.EXACT),
    ],
)
def test_how_long_an_amount_lasts_is_no_bound(language: str, text: str, bound: Bound) -> None:
    last = claimcheck.extract(text, language=language)[-1].quantity
    assert last is not None
    assert last.bound is bound
