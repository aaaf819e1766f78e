/* The search state, and the convex cost curve of every item. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#define API __declspec(dllexport)
#else
#define API __attribute__((visibility("default")))
#endif

enum { RUN = 0, SPREAD = 1, VOLUME = 2 };
#define FAR 1e30       /* cost of a unit beyond the ends of a curve: forbidden; above every sum of real costs */
#define NO_PRICE 1e15  /* of the next unit, where there is none */
#define MOST_PRICE 1e12 /* in a payment: sums of prices beyond it would not be whole */
#define MAX_TOUCHED 64 /* bids of one ruin-and-recreate step */
#define MAX_LOTS 512
#define MAX_SPANS 4096

typedef struct {
    int64_t n_items, n_bids, n_groups;
    /* curves: units in merit order */
    const int64_t *step_start; /* n_items + 1 */
    const double *step_price;
    const int64_t *step_end; /* running total inside the item */
    int64_t *position;       /* of each item; starts at its hourly demand */
    int64_t *segment;        /* first step with step_end > position */
    /* bids -> alternatives -> lots -> options */
    const int64_t *bid_alternatives; /* n_bids + 1 */
    const int64_t *alternative_lots; /* + 1 */
    const int64_t *alternative_caps; /* + 1 */
    const int8_t *alternative_kind;  /* 0 real; 1 only bounds: each lot may stay out */
    const double *cap_amount;
    const int64_t *cap_parent; /* index inside the alternative, -1: the bid */
    const int8_t *lot_kind, *lot_sign;
    const int64_t *lot_quantity, *lot_least, *lot_hours, *lot_volume, *lot_cap;
    const double *lot_limit; /* infinite: no price of its own */
    const int64_t *lot_options; /* + 1 */
    const int64_t *option_item; /* item of the window's first slot */
    const int64_t *option_width; /* its slots */
    /* neighbourhoods: the bids of a product in the order of their windows */
    const int64_t *group_start, *group_bids; /* n_groups + 1; bids */
    const int64_t *bid_groups_start, *bid_group, *bid_place; /* n_bids + 1; group and place in it */
    const int64_t *item_group;
    /* scarce items: the bids that could use each, and those that each bid could use */
    const int64_t *scarce_start, *scarce_bids; /* scarce items + 1 */
    const int64_t *bid_scarce_start, *bid_scarce; /* n_bids + 1 */
    /* placements */
    const int64_t *span_start; /* n_bids + 1: room of each bid */
    int64_t *span_count, *span_lot, *span_item, *span_length, *span_quantity;
    double *value; /* of each accepted bid */
    int8_t *banned;
    /* scratch of the caller: as wide as the widest window, and the longest list of chunks */
    double *sums;
    double *chunk_price;
    int64_t *chunk_units, *chunk_slot;
    int64_t scratch;
    /* state of the search */
    uint64_t random;
    int64_t misplaced; /* units beyond the ends of curves */
    double far_cost, welfare;
    /* of each item, at its position: the price of the next unit and how many cost the same, and of the last unit in
     * use; 0 units beyond an end. Whoever writes positions writes these. */
    double *next_price, *last_price;
    int64_t *next_units, *last_units;
} Kernel;

typedef struct {
    double gain, value;
    int64_t count;
    int64_t lot[MAX_SPANS], item[MAX_SPANS], length[MAX_SPANS], quantity[MAX_SPANS];
} Plan;

static uint64_t next_random(Kernel *k) { /* xorshift64* */
    k->random ^= k->random >> 12;
    k->random ^= k->random << 25;
    k->random ^= k->random >> 27;
    return k->random * 2685821657736338717ULL;
}
static int64_t below(Kernel *k, int64_t n) { return (int64_t)((next_random(k) >> 33) % (uint64_t)n); }

static int64_t units_of(const Kernel *k, int64_t i) {
    return k->step_start[i + 1] > k->step_start[i] ? k->step_end[k->step_start[i + 1] - 1] : 0;
}

/* Cost of using q more units of item i. */
static double climb(const Kernel *k, int64_t i, int64_t q) {
    int64_t at = k->position[i], s = k->segment[i], last = k->step_start[i + 1];
    double cost = 0;
    if (q <= k->next_units[i]) return k->next_price[i] * (double)q;
    if (at < 0) {
        int64_t take = q < -at ? q : -at;
        cost -= k->far_cost * (double)take;
        q -= take;
        at = 0;
    }
    while (q > 0 && s < last) {
        int64_t room = k->step_end[s] - at, take = q < room ? q : room;
        if (take > 0) {
            cost += k->step_price[s] * (double)take;
            q -= take;
            at += take;
        }
        s++;
    }
    return cost + k->far_cost * (double)q;
}

/* What giving back q units of item i saves. */
static double descend(const Kernel *k, int64_t i, int64_t q) {
    int64_t at = k->position[i], s = k->segment[i], first = k->step_start[i], total = units_of(k, i);
    double saved = 0;
    if (q <= k->last_units[i]) return k->last_price[i] * (double)q;
    if (at > total) {
        int64_t take = q < at - total ? q : at - total;
        saved += k->far_cost * (double)take;
        q -= take;
        at = total;
    }
    if (s >= k->step_start[i + 1]) s = k->step_start[i + 1] - 1;
    while (q > 0 && s >= first && at > 0) {
        int64_t floor = s > first ? k->step_end[s - 1] : 0, room = at - floor, take = q < room ? q : room;
        if (take > 0) {
            saved += k->step_price[s] * (double)take;
            q -= take;
            at -= take;
        }
        s--;
    }
    return saved - k->far_cost * (double)q;
}

static int64_t outside(const Kernel *k, int64_t i) {
    int64_t at = k->position[i], total = units_of(k, i);
    return at < 0 ? -at : at > total ? at - total : 0;
}

/* Notes the units next to the item's position. */
static void note_edges(Kernel *k, int64_t i) {
    int64_t at = k->position[i], s = k->segment[i], first = k->step_start[i], last = k->step_start[i + 1];
    k->next_units[i] = at >= 0 && s < last ? k->step_end[s] - at : 0;
    if (k->next_units[i]) k->next_price[i] = k->step_price[s];
    if (s == last || (s > first && k->step_end[s - 1] == at)) s--;
    k->last_units[i] = at > 0 && s >= first && at <= k->step_end[s] ? at - (s > first ? k->step_end[s - 1] : 0) : 0;
    if (k->last_units[i]) k->last_price[i] = k->step_price[s];
}

static void move(Kernel *k, int64_t i, int64_t q) {
    int64_t s = k->segment[i], first = k->step_start[i], last = k->step_start[i + 1];
    k->misplaced -= outside(k, i);
    k->position[i] += q;
    while (s < last && k->step_end[s] <= k->position[i]) s++;
    while (s > first && k->step_end[s - 1] > k->position[i]) s--;
    k->segment[i] = s;
    k->misplaced += outside(k, i);
    note_edges(k, i);
}

/* The prices between which the curve is in balance: of the last unit used, and of the next. */
static double low_price(const Kernel *k, int64_t i) {
    int64_t at = k->position[i], s = k->segment[i], first = k->step_start[i];
    if (at <= 0 || k->step_start[i + 1] == first) return 0;
    return k->step_price[(s == k->step_start[i + 1] || (s > first && k->step_end[s - 1] == at)) ? s - 1 : s];
}
static double high_price(const Kernel *k, int64_t i) {
    return k->segment[i] < k->step_start[i + 1] ? k->step_price[k->segment[i]] : NO_PRICE;
}

/* No unit of item i costs less now: curves are convex, so the first unit is the cheapest to buy and the dearest to
 * give back. */
static double least_unit_cost(const Kernel *k, int64_t i, int sign) {
    if (sign > 0) return k->next_units[i] ? k->next_price[i] : k->position[i] < 0 ? -k->far_cost : k->far_cost;
    return k->last_units[i] ? -k->last_price[i] : k->position[i] > 0 ? -k->far_cost : k->far_cost;
}

static double cost_of(const Kernel *k, int64_t i, int64_t q) { /* q > 0 buys, q < 0 sells */
    return q > 0 ? climb(k, i, q) : -descend(k, i, -q);
}

static double lot_value(const Kernel *k, int64_t lot, int64_t units) {
    double limit = k->lot_limit[lot];
    return isinf(limit) ? (units > 0 ? INFINITY : 0) : limit * (double)units * k->lot_sign[lot];
}
