/* Exact search for weighted set packing by branch and bound, over bit sets of bids.
 *
 * Bids of which any two want a good in common are a clique: only one of them can win. A node's bids are covered by such
 * cliques, each bid's value split among those it is in, until the cliques' prices come to what is missing to beat the
 * best selection. Bids that are wholly covered cannot beat it by themselves, so only the others are branched on (Babel,
 * Computing 52, 1994; Tavares, Campelo, Correa, Michelon, "Weighted colourings and bounds for maximum weight clique").
 * Before that, a node is tried at the dual prices of given cliques: each counts at most what is left to pay of its
 * dearest bid. Values are whole numbers. Memory belongs to the caller, but for a node's branches; called through ctypes, without the
 * GIL.
 */
#define Py_LIMITED_API 0x030b0000
#include <Python.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef _MSC_VER
#include <intrin.h>
static int lowest(uint64_t set) {
    unsigned long index;
    _BitScanForward64(&index, set);
    return (int)index;
}
#else
#define lowest(set) __builtin_ctzll(set)
#endif
#ifdef _WIN32
#define API __declspec(dllexport)
#else
#define API __attribute__((visibility("default")))
#endif

typedef struct {
    int64_t bids, cliques;
    int64_t words;           /* of 64 bits, in one set of bids */
    const int64_t *value;
    const uint64_t *apart;   /* for every bid, the set of those that want one of its goods */
    const uint64_t *inside;  /* for every priced clique, the set of its bids */
    const int64_t *price;
    int64_t step;            /* values differ by no less */
    int64_t best, count;     /* the most that is of no use; how many bids have beaten it */
    int32_t *winners, *path;
    int64_t *rest;           /* of each bid's value, while a node is covered */
    int32_t *clique;
    uint64_t *uncovered, *fitting, *branched;
    const volatile int8_t *stop;
    int64_t branches, done;  /* at the root */
    int64_t nodes;           /* that may still be visited */
    int8_t cut;              /* short: nothing is proved */
} Branching;

static int64_t in_set(const uint64_t *set, int64_t words, int32_t *bids) {
    int64_t count = 0;
    for (int64_t w = 0; w < words; w++)
        for (uint64_t left = set[w]; left; left &= left - 1) bids[count++] = (int32_t)(w * 64 + lowest(left));
    return count;
}

static void take_out(uint64_t *set, int64_t bid) { set[bid / 64] &= ~((uint64_t)1 << (bid % 64)); }

/* The first clique among the uncovered bids: its size, and the least rest in it. */
static int64_t next_clique(Branching *s, int64_t first, int64_t *least) {
    int64_t words = s->words, size = 0;
    memcpy(s->fitting + first, s->uncovered + first, (size_t)(words - first) * sizeof(uint64_t));
    *least = INT64_MAX;
    for (int64_t w = first; w < words; w++)
        while (s->fitting[w]) {
            int64_t bid = w * 64 + lowest(s->fitting[w]);
            const uint64_t *apart = s->apart + bid * words;
            s->clique[size++] = (int32_t)bid;
            if (s->rest[bid] < *least) *least = s->rest[bid];
            for (int64_t u = w; u < words; u++) s->fitting[u] &= apart[u];
        }
    return size;
}

static void from_values(Branching *s, const uint64_t *open) {
    int64_t count = in_set(open, s->words, s->clique);
    for (int64_t i = 0; i < count; i++) s->rest[s->clique[i]] = s->value[s->clique[i]];
}

/* Whether the open bids come to no more than the budget at the cliques' prices. */
static int within_prices(Branching *s, const uint64_t *open, int64_t budget) {
    int64_t words = s->words, *rest = s->rest;
    from_values(s, open);
    for (int64_t c = 0; c < s->cliques && budget >= 0; c++) {
        const uint64_t *inside = s->inside + c * words;
        int64_t most = 0, price = s->price[c];
        for (int64_t w = 0; w < words; w++)
            for (uint64_t left = inside[w] & open[w]; left; left &= left - 1) {
                int64_t bid = w * 64 + lowest(left), owed = rest[bid];
                if (owed > most) most = owed;
                rest[bid] = owed > price ? owed - price : 0;
            }
        budget -= most < price ? most : price;
    }
    for (int64_t w = 0; w < words && budget >= 0; w++)
        for (uint64_t left = open[w]; left; left &= left - 1) budget -= rest[w * 64 + lowest(left)];
    return budget >= 0;
}

/* Leaves in `branched` the bids that the budget does not cover. */
static void cover(Branching *s, const uint64_t *open, int64_t budget) {
    int64_t words = s->words, first = 0, least;
    memcpy(s->uncovered, open, (size_t)words * sizeof(uint64_t));
    memset(s->branched, 0, (size_t)words * sizeof(uint64_t));
    from_values(s, open);
    for (;;) {
        while (first < words && !s->uncovered[first]) first++;
        if (first == words) return;
        int64_t size = next_clique(s, first, &least);
        for (int64_t i = 0; i < size; i++) {
            int64_t bid = s->clique[i];
            if (least > budget) {
                s->branched[bid / 64] |= (uint64_t)1 << (bid % 64);
                take_out(s->uncovered, bid);
            } else if (!(s->rest[bid] -= least)) {
                take_out(s->uncovered, bid);
            }
        }
        if (least <= budget) budget -= least;
    }
}

static void search(Branching *s, uint64_t *open, int64_t total, int64_t depth) {
    int64_t words = s->words, count = 0;
    if (s->cut || *s->stop || s->nodes-- <= 0) {
        s->cut = 1;
        return;
    }
    if (total > s->best) {
        s->best = total + s->step - 1;
        s->count = depth;
        memcpy(s->winners, s->path, (size_t)depth * sizeof(int32_t));
    }
    if (within_prices(s, open, s->best - total)) return;
    cover(s, open, s->best - total);
    for (int64_t w = 0; w < words; w++)
        for (uint64_t left = s->branched[w]; left; left &= left - 1) count++;
    if (!count) return;
    uint64_t *below = malloc((size_t)words * sizeof(uint64_t) + (size_t)count * sizeof(int32_t));
    if (!below) {
        s->cut = 1;
        return;
    }
    int32_t *branches = (int32_t *)(below + words);
    in_set(s->branched, words, branches);
    if (!depth) s->branches = count;
    while (count-- > 0 && !s->cut) {
        int64_t bid = branches[count];
        const uint64_t *apart = s->apart + bid * words;
        take_out(open, bid);
        for (int64_t w = 0; w < words; w++) below[w] = open[w] & ~apart[w];
        s->path[depth] = (int32_t)bid;
        search(s, below, total + s->value[bid], depth + 1);
        if (!depth) s->done++;
    }
    free(below);
}

/* From the bids that are open: all that could beat `best`, until it is proved or stopped. */
API void branching_search(Branching *s, uint64_t *open) { search(s, open, 0, 0); }

static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_branching", "Exact packing; called through ctypes.", -1};
PyMODINIT_FUNC PyInit__branching(void) { return PyModule_Create(&definition); }
