import pytest
from held_out_rates import entity_rate, quantity_rate, risk_rate


@pytest.mark.parametrize("half", ["tuning", "aside"])
def test_risk_states_are_right_on_sentences_written_before_the_rules(half: str) -> None:
    assert risk_rate(half) >= 0.85


@pytest.mark.parametrize("half", ["tuning", "aside"])
def test_quantities_are_right_on_sentences_written_before_the_rules(half: str) -> None:
    assert quantity_rate(half) >= 0.95


@pytest.mark.parametrize("half", ["tuning", "aside"])
def test_names_are_right_on_sentences_written_before_the_rules(half: str) -> None:
    assert entity_rate(half) >= 0.95
