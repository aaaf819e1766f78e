"""Builds the search kernels of the clearing engine; all else is in pyproject.toml."""

import sys

from setuptools import Extension, setup

FLAGS = [] if sys.platform == "win32" else ["-O3"]

setup(
    ext_modules=[
        Extension(
            "auction_client.clearing._kernel",
            sources=["auction_client/clearing/_kernel.c"],
            depends=[
                f"auction_client/clearing/_kernel_{part}.h"
                for part in ("curves", "plans", "state", "losses", "search", "dual", "focus")
            ],
            extra_compile_args=FLAGS,
            py_limited_api=True,
        ),
        *[
            Extension(
                f"auction_client.clearing.{name}",
                sources=[f"auction_client/clearing/{name}.c"],
                extra_compile_args=FLAGS,
                py_limited_api=True,
            )
            for name in ("_swaps", "_branching")
        ],
    ]
)
