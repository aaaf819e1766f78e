"""Builds the search kernel of the clearing engine; all else is in pyproject.toml."""

import sys

from setuptools import Extension, setup

setup(
    ext_modules=[
        Extension(
            "auction_client.clearing._kernel",
            sources=["auction_client/clearing/_kernel.c"],
            depends=[
                f"auction_client/clearing/_kernel_{part}.h" for part in ("curves", "plans", "state", "search", "dual")
            ],
            extra_compile_args=[] if sys.platform == "win32" else ["-O3"],
            py_limited_api=True,
        )
    ]
)
