"""Writes the trained updates as a GGUF adapter that llama.cpp adds to the model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from gguf import GGUFReader, GGUFWriter

from nlp.training.network import PROJECTIONS, Network


def export_adapter(network: Network, path: Path) -> None:
    """The network already has the file's layout, so every matrix goes out as it is, in half precision."""
    adaptation = network.adaptation
    if adaptation is None:
        raise ValueError("the network has no adapter")
    writer = GGUFWriter(path, "llama")
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", adaptation.alpha)
    for number in range(adaptation.first_layer, network.shape.layers):
        for name in PROJECTIONS:
            projection = getattr(network.layers[number], name)
            for suffix, values in (("lora_a", projection.down), ("lora_b", projection.up)):
                matrix = np.ascontiguousarray(values.detach().numpy().astype(np.float16))
                writer.add_tensor(f"blk.{number}.{name}.weight.{suffix}", matrix)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def load_adapter(network: Network, path: Path) -> None:
    """Sets the network's updates to those of an exported adapter. Raises ValueError where it is of another shape."""
    tensors = {tensor.name: tensor.data for tensor in GGUFReader(path).tensors}
    state = {}
    for name in network.state_dict():
        _, number, projection, side = name.split(".")
        wanted = f"blk.{number}.{projection}.weight.{'lora_a' if side == 'down' else 'lora_b'}"
        if wanted not in tensors:
            raise ValueError(f"{path} has no {wanted}")
        state[name] = torch.tensor(np.asarray(tensors[wanted], np.float32))
    network.load_state_dict(state)
