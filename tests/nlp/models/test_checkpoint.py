"""A transformers checkpoint of a few thousand weights."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="checkpoints need requirements/train.txt")
safetensors = pytest.importorskip("safetensors.torch")
transformers = pytest.importorskip("transformers")

from tokenizers import Regex, Tokenizer  # noqa: E402
from tokenizers.models import WordLevel  # noqa: E402
from tokenizers.pre_tokenizers import Split  # noqa: E402

from nlp.linker import LocalModel, ModelLinker  # noqa: E402
from nlp.models.checkpoint import CheckpointEngine  # noqa: E402
from nlp.models.engine import Stopped  # noqa: E402
from nlp.models.errors import ModelError  # noqa: E402
from nlp.models.files import digest_of  # noqa: E402
from nlp.models.manage import add_model, use_model, used_model  # noqa: E402
from nlp.models.symbols import ALPHABET  # noqa: E402
from tests.nlp.linker.tags import tag  # noqa: E402

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("checkpoint") / "tiny-llama"
    words = [*ALPHABET, " item", " time", ",", " and", " or", " =", "?"]
    tokenizer = Tokenizer(WordLevel({word: at for at, word in enumerate(words)}, unk_token="?"))
    tokenizer.pre_tokenizer = Split(Regex(r" ?[^\s,]+|,|\n"), "isolated")
    transformers.PreTrainedTokenizerFast(tokenizer_object=tokenizer, unk_token="?").save_pretrained(path)
    torch.manual_seed(1)
    config = transformers.LlamaConfig(
        vocab_size=len(words), hidden_size=32, intermediate_size=48, num_hidden_layers=2, num_attention_heads=4,
        num_key_value_heads=2, max_position_embeddings=1024, tie_word_embeddings=True,
    )  # fmt: skip
    transformers.LlamaForCausalLM(config).save_pretrained(path)
    return path


@pytest.fixture
def engine(folder: Path) -> CheckpointEngine:
    weights = folder / "model.safetensors"
    return CheckpointEngine(weights, *digest_of(weights))


def test_kept_beginnings_change_no_score(engine: CheckpointEngine, folder: Path) -> None:
    model = transformers.AutoModelForCausalLM.from_pretrained(folder).eval()
    for text in (" A item and B item, C time =", " A item and B item =", " A item or B item =", " A item or B item ="):
        tokens = engine.tokens(text)
        with torch.inference_mode():
            truth = model(torch.tensor([tokens])).logits[0, -1]
        found = engine.logits(tokens, range(len(ALPHABET)), lambda: False)
        assert torch.allclose(torch.tensor(found), truth[: len(ALPHABET)], atol=1e-4)


def test_a_withdrawn_evaluation_stops(engine: CheckpointEngine) -> None:
    with pytest.raises(Stopped):
        engine.logits([1, 2], [1], lambda: True)


def test_other_weights_than_the_pinned_ones_are_not_loaded(folder: Path) -> None:
    with pytest.raises(ModelError, match="pinned content"):
        CheckpointEngine(folder / "model.safetensors", "0" * 64)


def test_an_added_checkpoint_links_in_the_worker_process(folder: Path, tmp_path: Path) -> None:
    add_model(tmp_path, folder)
    use_model(tmp_path, "tiny-llama")
    model = LocalModel(used_model(tmp_path))
    linker = ModelLinker(model, deadline_seconds=60)
    answer = linker.link(tag("8 H100 and 4 A100 , tue"))
    linker.close()
    assert answer.heard, answer.reason
    assert answer.asked
