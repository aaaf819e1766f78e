/* The search kernel: insertion, ruin-and-recreate and the separable dual, over convex cost curves.
 *
 * Every item (a product in one slot, or a token) has a curve: the units that hourly sellers offer and hourly buyers
 * want, in merit order. Its position says how many units are in use; a discrete bid that buys q moves it up by q and
 * pays the units in between. Everything else is "a bid picks an alternative, and for each of its lots an option, a
 * start and a quantity". Money is whole grains held in doubles (exact below 2^53).
 *
 * Ruin and recreate: Schrimpf et al., Journal of Computational Physics 159 (2000). Dual: projected subgradient with
 * Polyak steps. Memory of the arrays belongs to the caller; the functions are called through ctypes, without the GIL.
 */
#define Py_LIMITED_API 0x030b0000
#include <Python.h>
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
#define FAR 1e15       /* cost of a unit beyond the ends of a curve: forbidden */
#define MAX_TOUCHED 64 /* bids of one ruin-and-recreate step */
#define MAX_LOTS 512
#define MAX_SPANS 4096

typedef struct {
    int64_t n_items, n_bids, n_groups, n_buckets;
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
    /* placements */
    const int64_t *span_start; /* n_bids + 1: room of each bid */
    int64_t *span_count, *span_lot, *span_item, *span_length, *span_quantity;
    double *value; /* of each accepted bid */
    double *loss;  /* what it would lose at the curves' prices */
    double *low, *high; /* those prices, as last noted */
    const int64_t *item_bucket, *bucket_start; /* n_buckets + 1 */
    int64_t *bucket_count, *bucket_list, *bucket_stamp, *bucket_marked, *bid_stamp;
    int8_t *banned;
    /* scratch of the caller: as wide as the widest window, and the longest list of chunks */
    double *sums;
    double *chunk_price;
    int64_t *chunk_units, *chunk_slot;
    int64_t scratch;
    /* state of the search */
    uint64_t random;
    int64_t misplaced; /* units beyond the ends of curves */
    int64_t stamp;
    double far_cost, penalty, welfare, losses;
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

static void move(Kernel *k, int64_t i, int64_t q) {
    int64_t s = k->segment[i], first = k->step_start[i], last = k->step_start[i + 1];
    k->misplaced -= outside(k, i);
    k->position[i] += q;
    while (s < last && k->step_end[s] <= k->position[i]) s++;
    while (s > first && k->step_end[s - 1] > k->position[i]) s--;
    k->segment[i] = s;
    k->misplaced += outside(k, i);
}

/* The prices between which the curve is in balance: of the last unit used, and of the next. */
static double low_price(const Kernel *k, int64_t i) {
    int64_t at = k->position[i], s = k->segment[i], first = k->step_start[i];
    if (at <= 0 || k->step_start[i + 1] == first) return 0;
    return k->step_price[(s == k->step_start[i + 1] || (s > first && k->step_end[s - 1] == at)) ? s - 1 : s];
}
static double high_price(const Kernel *k, int64_t i) {
    return k->segment[i] < k->step_start[i + 1] ? k->step_price[k->segment[i]] : FAR;
}

static double cost_of(const Kernel *k, int64_t i, int64_t q) { /* q > 0 buys, q < 0 sells */
    return q > 0 ? climb(k, i, q) : -descend(k, i, -q);
}

static double lot_value(const Kernel *k, int64_t lot, int64_t units) {
    double limit = k->lot_limit[lot];
    return isinf(limit) ? (units > 0 ? INFINITY : 0) : limit * (double)units * k->lot_sign[lot];
}

/* Value of an alternative from the units of its lots, capped by budgets, children before parents. */
static double alternative_value(const Kernel *k, int64_t a, const int64_t *units) {
    int64_t first = k->alternative_lots[a], caps = k->alternative_caps[a], n = k->alternative_caps[a + 1] - caps;
    double sums[2 * MAX_LOTS], total = 0;
    for (int64_t c = 0; c < n; c++) sums[c] = 0;
    for (int64_t l = first; l < k->alternative_lots[a + 1]; l++) {
        double v = lot_value(k, l, units[l - first]);
        if (k->lot_cap[l] >= 0) sums[k->lot_cap[l]] += v;
        else total += v;
    }
    for (int64_t c = 0; c < n; c++) {
        double v = sums[c] < k->cap_amount[caps + c] ? sums[c] : k->cap_amount[caps + c];
        if (k->cap_parent[caps + c] >= 0) sums[k->cap_parent[caps + c]] += v;
        else total += v;
    }
    return total;
}

/* Own budget of a lot: of its cap, where it is that cap's only lot. */
static double own_budget(const Kernel *k, int64_t a, int64_t lot) {
    return k->lot_cap[lot] >= 0 ? k->cap_amount[k->alternative_caps[a] + k->lot_cap[lot]] : INFINITY;
}

static double fill_gain(const Kernel *k, int64_t a, int64_t lot, int64_t q, double cost) {
    double v = lot_value(k, lot, q * k->lot_hours[lot]), budget = own_budget(k, a, lot);
    if (v > budget) v = budget;
    return (isinf(v) ? 0 : v) - cost;
}

static int by_price(const void *a, const void *b) {
    const double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* The cheapest start (or hours) for quantity q of one option; its cost, infinite where none is possible. */
static double cheapest(Kernel *k, int64_t lot, int64_t option, int64_t q, int64_t *start, int64_t noise) {
    int64_t width = k->option_width[option], hours = k->lot_hours[lot], base = k->option_item[option];
    int64_t signed_q = q * k->lot_sign[lot];
    double best = INFINITY, sum = 0;
    int64_t closed = 0; /* forbidden slots inside the run */
    for (int64_t t = 0; t < width; t++) k->sums[t] = cost_of(k, base + t, signed_q);
    if (k->lot_kind[lot] == SPREAD) {
        double *sorted = k->chunk_price;
        memcpy(sorted, k->sums, (size_t)width * sizeof(double));
        qsort(sorted, (size_t)width, sizeof(double), by_price);
        for (int64_t t = 0; t < hours; t++) sum += sorted[t];
        *start = 0;
        return sum > FAR / 4 ? INFINITY : sum;
    }
    for (int64_t t = 0; t < width; t++) {
        if (k->sums[t] > FAR / 4) closed++;
        else sum += k->sums[t];
        if (t >= hours) {
            if (k->sums[t - hours] > FAR / 4) closed--;
            else sum -= k->sums[t - hours];
        }
        if (t >= hours - 1 && !closed && (sum < best - 1e-6 || (noise && sum <= best + 1e-6 && below(k, 2)))) {
            best = sum;
            *start = t - hours + 1;
        }
    }
    return best;
}

static double run_cost(const Kernel *k, int64_t lot, int64_t item, int64_t q) {
    double cost = 0;
    for (int64_t t = 0; t < k->lot_hours[lot]; t++) cost += cost_of(k, item + t, q * k->lot_sign[lot]);
    return cost;
}

static void add_span(Plan *p, int64_t lot, int64_t item, int64_t length, int64_t quantity) {
    int64_t last = p->count - 1;
    if (last >= 0 && p->lot[last] == lot && p->quantity[last] == quantity && p->item[last] + p->length[last] == item) {
        p->length[last] += length;
    } else if (p->count < MAX_SPANS) {
        p->lot[p->count] = lot;
        p->item[p->count] = item;
        p->length[p->count] = length;
        p->quantity[p->count++] = quantity;
    } else {
        p->gain = -INFINITY;
    }
}

typedef struct { double price; int64_t units, slot; } Chunk;
static int by_chunk(const void *a, const void *b) {
    const Chunk *x = a, *y = b;
    if (x->price != y->price) return x->price < y->price ? -1 : 1;
    return x->slot < y->slot ? -1 : x->slot > y->slot;
}

/* Fills a volume lot from one option, cheapest units first. Returns its gain and the units; spans go to the plan. */
static double fill_volume(Kernel *k, int64_t a, int64_t lot, int64_t option, Plan *plan, int64_t *units) {
    int64_t width = k->option_width[option], base = k->option_item[option], n = 0, most = k->lot_volume[lot];
    double limit = k->lot_limit[lot], budget = own_budget(k, a, lot), cost = 0;
    int sign = k->lot_sign[lot];
    Chunk *chunks = (Chunk *)k->chunk_price;
    int64_t room = k->scratch * 8 / (int64_t)sizeof(Chunk);
    if (!isinf(limit) && !isinf(budget) && limit > 0 && budget / limit < (double)most) most = (int64_t)(budget / limit) + 1;
    for (int64_t t = 0; t < width; t++) {
        int64_t taken = 0, step = k->lot_least[lot];
        while (taken < k->lot_quantity[lot] && n < room) {
            double price = (cost_of(k, base + t, sign * (taken + step)) - cost_of(k, base + t, sign * taken)) / (double)step;
            if (!isinf(limit) && price * sign > limit * 1.0 && sign > 0) break;
            if (sign < 0 && -price < limit) break;
            if (price >= k->far_cost * 0.5) break;
            /* how far does this unit price reach? */
            int64_t units_here = step, more = k->lot_quantity[lot] - taken - step, grow = 1;
            while (more > 0 && step == 1) {
                int64_t try_units = grow < more ? grow : more;
                double next = cost_of(k, base + t, sign * (taken + units_here + try_units)) -
                              cost_of(k, base + t, sign * (taken + units_here));
                if (next > price * (double)try_units + 1e-6) {
                    if (grow == 1) break;
                    grow = 1;
                    continue;
                }
                units_here += try_units;
                more -= try_units;
                grow *= 2;
            }
            chunks[n].price = price;
            chunks[n].units = units_here;
            chunks[n++].slot = t;
            taken += units_here;
            step = 1;
            if (isinf(limit)) break;
        }
    }
    qsort(chunks, (size_t)n, sizeof(Chunk), by_chunk);
    int64_t left = most;
    *units = 0;
    for (int64_t t = 0; t < width; t++) k->chunk_units[t] = 0;
    for (int64_t c = 0; c < n && left > 0; c++) {
        int64_t take = chunks[c].units < left ? chunks[c].units : left;
        if (k->chunk_units[chunks[c].slot] == 0 && take < k->lot_least[lot]) continue;
        if (isinf(limit)) {
            if (*units) break;
            take = k->lot_least[lot];
        }
        k->chunk_units[chunks[c].slot] += take;
        cost += chunks[c].price * (double)take;
        left -= take;
        *units += take;
    }
    if (*units == 0) return -INFINITY;
    for (int64_t t = 0; t < width; t++)
        if (k->chunk_units[t]) add_span(plan, lot, base + t, 1, sign * k->chunk_units[t]);
    double v = lot_value(k, lot, *units);
    if (v > budget) v = budget;
    return (isinf(v) ? 0 : v) - cost;
}

/* The best way to take one lot now; spans are added to the plan. Returns the gain at its own price. */
static double plan_lot(Kernel *k, int64_t a, int64_t lot, Plan *plan, int64_t *units, int noise) {
    double best = -INFINITY;
    int64_t best_option = -1, best_start = 0, best_q = 0, before = plan->count;
    for (int64_t o = k->lot_options[lot]; o < k->lot_options[lot + 1]; o++) {
        if (k->lot_kind[lot] == VOLUME) {
            int64_t here = plan->count, got = 0;
            double gain = fill_volume(k, a, lot, o, plan, &got);
            if (gain > best) {
                int64_t n = plan->count - here;
                memmove(plan->lot + before, plan->lot + here, (size_t)n * 8);
                memmove(plan->item + before, plan->item + here, (size_t)n * 8);
                memmove(plan->length + before, plan->length + here, (size_t)n * 8);
                memmove(plan->quantity + before, plan->quantity + here, (size_t)n * 8);
                plan->count = before + n;
                best = gain;
                *units = got;
            } else {
                plan->count = here;
            }
            continue;
        }
        int64_t least = k->lot_least[lot], most = k->lot_quantity[lot];
        for (int which = 0; which < (least < most ? 2 : 1); which++) {
            int64_t q = which ? least : most, start = 0;
            double cost = cheapest(k, lot, o, q, &start, noise);
            if (isinf(cost)) continue;
            double gain = fill_gain(k, a, lot, q, cost);
            if (least < most && k->lot_kind[lot] == RUN) { /* the gain is concave in the quantity */
                int64_t low = least, high = most, item = k->option_item[o] + start;
                while (low < high) {
                    int64_t mid = (low + high) / 2;
                    double here = fill_gain(k, a, lot, mid, run_cost(k, lot, item, mid));
                    double next = fill_gain(k, a, lot, mid + 1, run_cost(k, lot, item, mid + 1));
                    if (next > here) low = mid + 1;
                    else high = mid;
                }
                gain = fill_gain(k, a, lot, low, run_cost(k, lot, item, low));
                q = low;
            }
            if (gain > best) {
                best = gain;
                best_option = o;
                best_start = start;
                best_q = q;
            }
        }
    }
    if (best_option < 0) return best;
    *units = best_q * k->lot_hours[lot];
    int64_t base = k->option_item[best_option], signed_q = best_q * k->lot_sign[lot];
    if (k->lot_kind[lot] == RUN) {
        add_span(plan, lot, base + best_start, k->lot_hours[lot], signed_q);
    } else {
        Chunk *chunks = (Chunk *)k->chunk_price;
        for (int64_t t = 0; t < k->option_width[best_option]; t++) {
            chunks[t].price = cost_of(k, base + t, signed_q);
            chunks[t].slot = t;
        }
        qsort(chunks, (size_t)k->option_width[best_option], sizeof(Chunk), by_chunk);
        for (int64_t t = 0; t < k->lot_hours[lot]; t++) add_span(plan, lot, base + chunks[t].slot, 1, signed_q);
    }
    return best;
}

static void apply(Kernel *k, const Plan *p, int64_t from, int sign) {
    for (int64_t s = from; s < p->count; s++)
        for (int64_t t = 0; t < p->length[s]; t++) move(k, p->item[s] + t, sign * p->quantity[s]);
}

/* The best alternative of a bid in the present state, as a plan with its gain (value less cost). */
static void plan_bid(Kernel *k, int64_t b, Plan *best, Plan *work, int noise) {
    best->gain = -INFINITY;
    best->count = 0;
    for (int64_t a = k->bid_alternatives[b]; a < k->bid_alternatives[b + 1]; a++) {
        if (k->alternative_kind[a]) continue;
        int64_t units[MAX_LOTS], first = k->alternative_lots[a], n = k->alternative_lots[a + 1] - first;
        double cost = 0, gain = 0;
        int possible = 1;
        work->count = 0;
        work->gain = 0;
        for (int64_t l = 0; l < n && possible; l++) {
            int64_t from = work->count;
            gain = plan_lot(k, a, first + l, work, &units[l], noise);
            possible = !(isinf(gain) || gain < -FAR / 4 || isinf(work->gain));
            if (!possible) {
                work->count = from;
                break;
            }
            for (int64_t s = from; s < work->count; s++)
                for (int64_t t = 0; t < work->length[s]; t++) {
                    cost += cost_of(k, work->item[s] + t, work->quantity[s]);
                    if (n > 1) move(k, work->item[s] + t, work->quantity[s]); /* the next lot sees this one */
                }
        }
        if (n > 1) apply(k, work, 0, -1);
        if (!possible) continue;
        work->value = alternative_value(k, a, units);
        gain = work->value - cost;
        if (gain > best->gain) {
            best->gain = gain;
            best->value = work->value;
            best->count = work->count;
            memcpy(best->lot, work->lot, (size_t)work->count * 8);
            memcpy(best->item, work->item, (size_t)work->count * 8);
            memcpy(best->length, work->length, (size_t)work->count * 8);
            memcpy(best->quantity, work->quantity, (size_t)work->count * 8);
        }
    }
}

static int place(Kernel *k, int64_t b, const Plan *p) {
    int64_t at = k->span_start[b];
    if (p->count > k->span_start[b + 1] - at) return 0;
    apply(k, p, 0, 1);
    k->span_count[b] = p->count;
    memcpy(k->span_lot + at, p->lot, (size_t)p->count * 8);
    memcpy(k->span_item + at, p->item, (size_t)p->count * 8);
    memcpy(k->span_length + at, p->length, (size_t)p->count * 8);
    memcpy(k->span_quantity + at, p->quantity, (size_t)p->count * 8);
    k->value[b] = p->value;
    k->welfare += p->gain;
    return 1;
}

static void save(const Kernel *k, int64_t b, Plan *p) {
    int64_t at = k->span_start[b];
    p->count = k->span_count[b];
    p->value = k->value[b];
    memcpy(p->lot, k->span_lot + at, (size_t)p->count * 8);
    memcpy(p->item, k->span_item + at, (size_t)p->count * 8);
    memcpy(p->length, k->span_length + at, (size_t)p->count * 8);
    memcpy(p->quantity, k->span_quantity + at, (size_t)p->count * 8);
}

static void take_out(Kernel *k, int64_t b) {
    double saved = 0;
    for (int64_t s = k->span_start[b]; s < k->span_start[b] + k->span_count[b]; s++)
        for (int64_t t = 0; t < k->span_length[s]; t++) {
            saved += -cost_of(k, k->span_item[s] + t, -k->span_quantity[s]);
            move(k, k->span_item[s] + t, -k->span_quantity[s]);
        }
    k->welfare += saved - k->value[b];
    k->span_count[b] = 0;
    k->value[b] = 0;
    k->losses -= k->loss[b];
    k->loss[b] = 0;
}

/* What an accepted bid loses at the prices that keep the curves in balance, at best. */
static double loss_of(const Kernel *k, int64_t b) {
    double pay = 0;
    for (int64_t s = k->span_start[b]; s < k->span_start[b] + k->span_count[b]; s++)
        for (int64_t t = 0; t < k->span_length[s]; t++) {
            int64_t q = k->span_quantity[s];
            pay += (double)q * (q > 0 ? k->low : k->high)[k->span_item[s] + t];
        }
    return pay > k->value[b] ? pay - k->value[b] : 0;
}

/* Buckets: the accepted bids of a product in each stretch of slots, to find whom a price change concerns. */
static void enlist(Kernel *k, int64_t b) {
    for (int64_t s = k->span_start[b]; s < k->span_start[b] + k->span_count[b]; s++)
        for (int64_t c = k->item_bucket[k->span_item[s]]; c <= k->item_bucket[k->span_item[s] + k->span_length[s] - 1]; c++) {
            int64_t *list = k->bucket_list + k->bucket_start[c], n = k->bucket_count[c], at = 0;
            while (at < n && list[at] != b) at++;
            if (at == n) list[k->bucket_count[c]++] = b;
        }
}
static void delist(Kernel *k, int64_t b) {
    for (int64_t s = k->span_start[b]; s < k->span_start[b] + k->span_count[b]; s++)
        for (int64_t c = k->item_bucket[k->span_item[s]]; c <= k->item_bucket[k->span_item[s] + k->span_length[s] - 1]; c++) {
            int64_t *list = k->bucket_list + k->bucket_start[c], n = k->bucket_count[c], at = 0;
            while (at < n && list[at] != b) at++;
            if (at < n) list[at] = list[--k->bucket_count[c]];
        }
}

/* Takes note of changed prices at these items; marks their buckets. Returns the number of marked buckets. */
static int64_t note_prices(Kernel *k, int64_t item, int64_t length, int64_t marked) {
    for (int64_t i = item; i < item + length; i++) {
        double low = low_price(k, i), high = high_price(k, i);
        if (low == k->low[i] && high == k->high[i]) continue;
        k->low[i] = low;
        k->high[i] = high;
        int64_t c = k->item_bucket[i];
        if (k->bucket_stamp[c] == k->stamp) continue;
        k->bucket_stamp[c] = k->stamp;
        k->bucket_marked[marked++] = c;
    }
    return marked;
}

static void set_loss(Kernel *k, int64_t b) {
    double now = k->span_count[b] ? loss_of(k, b) : 0;
    k->losses += now - k->loss[b];
    k->loss[b] = now;
}

/* Recounts the losses after the listed bids moved from their saved places to their present ones. */
static void refresh_losses(Kernel *k, const int64_t *list, int64_t n, const Plan *saved) {
    int64_t marked = 0;
    k->stamp++;
    for (int64_t j = 0; j < n; j++) {
        int64_t b = list[j];
        for (int64_t s = 0; s < saved[j].count; s++) marked = note_prices(k, saved[j].item[s], saved[j].length[s], marked);
        for (int64_t s = k->span_start[b]; s < k->span_start[b] + k->span_count[b]; s++)
            marked = note_prices(k, k->span_item[s], k->span_length[s], marked);
    }
    for (int64_t j = 0; j < n; j++) {
        set_loss(k, list[j]);
        k->bid_stamp[list[j]] = k->stamp;
    }
    for (int64_t m = 0; m < marked; m++) {
        int64_t c = k->bucket_marked[m];
        for (int64_t at = k->bucket_start[c]; at < k->bucket_start[c] + k->bucket_count[c]; at++) {
            int64_t b = k->bucket_list[at];
            if (k->bid_stamp[b] == k->stamp) continue;
            k->bid_stamp[b] = k->stamp;
            set_loss(k, b);
        }
    }
}

/* Counts everything anew; must stand before a penalised search. */
API void kernel_losses(Kernel *k) {
    for (int64_t i = 0; i < k->n_items; i++) {
        k->low[i] = low_price(k, i);
        k->high[i] = high_price(k, i);
    }
    for (int64_t c = 0; c < k->n_buckets; c++) k->bucket_count[c] = 0;
    k->losses = 0;
    for (int64_t b = 0; b < k->n_bids; b++) {
        k->loss[b] = 0;
        if (!k->span_count[b]) continue;
        k->loss[b] = loss_of(k, b);
        k->losses += k->loss[b];
        enlist(k, b);
    }
}

/* Inserts the bids in this order, each where it gains; returns how many were placed. */
API int64_t kernel_insert(Kernel *k, const int64_t *order, int64_t n) {
    Plan *best = malloc(sizeof(Plan)), *work = malloc(sizeof(Plan));
    int64_t placed = 0;
    for (int64_t i = 0; best && work && i < n; i++) {
        int64_t b = order[i];
        if (k->span_count[b] || k->banned[b]) continue;
        plan_bid(k, b, best, work, 0);
        if (best->gain > 0 && best->count && place(k, b, best)) placed++;
    }
    free(best);
    free(work);
    return placed;
}

/* The accepted bid of least value among those that keep item i beyond an end of its curve; -1: none. */
static int64_t evictable(const Kernel *k, int64_t i) {
    int64_t g = k->item_group[i], found = -1;
    int sign = k->position[i] < 0 ? -1 : 1;
    double least = INFINITY;
    for (int64_t n = k->group_start[g]; n < k->group_start[g + 1]; n++) {
        int64_t b = k->group_bids[n];
        for (int64_t s = k->span_start[b]; s < k->span_start[b] + k->span_count[b]; s++)
            if (k->span_item[s] <= i && i < k->span_item[s] + k->span_length[s] && k->span_quantity[s] * sign > 0 &&
                k->value[b] * sign < least) {
                least = k->value[b] * sign;
                found = b;
            }
    }
    return found;
}

/* Takes bids out, and after them whatever can then no longer be served or sold. */
API void kernel_remove(Kernel *k, const int64_t *bids, int64_t n, double near_cost) {
    k->far_cost = near_cost;
    for (int64_t i = 0; i < n; i++)
        if (k->span_count[bids[i]]) take_out(k, bids[i]);
    for (int64_t i = 0; k->misplaced > 0 && i < k->n_items;) {
        int64_t b = outside(k, i) ? evictable(k, i) : -1;
        if (b < 0) {
            i++;
        } else {
            take_out(k, b);
            i = 0; /* its other items may be out now */
        }
    }
    k->far_cost = FAR;
}

/* Gain of inserting bid b now (it is not inserted); minus infinity where it cannot be. The plan's spans are written to
 * the bid's own room with count in *count. */
API double kernel_try(Kernel *k, int64_t b, int64_t *count, double *value) {
    Plan *best = malloc(sizeof(Plan)), *work = malloc(sizeof(Plan));
    double gain = -INFINITY;
    *count = 0;
    if (best && work) {
        plan_bid(k, b, best, work, 0);
        int64_t at = k->span_start[b];
        if (best->count && best->count <= k->span_start[b + 1] - at) {
            memcpy(k->span_lot + at, best->lot, (size_t)best->count * 8);
            memcpy(k->span_item + at, best->item, (size_t)best->count * 8);
            memcpy(k->span_length + at, best->length, (size_t)best->count * 8);
            memcpy(k->span_quantity + at, best->quantity, (size_t)best->count * 8);
            if (best->count < k->span_start[b + 1] - at) k->span_length[at + best->count] = 0; /* where the plan ends */
            *count = best->count;
            *value = best->value;
            gain = best->gain;
        }
    }
    free(best);
    free(work);
    return gain;
}

static void withdraw(Kernel *k, int64_t b) {
    if (!k->span_count[b]) return;
    if (k->penalty > 0) delist(k, b);
    take_out(k, b);
}

static void admit(Kernel *k, int64_t b, const Plan *p) {
    if (p->count && place(k, b, p) && k->penalty > 0) enlist(k, b);
}

/* The bids of one step: the seed and some that share products and hours with it. */
static int64_t gather(Kernel *k, int64_t seed, int64_t *list, int wide) {
    int64_t groups = k->bid_groups_start[seed + 1] - k->bid_groups_start[seed];
    int64_t most_removed = 1 + below(k, 10), most = most_removed + 4 + below(k, 20), n = 0, removed = 0;
    if (wide) { /* a block of supply needs many buyers at once */
        most_removed += 4 + below(k, 24);
        most = MAX_TOUCHED;
    }
    list[n++] = seed;
    removed += k->span_count[seed] > 0;
    for (int rounds = groups > 1 && below(k, 2) ? 2 : 1; rounds > 0; rounds--) {
        int64_t e = k->bid_groups_start[seed] + below(k, groups), g = k->bid_group[e];
        int64_t first = k->group_start[g], size = k->group_start[g + 1] - first;
        int64_t reach = wide ? 240 : 60, radius = 3 + below(k, size < reach ? size : reach);
        for (int64_t tries = 0; tries < 4 * most && n < most; tries++) {
            int64_t at = k->bid_place[e] - radius + below(k, 2 * radius + 1);
            if (at < 0 || at >= size) continue;
            int64_t b = k->group_bids[first + at];
            int known = k->banned[b];
            for (int64_t j = 0; j < n && !known; j++) known = list[j] == b;
            if (known || (k->span_count[b] && removed >= most_removed)) continue;
            removed += k->span_count[b] > 0;
            list[n++] = b;
        }
    }
    return n;
}

static void to_front(int64_t *order, int64_t n, int64_t which) {
    for (int64_t j = 1; j < n; j++)
        if (order[j] == which) {
            order[j] = order[0];
            order[0] = which;
        }
}

/* In which order they come back: shuffled; often those that were out first, or the seed. */
static void shuffle(Kernel *k, int64_t *order, int64_t n, const Plan *saved, int forced) {
    for (int64_t j = 0; j < n; j++) order[j] = j;
    for (int64_t j = n - 1; j > 0; j--) {
        int64_t other = below(k, j + 1), swap = order[j];
        order[j] = order[other];
        order[other] = swap;
    }
    if (below(k, 2)) {
        int64_t front = 0;
        for (int64_t j = 0; j < n; j++)
            if (!saved[order[j]].count) {
                int64_t swap = order[front];
                order[front++] = order[j];
                order[j] = swap;
            }
    }
    if (forced || below(k, 2)) to_front(order, n, 0);
}

/* Ruin and recreate. temperature: a step may be worse by up to a random part of it (grains) and still be kept; the
 * caller keeps the best state. near_cost: what a unit beyond a curve's end costs on the way; at the end of a step there
 * is none. pool: the bids to start from. Returns the number of steps kept, -1 without memory. */
API int64_t kernel_search(Kernel *k, int64_t steps, double temperature, double near_cost, const int64_t *pool,
                          int64_t n_pool) {
    Plan *saved = malloc(sizeof(Plan) * (2 * MAX_TOUCHED + 2)), *present, *best, *work;
    int64_t kept = 0, list[MAX_TOUCHED], order[MAX_TOUCHED];
    if (!saved || n_pool < 1) {
        free(saved);
        return -1;
    }
    present = saved + MAX_TOUCHED;
    best = present + MAX_TOUCHED;
    work = best + 1;
    k->far_cost = near_cost;
    for (int64_t step = 0; step < steps; step++) {
        int64_t seed = pool[below(k, n_pool)];
        if (k->bid_groups_start[seed + 1] == k->bid_groups_start[seed] || k->banned[seed]) continue;
        int forced = !k->span_count[seed] && below(k, 3) == 0;
        double before = k->welfare - k->penalty * k->losses;
        int64_t n = gather(k, seed, list, forced && k->lot_sign[k->alternative_lots[k->bid_alternatives[seed]]] < 0);
        for (int64_t j = 0; j < n; j++) {
            save(k, list[j], &saved[j]);
            withdraw(k, list[j]);
        }
        shuffle(k, order, n, saved, forced);
        for (int64_t j = 0; j < n; j++) {
            plan_bid(k, list[order[j]], best, work, 1);
            if (best->gain > 0 || (forced && j == 0 && best->gain > -FAR / 4)) admit(k, list[order[j]], best);
        }
        if (k->penalty > 0) refresh_losses(k, list, n, saved);
        double after = k->welfare - k->penalty * k->losses;
        double slack = temperature > 0 ? temperature * (double)below(k, 1000) / 1000.0 : 0;
        if (k->misplaced == 0 && after >= before - slack - 1e-6) {
            kept++;
            continue;
        }
        for (int64_t j = 0; j < n; j++) {
            save(k, list[j], &present[j]);
            withdraw(k, list[j]);
        }
        for (int64_t j = 0; j < n; j++) {
            saved[j].gain = 0;
            admit(k, list[j], &saved[j]);
        }
        if (k->penalty > 0) refresh_losses(k, list, n, present);
        k->welfare = before + k->penalty * k->losses;
    }
    k->far_cost = FAR;
    free(saved);
    return kept;
}

/* Moves the curves by the plan that kernel_try left for bid b, or back. */
API void kernel_shift(Kernel *k, int64_t b, int64_t sign) {
    for (int64_t s = k->span_start[b]; s < k->span_start[b + 1] && k->span_length[s] > 0; s++)
        for (int64_t t = 0; t < k->span_length[s]; t++) move(k, k->span_item[s] + t, sign * k->span_quantity[s]);
}

/* Least cost and greatest gain of one option's lot at given prices (grains), for quantity q. */
static double priced_lot(Kernel *k, int64_t a, int64_t lot, const double *price, double *least_cost, int64_t *item,
                         int64_t *quantity) {
    double best = -INFINITY, cheapest_cost = INFINITY;
    int sign = k->lot_sign[lot];
    double limit = k->lot_limit[lot], budget = own_budget(k, a, lot);
    for (int64_t o = k->lot_options[lot]; o < k->lot_options[lot + 1]; o++) {
        const double *p = price + k->option_item[o];
        int64_t width = k->option_width[o], hours = k->lot_hours[lot];
        if (k->lot_kind[lot] == VOLUME) {
            double gain = 0, dearest = INFINITY;
            int64_t left = k->lot_volume[lot];
            for (int64_t t = 0; t < width; t++) {
                k->sums[t] = sign * p[t];
                if (k->sums[t] < dearest) dearest = k->sums[t];
            }
            qsort(k->sums, (size_t)width, sizeof(double), by_price);
            for (int64_t t = 0; t < width && left > 0; t++) {
                double margin = isinf(limit) ? 0 : sign * limit - k->sums[t];
                int64_t take = k->lot_quantity[lot] < left ? k->lot_quantity[lot] : left;
                if (margin <= 0) break;
                gain += margin * (double)take;
                left -= take;
            }
            if (isinf(limit)) gain = budget - dearest;
            if (gain > best) {
                best = gain;
                *item = k->option_item[o];
                *quantity = 0;
            }
            if (dearest * (sign > 0 ? 1.0 : (double)k->lot_volume[lot]) < cheapest_cost)
                cheapest_cost = dearest * (sign > 0 ? 1.0 : (double)k->lot_volume[lot]);
            continue;
        }
        double sum = 0, low = INFINITY;
        int64_t start = 0;
        if (k->lot_kind[lot] == SPREAD) {
            for (int64_t t = 0; t < width; t++) k->sums[t] = sign * p[t];
            qsort(k->sums, (size_t)width, sizeof(double), by_price);
            for (int64_t t = 0; t < hours; t++) sum += k->sums[t];
            low = sum;
        } else {
            for (int64_t t = 0; t < width; t++) {
                sum += sign * p[t];
                if (t >= hours) sum -= sign * p[t - hours];
                if (t >= hours - 1 && sum < low) {
                    low = sum;
                    start = t - hours + 1;
                }
            }
        }
        int64_t fills[4] = {k->lot_quantity[lot], k->lot_least[lot], 0, 0};
        if (!isinf(budget) && !isinf(limit) && limit > 0) {
            fills[2] = (int64_t)(budget / (limit * (double)hours));
            fills[3] = fills[2] + 1;
        }
        for (int f = 0; f < 4; f++) {
            int64_t q = fills[f];
            if (q < k->lot_least[lot] || q > k->lot_quantity[lot]) continue;
            double cost = low * (double)q, gain = fill_gain(k, a, lot, q, cost);
            if (gain > best) {
                best = gain;
                *item = k->option_item[o] + start;
                *quantity = q * sign;
            }
            if (cost < cheapest_cost) cheapest_cost = cost;
        }
    }
    *least_cost = cheapest_cost;
    return best;
}

/* The separable dual at prices: an upper bound on the surplus of every selection. load: what the bids would take
 * (added, for the subgradient); surplus (may be null): each bid's part. constant: value of all hourly demand. */
API double kernel_dual(Kernel *k, const double *price, const double *demand, double constant, double *load, double *surplus) {
    double total = constant;
    for (int64_t i = 0; i < k->n_items; i++) {
        int64_t at = 0;
        double part = -price[i] * demand[i];
        for (int64_t s = k->step_start[i]; s < k->step_start[i + 1] && k->step_price[s] < price[i]; s++) {
            part += (price[i] - k->step_price[s]) * (double)(k->step_end[s] - at);
            at = k->step_end[s];
        }
        total += part;
        load[i] = demand[i] - (double)at;
    }
    for (int64_t b = 0; b < k->n_bids; b++) {
        double best = 0;
        int64_t best_alternative = -1;
        for (int64_t a = k->bid_alternatives[b]; a < k->bid_alternatives[b + 1]; a++) {
            double gains = 0, costs = 0;
            int64_t units[MAX_LOTS], first = k->alternative_lots[a], n = k->alternative_lots[a + 1] - first, x, y;
            int priced = 1, possible = 1;
            for (int64_t l = 0; l < n && possible; l++) {
                double cost, gain = priced_lot(k, a, first + l, price, &cost, &x, &y);
                if (isinf(gain) || isinf(cost)) {
                    possible = 0;
                    break;
                }
                if (isinf(k->lot_limit[first + l]) && isinf(own_budget(k, a, first + l))) priced = 0;
                gains += k->alternative_kind[a] && gain < 0 ? 0 : gain;
                costs += k->alternative_kind[a] && cost > 0 ? 0 : cost;
                units[l] = k->lot_sign[first + l] > 0           ? k->lot_volume[first + l]
                           : k->alternative_kind[a]             ? 0
                           : k->lot_kind[first + l] == VOLUME   ? 1
                                                                : k->lot_least[first + l] * k->lot_hours[first + l];
            }
            if (!possible && !k->alternative_kind[a]) continue;
            double capped = alternative_value(k, a, units) - costs;
            double bound = priced && gains < capped ? gains : capped;
            if (bound > best) {
                best = bound;
                best_alternative = a;
            }
        }
        total += best;
        if (surplus) surplus[b] = best;
        if (best_alternative < 0) continue;
        for (int64_t l = k->alternative_lots[best_alternative]; l < k->alternative_lots[best_alternative + 1]; l++) {
            double cost;
            int64_t item = -1, quantity = 0;
            double gain = priced_lot(k, best_alternative, l, price, &cost, &item, &quantity);
            if (item < 0 || (k->alternative_kind[best_alternative] && gain <= 0)) continue;
            if (k->lot_kind[l] == RUN) {
                for (int64_t t = 0; t < k->lot_hours[l]; t++) load[item + t] += (double)quantity;
            } else if (k->lot_kind[l] == VOLUME) {
                int64_t left = k->lot_volume[l], width = k->option_width[k->lot_options[l]];
                for (int64_t t = 0; t < width && left > 0; t++) {
                    if (k->lot_sign[l] * (k->lot_limit[l] - price[item + t]) <= 0) continue;
                    int64_t take = k->lot_quantity[l] < left ? k->lot_quantity[l] : left;
                    load[item + t] += (double)(take * k->lot_sign[l]);
                    left -= take;
                }
            } else {
                int64_t width = k->option_width[k->lot_options[l]];
                double part = (double)(quantity * k->lot_hours[l]) / (double)width;
                for (int64_t t = 0; t < width; t++) load[item + t] += part;
            }
        }
    }
    return total;
}

/* The curves' price intervals. */
API void kernel_prices(const Kernel *k, double *low, double *high) {
    for (int64_t i = 0; i < k->n_items; i++) {
        low[i] = low_price(k, i);
        high[i] = high_price(k, i);
    }
}

static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_kernel", "The search kernel; called through ctypes.", -1};
PyMODINIT_FUNC PyInit__kernel(void) { return PyModule_Create(&definition); }
