"""Training on a tiny model: packing, the loss, and taking up an unfinished run."""

import random
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="fine-tuning needs requirements/train.txt")
gguf = pytest.importorskip("gguf")

from nlp.training.data import Decision, Encoded  # noqa: E402
from nlp.training.export import export_adapter  # noqa: E402
from nlp.training.network import Adaptation, Network, Pack  # noqa: E402
from nlp.training.train import Plan, loss_of, pack, train  # noqa: E402
from tests.nlp.training.tiny import ENTRIES, LAYERS, write_tiny  # noqa: E402

PLAN = Plan(steps=12, batch_tokens=40, rate=0.02, warm_steps=2, first_layer=1, rank=2, alpha=4.0)


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("tiny") / "tiny.gguf")


def network(weights: Path) -> Network:
    return Network(weights, Adaptation(PLAN.first_layer, PLAN.rank, PLAN.alpha), seed=1)


def examples() -> list[Encoded]:
    """After an even token the right option is the first, after an odd one the second."""
    chance = random.Random(2)
    made = []
    for _ in range(60):
        tokens = tuple(chance.randrange(ENTRIES) for _ in range(chance.randint(3, 9)))
        made.append(Encoded(tokens, (Decision(len(tokens) - 1, (5, 6, 7), tokens[-1] % 2),)))
    return made


def single(tokens: tuple[int, ...]) -> Pack:
    return Pack(torch.tensor(tokens), torch.arange(len(tokens)), torch.zeros(len(tokens)))


def test_texts_packed_in_one_row_do_not_see_each_other(weights: Path) -> None:
    batch = examples()[:4]
    packed = network(weights)(pack(batch))
    apart = torch.cat([network(weights)(single(example.tokens)) for example in batch])
    assert torch.allclose(packed, apart, atol=1e-5)


def test_a_new_adapter_changes_nothing(weights: Path) -> None:
    row = single((3, 1, 4, 1, 5))
    assert torch.allclose(network(weights)(row), Network(weights)(row), atol=1e-6)


def test_only_the_upper_layers_are_trained(weights: Path) -> None:
    adapted = network(weights)
    names = [name for name, _ in adapted.named_parameters()]
    assert names
    assert {name.split(".")[1] for name in names} == {str(layer) for layer in range(PLAN.first_layer, LAYERS)}


def test_the_loss_is_of_the_options_alone(weights: Path) -> None:
    example = Encoded((1, 2, 3), (Decision(2, (5, 9), 1),))
    net = network(weights)
    scores = net.scores(net(single(example.tokens))[-1:], torch.tensor([5, 9]))[0]
    expected = torch.logsumexp(scores, 0) - scores[1]
    assert loss_of(net, [example]).item() == pytest.approx(expected.item(), abs=1e-5)


def test_training_learns(weights: Path, tmp_path: Path) -> None:
    net = network(weights)
    before = loss_of(net, examples()).item()
    assert train(net, examples(), tmp_path / "c.pt", PLAN, told=lambda _: None) == PLAN.steps
    assert loss_of(net, examples()).item() < before * 0.8


def test_a_run_that_was_stopped_and_taken_up_ends_as_one_that_was_not(weights: Path, tmp_path: Path) -> None:
    whole, parts = network(weights), network(weights)
    train(whole, examples(), tmp_path / "whole.pt", PLAN, told=lambda _: None)
    steps = iter(range(100))
    train(parts, examples(), tmp_path / "parts.pt", PLAN, told=lambda _: None, stop=lambda: next(steps) > 8)
    taken_up = network(weights)
    lines: list[str] = []
    assert train(taken_up, examples(), tmp_path / "parts.pt", PLAN, told=lines.append) == PLAN.steps
    assert "from step 0" not in lines[0]
    for one, two in zip(whole.parameters(), taken_up.parameters(), strict=True):
        assert torch.equal(one, two)


def test_a_checkpoint_of_another_plan_is_not_taken_up(weights: Path, tmp_path: Path) -> None:
    train(network(weights), examples(), tmp_path / "c.pt", PLAN, told=lambda _: None)
    with pytest.raises(ValueError, match="another plan"):
        train(network(weights), examples()[:50], tmp_path / "c.pt", PLAN, told=lambda _: None)


def test_the_adapter_file_holds_every_update(weights: Path, tmp_path: Path) -> None:
    net = network(weights)
    export_adapter(net, tmp_path / "adapter.gguf")
    reader = gguf.GGUFReader(tmp_path / "adapter.gguf")
    assert len(reader.tensors) == len(list(net.parameters()))
    found = {tensor.name: tensor for tensor in reader.tensors}
    down = found["blk.1.attn_k.weight.lora_a"].data
    assert torch.allclose(torch.tensor(down).float(), net.layers[1].attn_k.down.detach(), atol=1e-3)
    assert reader.get_field("adapter.lora.alpha").contents() == PLAN.alpha


def test_the_rate_rises_stays_and_falls() -> None:
    plan = Plan(steps=100, warm_steps=10, falling=0.3, rate=1.0)
    rates = [plan.rate_at(step) for step in range(100)]
    assert rates[0] == pytest.approx(0.1)
    assert rates[40] == 1.0
    assert rates[85] == pytest.approx(0.5)
    assert min(rates) > 0
