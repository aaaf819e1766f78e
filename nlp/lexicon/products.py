"""How people name products, beyond the aliases of the catalogue."""

from __future__ import annotations

from types import MappingProxyType

SPOKEN = MappingProxyType({
    "에이백": "A100", "에이 백": "A100", "에이치백": "H100", "에이치 백": "H100", "에이치이백": "H200", "에이치 이백": "H200",
    "비이백": "B200", "비 이백": "B200", "비삼백": "B300", "지에이치이백": "GH200", "지비이백": "GB200", "지비삼백": "GB300",
    "엘사공에스": "L40S", "엘사십에스": "L40S", "엘사십 에스": "L40S", "엠포 맥스": "M4MAX", "m4 맥스": "M4MAX", "엘포티에스": "L40S", "엘포": "L4", "오공구공": "RTX5090", "사공구공": "RTX4090", "그레이스 호퍼": "GH200", "트릴리움": "TPUv6e", "트레이니움2": "TRN2",
    "tpu v5 e": "TPUv5e", "tpuv5e": "TPUv5e", "tpuv6e": "TPUv6e", "tpu v6 e": "TPUv6e", "trainium": "TRN2", "mi 300 x": "MI300X",
    "geforce rtx 4090": "RTX4090", "geforce rtx 5090": "RTX5090", "rtx pro 6000 blackwell": "RTXPRO6000",
    "m4 mac": "M4MAX", "mac m4 max": "M4MAX", "macs m4 max": "M4MAX", "m4 macs": "M4MAX", "macs m4": "M4MAX", "mac m4s": "M4MAX", "apple m4": "M4MAX", "m4 max macs": "M4MAX", "m4 maxes": "M4MAX", "h100es": "H100",
})  # fmt: skip
"""Spoken or spelt-out names of catalogue GPUs; entries the catalogue lacks are left out when the lexis is built."""

FAMILIES = MappingProxyType({
    "tpu": ("TPUv5e", "TPUv6e"), "tpus": ("TPUv5e", "TPUv6e"), "hoppers": ("H100", "H200"), "호퍼": ("H100", "H200"),
    "블랙웰": ("B200", "B300", "GB200", "GB300"), "blackwells": ("B200", "B300", "GB200", "GB300"), "암페어": ("A100",),
    "amperes": ("A100",), "mi300 series": ("MI300X", "MI325X", "MI355X"), "instinct": ("MI300X", "MI325X", "MI355X"),
    "grace blackwell": ("GB200", "GB300"), "rtx": ("RTX4090", "RTX5090", "RTXPRO6000"), "geforce": ("RTX4090", "RTX5090"),
})  # fmt: skip

KOREAN_PLACES = MappingProxyType({
    "오리건": "oregon", "오레곤": "oregon", "버지니아": "virginia", "버지니어": "virginia", "오하이오": "ohio", "뉴욕": "new york",
    "텍사스": "texas", "댈러스": "dallas", "달라스": "dallas", "아이오와": "iowa", "시카고": "chicago", "캘리포니아": "california",
    "시애틀": "seattle", "피닉스": "phoenix", "몬트리올": "montreal", "토론토": "toronto", "아일랜드": "ireland", "더블린": "dublin",
    "암스테르담": "amsterdam", "네덜란드": "netherlands", "스톡홀름": "stockholm", "스웨덴": "sweden", "노르웨이": "norway",
    "오슬로": "oslo", "핀란드": "finland", "헬싱키": "helsinki", "아이슬란드": "iceland", "뭄바이": "mumbai", "오사카": "osaka",
    "동경": "tokyo", "조호르": "johor", "아부다비": "abu dhabi", "아랍에미리트": "uae", "미 동부": "east coast", "미 서부": "west coast",
    "미국 중부": "us central", "미 중부": "us central",
})  # fmt: skip
"""Places as Korean spells them; each stands for an alias of the catalogue, and is left out where that has none."""

MAKERS = r"(?:(?:hopper|ampere|blackwell|호퍼|암페어|블랙웰) (?=[a-z]{1,2}[0-9]{3})|(?:nvidia|amd|google|aws|amazon|apple|tesla|엔비디아|애플|구글)(?:'s)? ?(?:instinct |geforce |cloud )?)"
GENERIC = r"(?:gpus?|graphics cards?|cards?|accelerators?|chips?|compute|그래픽 ?카드|지피유|가속기|gpu들)(?![a-z0-9])"
GENERIC_TOKENS = r"(?:model )?tokens?(?![a-z])|모델 ?토큰|토큰"

UNKNOWN_SHAPES = (
    r"(?:nvidia |amd |intel )?(?:rtx|gtx|quadro|titan|tesla|radeon|geforce)[ -]?(?:rtx |pro |rx |gtx )?[a-z]{0,3}[0-9]{2,4}[a-z]{0,2}(?: (?:ti|super|ada))?s?(?![a-z0-9])",
    r"titan (?:v|x|xp|z|rtx)(?![a-z0-9])|radeon (?:vii|pro [a-z]{1,2}[0-9]{2,4})(?![a-z0-9])|(?:intel )?arc[ -](?:pro )?[ab][0-9]{2,3}m?(?![a-z0-9])",
    r"(?:(?<=type )|(?<=model )|(?<=model: ))(?!v[0-9]|p[0-9])[a-z]{1,3}-[0-9]{3,5}[a-z]{0,2}(?![a-z0-9])",
    r"(?:intel )?gaudi[ -]?[1-9]s?(?![a-z0-9])",
    r"(?:tpu )?v[1-9][0-9]?[ep]s?(?![a-z0-9])|tpu[ -]?v?[1-9][ep]?(?![a-z0-9])|ironwood",
    r"(?:inferentia|trainium|maia|trn|inf)[ -]?[0-9](?![a-z0-9])",
    r"(?:macs? )?m[1-9] (?:ultra|pro)s?(?![a-z0-9])|m[1-9] maxs?(?![a-z0-9])|macs? m[1-9]s?(?![a-z0-9])(?! max)",
    r"[0-9]{4} ada(?![a-z])",
    r"(?:gb|gh|mi|b|h|a|l|t|v|p|k|r|vr|rx|rtx|tpu|c)-?[0-9]{1,5}[a-z]{0,2}(?![a-z0-9])",
    r"x[0-9]{3,4}[a-z]{0,2}(?= (?:cards?|gpus?|chips?|accelerators?|boards?)(?![a-z]))",
    r"(?!x[0-9]|iso[0-9])[a-z]{1,3}[0-9]{3,5}[a-z]{0,2}(?![a-z0-9])",
    r"(?:cerebras|groq|graphcore|sambanova|wse-?[0-9]|rubin|volta|turing|pascal|ada lovelace|vera rubin|루빈|볼타)(?![a-z])",
    r"[3-9]0[5-9]0(?: ?ti)?s?(?![a-z0-9])(?! ?(?:gpu|h100|a100|장))",
)  # fmt: skip
"""What looks like a product without being in the catalogue."""

NOT_PRODUCTS = frozenset({"q1", "q2", "q3", "q4", "h1", "h2", "b2b", "p0", "p1", "p2", "p3", "v1", "v2", "v3", "a1", "a2", "k8s", "p50", "p95", "p99", "l2", "l3", "s3", "r1", "gpt4", "gpt5", "c4"})  # fmt: skip
