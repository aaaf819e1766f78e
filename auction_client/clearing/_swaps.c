/* Local search for weighted set packing by swaps: a bid comes in, those in its way go out.
 *
 * `start` and `other` list for every bid the bids that want a good in common with it. A bid that went out stays out for
 * a while, unless taking it gives the best selection so far; one that came in is guarded for a while: nothing that is
 * in its way comes in. A bid's claim, by which swaps are chosen, is its value less a share of what its goods cost at
 * prices: goods that a swap sets free are worth something, too. Values are whole numbers held in doubles. Memory belongs
 * to the caller; called through ctypes, without the GIL.
 */
#define Py_LIMITED_API 0x030b0000
#include <Python.h>

#include <math.h>
#include <stdint.h>
#include <string.h>

#ifdef _WIN32
#define API __declspec(dllexport)
#else
#define API __attribute__((visibility("default")))
#endif

enum { OUT_MOVES = 10, PATIENCE = 4000, LONGEST_STAY = 20 };
static const int64_t STAYS[3] = {10, 20, 5}; /* by turns: long stays suit large bids that each exclude many */
static const double SHARES[4] = {0.5, 0.8, 0.3, 0.9}; /* of the prices, by turns */

typedef struct {
    int64_t bids;
    const double *value, *priced;
    const int64_t *start, *other;
    int8_t *inside, *best;
    double *claim, *in_the_way; /* claims of what is inside and would have to go */
    int64_t *free_from, *guards;
    int64_t newest[LONGEST_STAY + 1], stays, count, move, since, phase;
    double total, best_total;
    uint64_t random;
} Swaps;

static uint64_t drawn(Swaps *s) {
    s->random ^= s->random << 13;
    s->random ^= s->random >> 7;
    s->random ^= s->random << 17;
    return s->random;
}

static void put(Swaps *s, int64_t bid, int coming) {
    double sign = coming ? 1.0 : -1.0, claim = sign * s->claim[bid];
    s->inside[bid] = (int8_t)coming;
    s->count += coming ? 1 : -1;
    s->total += sign * s->value[bid];
    for (int64_t i = s->start[bid]; i < s->start[bid + 1]; i++) s->in_the_way[s->other[i]] += claim;
}

static void guard(Swaps *s, int64_t bid, int64_t by) {
    for (int64_t i = s->start[bid]; i < s->start[bid + 1]; i++) s->guards[s->other[i]] += by;
}

static void unguard_down_to(Swaps *s, int64_t stays) {
    int64_t gone = s->stays > stays ? s->stays - stays : 0;
    for (int64_t i = 0; i < gone; i++) guard(s, s->newest[i], -1);
    memmove(s->newest, s->newest + gone, (size_t)(s->stays - gone) * sizeof(int64_t));
    s->stays -= gone;
}

/* Starts from the best selection, by other claims. */
static void from_best(Swaps *s) {
    double share = SHARES[s->phase % 4];
    s->total = 0;
    s->count = 0;
    for (int64_t b = 0; b < s->bids; b++) {
        s->claim[b] = s->value[b] - share * s->priced[b];
        s->in_the_way[b] = 0;
    }
    for (int64_t b = 0; b < s->bids; b++) {
        s->inside[b] = 0;
        if (s->best[b]) put(s, b, 1);
        s->free_from[b] = s->best[b] || !s->move ? 0 : s->move + (int64_t)(drawn(s) % 200);
    }
    unguard_down_to(s, 0);
    s->since = 0;
}

/* So many further moves; `best` and `best_total` are the best selection met so far. */
API void swaps_run(Swaps *s, int64_t moves) {
    if (!s->move) from_best(s);
    int64_t stay_out = s->bids / 8 + 1 < OUT_MOVES ? s->bids / 8 + 1 : OUT_MOVES;
    for (int64_t last = s->move + moves; s->move < last; s->move++) {
        double most = -INFINITY, wanted = s->best_total - s->total;
        int64_t coming = -1;
        for (int64_t b = 0; b < s->bids; b++) {
            double gain = s->claim[b] - s->in_the_way[b];
            if (gain > most && !s->inside[b] && !s->guards[b] && (s->free_from[b] <= s->move || gain > wanted)) {
                most = gain;
                coming = b;
            }
        }
        if (coming < 0) {
            memset(s->free_from, 0, (size_t)s->bids * sizeof(int64_t));
            unguard_down_to(s, 0);
            continue;
        }
        for (int64_t i = s->start[coming]; i < s->start[coming + 1]; i++) {
            int64_t going = s->other[i];
            if (!s->inside[going]) continue;
            put(s, going, 0);
            s->free_from[going] = s->move + stay_out + (int64_t)(drawn(s) % (uint64_t)stay_out);
        }
        put(s, coming, 1);
        guard(s, coming, 1);
        s->newest[s->stays++] = coming;
        int64_t stay = STAYS[s->phase % 3];
        unguard_down_to(s, stay < s->count - 1 ? stay : s->count - 1);
        s->since++;
        if (s->total > s->best_total) {
            s->best_total = s->total;
            memcpy(s->best, s->inside, (size_t)s->bids);
            s->since = 0;
        } else if (s->since >= PATIENCE) {
            s->phase++;
            from_best(s);
        }
    }
}

static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_swaps", "Local search for packings; called through ctypes.", -1};
PyMODINIT_FUNC PyInit__swaps(void) { return PyModule_Create(&definition); }
