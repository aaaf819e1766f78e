"""A Llama model of a few thousand weights, as a GGUF file."""

from pathlib import Path

import numpy as np
from gguf import GGUFWriter

WIDTH, HEADS, KEY_HEADS, INNER, LAYERS, ENTRIES = 32, 4, 2, 48, 3, 50


def write_tiny(path: Path, seed: int = 3) -> Path:
    """Random weights, fixed by the seed."""
    chance = np.random.default_rng(seed)
    keys = WIDTH // HEADS * KEY_HEADS
    shapes = {"token_embd": (ENTRIES, WIDTH), "output_norm": (WIDTH,)}
    for layer in range(LAYERS):
        shapes |= {
            f"blk.{layer}.attn_q": (WIDTH, WIDTH),
            f"blk.{layer}.attn_k": (keys, WIDTH),
            f"blk.{layer}.attn_v": (keys, WIDTH),
            f"blk.{layer}.attn_output": (WIDTH, WIDTH),
            f"blk.{layer}.ffn_gate": (INNER, WIDTH),
            f"blk.{layer}.ffn_up": (INNER, WIDTH),
            f"blk.{layer}.ffn_down": (WIDTH, INNER),
            f"blk.{layer}.attn_norm": (WIDTH,),
            f"blk.{layer}.ffn_norm": (WIDTH,),
        }
    writer = GGUFWriter(path, "llama")
    writer.add_block_count(LAYERS)
    writer.add_embedding_length(WIDTH)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KEY_HEADS)
    writer.add_rope_freq_base(10_000.0)
    writer.add_layer_norm_rms_eps(1e-5)
    for name, shape in shapes.items():
        values = chance.normal(0, 0.3, shape) if len(shape) > 1 else 1 + chance.normal(0, 0.1, shape)
        writer.add_tensor(f"{name}.weight", values.astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
