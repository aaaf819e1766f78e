"""What the practice exchange trades: every GPU and every region of the catalogue, in the terms they are offered in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from auction_client.clearing.book import Product
from auction_client.model.catalogue import Catalogue


class _Terms(NamedTuple):
    gpu: str
    form: str | None
    memory: int
    interconnect: str | None
    region: str
    uptime: str
    capacity: int
    tags: tuple[str, ...] = ()
    interruptible: bool = False


_IB, _ROCE, _NVLINK = "infiniband", "roce", "nvlink"
_TERMS = (
    _Terms("A100", "SXM", 80, _IB, "us-east", "0.999", 512, ("soc2",)),
    _Terms("A100", "SXM", 80, _IB, "eu-west", "0.999", 256, ("iso27001",)),
    _Terms("A100", "SXM", 80, _ROCE, "ap-southeast", "0.999", 256),
    _Terms("A100", "SXM", 80, None, "us-west", "0.99", 192, (), True),
    _Terms("A100", "PCIe", 40, None, "us-central", "0.99", 256),
    _Terms("H100", "SXM", 80, _IB, "us-east", "0.9999", 512, ("hipaa", "soc2")),
    _Terms("H100", "SXM", 80, _IB, "us-west", "0.999", 512, ("soc2",)),
    _Terms("H100", "SXM", 80, _IB, "us-central", "0.99999", 128, ("hipaa", "iso27001", "soc2")),
    _Terms("H100", "SXM", 80, _IB, "eu-central", "0.999", 256, ("iso27001",)),
    _Terms("H100", "SXM", 80, _ROCE, "eu-west", "0.999", 256),
    _Terms("H100", "SXM", 80, _IB, "eu-north", "0.99", 256, ("renewable",)),
    _Terms("H100", "SXM", 80, _IB, "ap-korea", "0.999", 192),
    _Terms("H100", "SXM", 80, _IB, "ap-northeast", "0.999", 192),
    _Terms("H100", "SXM", 80, None, "us-east", "0.99", 256, (), True),
    _Terms("H100", "PCIe", 80, None, "us-central", "0.99", 192),
    _Terms("H100", "NVL", 94, None, "uk-south", "0.999", 96),
    _Terms("H200", "SXM", 141, _IB, "us-east", "0.999", 256, ("soc2",)),
    _Terms("H200", "SXM", 141, _IB, "us-west", "0.9999", 256, ("hipaa", "soc2")),
    _Terms("H200", "SXM", 141, _IB, "eu-central", "0.99999", 128, ("iso27001",)),
    _Terms("H200", "SXM", 141, _IB, "eu-north", "0.999", 192, ("renewable",)),
    _Terms("H200", "SXM", 141, _ROCE, "me-central", "0.999", 128),
    _Terms("H200", "SXM", 141, _IB, "ap-korea", "0.999", 128),
    _Terms("H200", "NVL", 141, None, "in-west", "0.99", 96),
    _Terms("GH200", None, 96, None, "us-east", "0.999", 96),
    _Terms("GH200", None, 144, None, "ca-central", "0.999", 64, ("renewable",)),
    _Terms("B200", "SXM", 192, _IB, "us-east", "0.999", 256, ("soc2",)),
    _Terms("B200", "SXM", 180, _IB, "us-west", "0.999", 192),
    _Terms("B200", "SXM", 192, _IB, "eu-central", "0.9999", 128, ("iso27001",)),
    _Terms("B200", "SXM", 192, _IB, "ap-northeast", "0.999", 128),
    _Terms("B200", "SXM", 192, _IB, "ap-korea", "0.999", 96),
    _Terms("B300", "SXM", 288, _IB, "us-central", "0.999", 128, ("soc2",)),
    _Terms("B300", "SXM", 288, _IB, "eu-north", "0.999", 96, ("renewable",)),
    _Terms("GB200", None, 186, _NVLINK, "us-east", "0.999", 288, ("soc2",)),
    _Terms("GB200", None, 186, _NVLINK, "eu-west", "0.999", 144),
    _Terms("GB200", None, 186, _NVLINK, "me-central", "0.99", 144),
    _Terms("GB300", None, 288, _NVLINK, "us-west", "0.999", 144),
    _Terms("GB300", None, 288, _NVLINK, "eu-north", "0.999", 72, ("renewable",)),
    _Terms("L40S", "PCIe", 48, None, "us-east", "0.999", 192, ("soc2",)),
    _Terms("L40S", "PCIe", 48, None, "eu-central", "0.999", 128),
    _Terms("L40S", "PCIe", 48, None, "ap-korea", "0.999", 64),
    _Terms("L40S", "PCIe", 48, None, "ap-southeast", "0.99", 64),
    _Terms("L40S", "PCIe", 48, None, "us-west", "0.99", 64, (), True),
    _Terms("L4", "PCIe", 24, None, "us-central", "0.999", 128),
    _Terms("L4", "PCIe", 24, None, "in-west", "0.99", 64),
    _Terms("RTX4090", "PCIe", 24, None, "us-west", "0.99", 192),
    _Terms("RTX4090", "PCIe", 24, None, "eu-north", "0.99", 96, ("renewable",)),
    _Terms("RTX4090", "PCIe", 24, None, "ap-korea", "0.99", 96),
    _Terms("RTX4090", "PCIe", 24, None, "us-east", "0.99", 96, (), True),
    _Terms("RTX5090", "PCIe", 32, None, "us-central", "0.99", 96),
    _Terms("RTX5090", "PCIe", 32, None, "eu-west", "0.99", 64),
    _Terms("RTXPRO6000", "PCIe", 96, None, "us-east", "0.999", 64),
    _Terms("RTXPRO6000", "PCIe", 96, None, "uk-south", "0.999", 64),
    _Terms("MI300X", None, 192, _ROCE, "us-west", "0.999", 128),
    _Terms("MI300X", None, 192, _ROCE, "eu-west", "0.999", 96),
    _Terms("MI325X", None, 256, _ROCE, "us-central", "0.999", 96),
    _Terms("MI355X", None, 288, _ROCE, "us-east", "0.999", 96),
    _Terms("TPUv5e", None, 16, None, "us-central", "0.999", 256),
    _Terms("TPUv5e", None, 16, None, "eu-west", "0.999", 128),
    _Terms("TPUv6e", None, 32, None, "us-central", "0.999", 256),
    _Terms("TPUv6e", None, 32, None, "ap-northeast", "0.999", 128),
    _Terms("TRN2", None, 96, None, "us-east", "0.999", 256),
    _Terms("TRN2", None, 96, None, "us-west", "0.999", 128),
    _Terms("M4MAX", None, 64, None, "us-west", "0.99", 48),
    _Terms("M4MAX", None, 128, None, "eu-central", "0.99", 32),
)
_UPTIME_FACTOR = {"0.99": "0.95", "0.999": "1.00", "0.9999": "1.03", "0.99999": "1.20"}
_REGION_FACTOR = {
    "ap-korea": "1.03",
    "ap-northeast": "1.03",
    "in-west": "0.97",
    "me-central": "1.02",
    "uk-south": "1.02",
}
_FORM_FACTOR = {"PCIe": "0.97", "NVL": "0.98"}
_SMALL_MEMORY_FACTOR = Decimal("0.96")
_INTERRUPTIBLE_FACTOR = Decimal("0.65")


@dataclass(frozen=True)
class Listing:
    """One product with its typical level in USD per GPU-hour and the GPUs that its providers run."""

    product: Product
    level: Decimal
    capacity: int
    node_size: int


def listings_of(catalogue: Catalogue) -> tuple[Listing, ...]:
    """All products, in the order of the book."""
    return tuple(_listing(terms, catalogue) for terms in _TERMS)


def _listing(terms: _Terms, catalogue: Catalogue) -> Listing:
    gpu = catalogue.gpu_by_name[terms.gpu]
    nines = len(terms.uptime) - 2
    words = [terms.gpu, terms.form, str(terms.memory), terms.interconnect, terms.region, f"{nines}n"]
    product = Product.model_validate(
        {
            "id": "-".join(word for word in words if word).lower() + ("-spot" if terms.interruptible else ""),
            "gpu": terms.gpu,
            "form": terms.form,
            "memory_gb": terms.memory,
            "interconnect": terms.interconnect,
            "region": terms.region,
            "uptime": terms.uptime,
            "interruptible": terms.interruptible,
            "tags": terms.tags,
        }
    )
    level = gpu.reference_price * Decimal(_UPTIME_FACTOR[terms.uptime]) * Decimal(_REGION_FACTOR.get(terms.region, "1"))
    if len(gpu.forms) > 1:
        level *= Decimal(_FORM_FACTOR.get(terms.form or "", "1"))
    if terms.gpu == "A100" and terms.memory == 40:
        level *= _SMALL_MEMORY_FACTOR
    if terms.interruptible:
        level *= _INTERRUPTIBLE_FACTOR
    return Listing(product, level.quantize(Decimal("0.0001")), terms.capacity, gpu.node_size)
