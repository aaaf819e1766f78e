"""`python -m nlp.training data|train|export|evaluate`: the whole way from nothing to a measured adapter.

`python -m nlp.training asides` trains the judge of words that only tell.
`python -m nlp.training weighing` trains how it, the model and the place of the words are weighed together.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from auction_client.model.catalogue import load_catalogue
from nlp.leftover.asides import FOLDER
from nlp.models.errors import ModelError
from nlp.models.files import digest_of
from nlp.models.manifest import DEFAULT, Adapter, PinnedFile
from nlp.models.symbols import VERSION
from nlp.training.phrases import HELD_OUT, TRAINING

_TIMES = {"english": 2, "korean": 1}
"""How often fragments are written: the model's tokens are words of the one language, parts of letters of the other."""
_TIMES_JUDGED = 2


def _data(arguments: argparse.Namespace) -> None:
    from nlp.tagger import tag
    from nlp.tagging.matchers.names import build_lexis
    from nlp.training.data import write_examples, write_fragments, write_judged
    from nlp.training.fragments import clauses_of, fragments_of, learnt, with_fragments
    from nlp.training.intended import Checker
    from nlp.training.judged import read_judged
    from nlp.training.wordings import HELD_OUT as HELD_OUT_WORDINGS
    from nlp.training.wordings import TRAINING as TRAINING_WORDINGS

    catalogue = load_catalogue()
    lexis = build_lexis(catalogue)
    fragments = [learnt(fragments_of(language)) for language in _TIMES]
    voices = list(
        zip(HELD_OUT, HELD_OUT_WORDINGS, strict=True)
        if arguments.held_out
        else zip(TRAINING, map(with_fragments, TRAINING_WORDINGS, fragments), strict=True)
    )
    checker = Checker(catalogue, lambda text: tag(text, lexis))
    tried, kept = write_examples(
        arguments.out, arguments.count, arguments.seed, voices, checker, measured=arguments.held_out,
        structures=arguments.structures,
    )  # fmt: skip
    print(f"{kept} examples in {arguments.out}, of {tried} requests written", file=sys.stderr)
    if not arguments.held_out:
        for language, times in _TIMES.items():
            write_fragments(arguments.out, learnt((*fragments_of(language), *clauses_of(language))), times)
        write_judged(arguments.out, read_judged(), _TIMES_JUDGED)


def _train(arguments: argparse.Namespace) -> None:
    import torch

    from nlp.training.export import load_adapter
    from nlp.training.network import Adaptation, Network
    from nlp.training.train import Plan, encoded_examples, train

    weights, sha256 = _weights()
    plan = Plan(steps=arguments.steps, seed=arguments.seed, rate=arguments.rate)
    examples = encoded_examples(weights, sha256, arguments.data)
    adaptation = Adaptation(plan.first_layer, plan.rank, plan.alpha)
    network = Network(weights, adaptation, seed=plan.seed, dtype=torch.bfloat16)
    if arguments.begin_with:
        load_adapter(network, arguments.begin_with)
    until = time.monotonic() + 60 * arguments.minutes if arguments.minutes else None
    train(
        network, examples, arguments.checkpoint, plan,
        told=lambda line: print(line, file=sys.stderr, flush=True),
        stop=lambda: until is not None and time.monotonic() > until,
    )  # fmt: skip


def _export(arguments: argparse.Namespace) -> None:
    from nlp.training.export import export_adapter
    from nlp.training.network import Adaptation, Network
    from nlp.training.train import load_checkpoint

    weights, _ = _weights()
    saved = load_checkpoint(arguments.checkpoint)
    plan = saved["of"]["plan"]
    network = Network(weights, Adaptation(plan["first_layer"], plan["rank"], plan["alpha"]))
    network.load_state_dict(saved["network"])
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    export_adapter(network, arguments.out)
    sha256, size = digest_of(arguments.out)
    file = PinnedFile(path=arguments.out.name, sha256=sha256, size=size)
    manifest = Adapter(file=file, interface=VERSION).model_dump_json(indent=1, exclude_none=True)
    (arguments.out.parent / "manifest.json").write_text(manifest + "\n", "utf-8")
    print(f"{arguments.out}: {size} bytes, SHA-256 {sha256}, after step {saved['step']}", file=sys.stderr)


def _evaluate(arguments: argparse.Namespace) -> None:
    from nlp.training.data import read_examples
    from nlp.training.evaluate import evaluate

    weights, sha256 = _weights()
    adapter = (arguments.adapter, digest_of(arguments.adapter)[0]) if arguments.adapter else None
    print(evaluate(weights, sha256, read_examples(arguments.data)[: arguments.limit], adapter))


def _calibrate(arguments: argparse.Namespace) -> None:
    from nlp.training.calibrate import guesses, reliability, thresholds
    from nlp.training.data import read_examples

    weights, sha256 = _weights()
    adapter = (arguments.adapter, digest_of(arguments.adapter)[0]) if arguments.adapter else None
    found = guesses(weights, sha256, read_examples(arguments.data)[: arguments.limit], adapter)
    right = sum(each.right for each in found)
    print(f"{right} of {len(found)} roles right ({right / len(found):.1%})", *reliability(found), sep="\n")
    print(f"at most {arguments.most_wrong:.1%} wrong:", *thresholds(found, arguments.most_wrong), sep="\n")


def _card(arguments: argparse.Namespace) -> None:
    from nlp.training.calibrate import guesses
    from nlp.training.card import Run, card
    from nlp.training.data import read_examples
    from nlp.training.train import load_checkpoint

    weights, sha256 = _weights()
    saved = load_checkpoint(arguments.checkpoint)
    learnt, held_out = read_examples(arguments.data), read_examples(arguments.held_out)[: arguments.limit]
    run = Run(saved["of"]["plan"], saved["step"], saved["loss"], learnt)
    adapter = (arguments.adapter, digest_of(arguments.adapter)[0])
    with_it, without = guesses(weights, sha256, held_out, adapter), guesses(weights, sha256, held_out)
    text = card(run, adapter, with_it, without, sha256, arguments.note)
    arguments.adapter.with_name("MODEL_CARD.md").write_text(text, "utf-8")


def _asides(arguments: argparse.Namespace) -> None:
    from nlp.training.asides import train

    print(*train(arguments.out, seed=arguments.seed, most_wrong=arguments.most_wrong), sep="\n")


def _weighing(arguments: argparse.Namespace) -> None:
    from nlp.training.weighing import train

    weights, sha256 = _weights()
    adapter = arguments.adapter, digest_of(arguments.adapter)[0]
    print(*train(weights, sha256, adapter, arguments.out), sep="\n")


def _weights() -> tuple[Path, str]:
    if DEFAULT.file is None:
        raise ModelError("the packaged model has no file")
    return DEFAULT.file.locate(), DEFAULT.file.sha256


def main() -> int:
    """Runs one command; 0 done, 1 failed with a reason."""
    parser = argparse.ArgumentParser(prog="python -m nlp.training", description=__doc__)
    commands = parser.add_subparsers(required=True)
    data = commands.add_parser("data", help="write examples")
    data.add_argument("--out", type=Path, required=True)
    data.add_argument("--count", type=int, default=10_000)
    data.add_argument("--seed", type=int, default=1)
    data.add_argument("--held-out", action="store_true", help="in the voice that is never learnt from")
    data.add_argument("--structures", type=float, default=0.15, help="the share of examples about whole structures")
    data.set_defaults(run=_data)
    trained = commands.add_parser("train", help="fine-tune; takes up an unfinished run")
    trained.add_argument("--data", type=Path, required=True)
    trained.add_argument("--checkpoint", type=Path, required=True)
    trained.add_argument("--begin-with", type=Path, help="an adapter to go on from")
    trained.add_argument("--steps", type=int, default=1000)
    trained.add_argument("--seed", type=int, default=1)
    trained.add_argument("--rate", type=float, default=1e-3)
    trained.add_argument("--minutes", type=float, default=0.0, help="stop after this long, to go on another time")
    trained.set_defaults(run=_train)
    exported = commands.add_parser("export", help="write the adapter of a checkpoint and its manifest")
    exported.add_argument("--checkpoint", type=Path, required=True)
    exported.add_argument("--out", type=Path, required=True)
    exported.set_defaults(run=_export)
    evaluated = commands.add_parser("evaluate", help="score a model on examples")
    evaluated.add_argument("--data", type=Path, required=True)
    evaluated.add_argument("--adapter", type=Path)
    evaluated.add_argument("--limit", type=int, default=200)
    evaluated.set_defaults(run=_evaluate)
    calibrated = commands.add_parser("calibrate", help="how sure the model must be of a role")
    calibrated.add_argument("--data", type=Path, required=True)
    calibrated.add_argument("--adapter", type=Path)
    calibrated.add_argument("--limit", type=int, default=2000)
    calibrated.add_argument("--most-wrong", type=float, default=0.01)
    calibrated.set_defaults(run=_calibrate)
    written = commands.add_parser("card", help="write the model card, measured on examples in the held-out voice")
    written.add_argument("--checkpoint", type=Path, required=True)
    written.add_argument("--data", type=Path, required=True)
    written.add_argument("--held-out", type=Path, required=True)
    written.add_argument("--adapter", type=Path, required=True)
    written.add_argument("--limit", type=int, default=700)
    written.add_argument("--note", default="", help="what else went into the run")
    written.set_defaults(run=_card)
    asides = commands.add_parser("asides", help="train the judge of words that only tell; a few minutes")
    asides.add_argument("--out", type=Path, default=FOLDER)
    asides.add_argument("--seed", type=int, default=1)
    asides.add_argument("--most-wrong", type=float, default=0.02)
    asides.set_defaults(run=_asides)
    weighing = commands.add_parser("weighing", help="train how words are weighed with where they stand; minutes")
    weighing.add_argument("--out", type=Path, default=FOLDER)
    weighing.add_argument("--adapter", type=Path, required=True)
    weighing.set_defaults(run=_weighing)
    arguments = parser.parse_args()
    try:
        arguments.run(arguments)
    except (ModelError, OSError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
