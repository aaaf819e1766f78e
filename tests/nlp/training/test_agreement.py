"""llama.cpp with the exported adapter against the network that it was trained in, on the packaged model."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="fine-tuning needs requirements/train.txt")
pytest.importorskip("gguf")

from nlp.models.errors import ModelError  # noqa: E402
from nlp.models.files import digest_of  # noqa: E402
from nlp.models.llama import LlamaEngine  # noqa: E402
from nlp.models.manifest import DEFAULT  # noqa: E402
from nlp.models.score import symbol_tokens  # noqa: E402
from nlp.training.export import export_adapter  # noqa: E402
from nlp.training.network import Adaptation, Network, Pack  # noqa: E402

LINES = ("\n A item, B time or C item =", "\n A item and B item, C price, D time = all A | B )")


@pytest.mark.slow
def test_the_logits_agree_with_and_without_the_adapter(tmp_path: Path) -> None:
    assert DEFAULT.file
    try:
        weights = DEFAULT.file.locate()
    except ModelError as missing:
        pytest.skip(str(missing))
    network = Network(weights, Adaptation(first_layer=28), seed=2)
    generator = torch.Generator().manual_seed(4)
    for name, values in network.named_parameters():
        if name.endswith("up"):
            values.data = torch.randn(values.shape, generator=generator) * 0.3
    path = tmp_path / "adapter.gguf"
    export_adapter(network, path)
    plain = LlamaEngine(weights, DEFAULT.file.sha256)
    adapted = LlamaEngine(weights, DEFAULT.file.sha256, adapter=(path, digest_of(path)[0]))
    entries = [tokens[0] for tokens in symbol_tokens(plain).values()]
    for line in LINES:
        tokens = plain.tokens(line)
        packed = Pack(torch.tensor(tokens), torch.arange(len(tokens)), torch.zeros(len(tokens)))
        with torch.no_grad():
            truth = network.scores(network(packed)[-1:], torch.tensor(entries))[0]
        found = torch.tensor(adapted.logits(tokens, entries, lambda: False))
        before = torch.tensor(plain.logits(tokens, entries, lambda: False))
        # Quantised sums move all logits a little together; what counts is how the symbols stand to each other.
        found, truth, before = (row.log_softmax(0) for row in (found, truth, before))
        assert (found - truth).abs().max() < 0.4
        assert (before - truth).abs().max() > 1.0
    plain.close()
    adapted.close()
