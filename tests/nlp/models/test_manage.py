"""Adding, verifying and choosing models."""

from pathlib import Path

import pytest

from nlp.models.errors import ModelError
from nlp.models.manage import STATE_FILE, add_model, add_server, list_models, use_model, used_model, verify_model
from nlp.models.manifest import DEFAULT


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    path = tmp_path / "other.gguf"
    path.write_bytes(b"GGUF" + bytes(range(256)))
    return path


def test_the_packaged_model_is_used_until_another_is_chosen(tmp_path: Path) -> None:
    assert used_model(tmp_path).name == DEFAULT.name
    assert [listed.used for listed in list_models(tmp_path)] == [True]


def test_an_added_file_is_pinned_and_can_be_used(tmp_path: Path, weights: Path) -> None:
    entry = add_model(tmp_path / "state", weights)
    assert entry.name == "other"
    assert use_model(tmp_path / "state", "other") == entry
    assert used_model(tmp_path / "state") == entry
    assert [listed.used for listed in list_models(tmp_path / "state")] == [False, True]


def test_a_changed_file_is_refused_and_the_choice_stays(tmp_path: Path, weights: Path) -> None:
    add_model(tmp_path, weights)
    changed = bytearray(weights.read_bytes())
    changed[100] ^= 1
    weights.write_bytes(changed)
    for act in (verify_model, use_model):
        with pytest.raises(ModelError, match="not what was pinned"):
            act(tmp_path, "other")
    assert used_model(tmp_path).name == DEFAULT.name


def test_adding_the_same_file_twice_changes_nothing_but_another_of_its_name_is_refused(
    tmp_path: Path, weights: Path
) -> None:
    add_model(tmp_path, weights)
    add_model(tmp_path, weights)
    assert len(list_models(tmp_path)) == 2
    weights.write_bytes(b"GGUF changed")
    with pytest.raises(ModelError, match="already"):
        add_model(tmp_path, weights)


def test_what_is_no_model_is_refused_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "text.gguf").write_text("hello")
    with pytest.raises(ModelError, match="no GGUF file"):
        add_model(tmp_path, tmp_path / "text.gguf")
    with pytest.raises(ModelError, match="there is no file"):
        add_model(tmp_path, tmp_path / "nowhere.gguf")
    with pytest.raises(ModelError, match=r"config\.json"):
        add_model(tmp_path, tmp_path)
    with pytest.raises(ModelError, match="there are: smollm2-135m"):
        use_model(tmp_path, "nothing")
    with pytest.raises(ModelError, match="no server address"):
        add_server(tmp_path, "ftp://host", "model", "desk")


def test_a_bad_name_is_refused(tmp_path: Path, weights: Path) -> None:
    with pytest.raises(ModelError, match="cannot be a model's name"):
        add_model(tmp_path, weights, "a b/c")


def test_a_server_can_be_added_and_used(tmp_path: Path) -> None:
    add_server(tmp_path, "http://127.0.0.1:8000/v1/", "qwen", "desk")
    assert use_model(tmp_path, "desk").url == "http://127.0.0.1:8000/v1"
    with pytest.raises(ModelError, match="cannot be checked"):
        verify_model(tmp_path, "desk")


def test_a_damaged_state_file_is_reported_and_not_overwritten(tmp_path: Path, weights: Path) -> None:
    (tmp_path / STATE_FILE).write_text("{broken")
    with pytest.raises(ModelError, match="delete it to go back"):
        add_model(tmp_path, weights)
    assert (tmp_path / STATE_FILE).read_text() == "{broken"
