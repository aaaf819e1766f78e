/* The best way to serve a lot or a bid in the present state. */
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

/* The most that a lot may be worth by the nearest budget over it. Sales under the same budget make room in it, so that
 * it says nothing of a lot beside them. */
static double own_budget(const Kernel *k, int64_t a, int64_t lot) {
    int64_t cap = k->lot_cap[lot], caps = k->alternative_caps[a];
    if (cap < 0) return INFINITY;
    for (int64_t l = k->alternative_lots[a]; l < k->alternative_lots[a + 1]; l++) {
        int64_t above = k->lot_sign[l] < 0 ? k->lot_cap[l] : -1;
        while (above >= 0 && above != cap) above = k->cap_parent[caps + above];
        if (above == cap) return INFINITY;
    }
    return k->cap_amount[caps + cap];
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

/* No run of this option costs less for a quantity of one; infinite where every start is forbidden. */
static double least_run_cost(const Kernel *k, int64_t lot, int64_t option) {
    int64_t width = k->option_width[option], hours = k->lot_hours[lot], base = k->option_item[option];
    double *unit = k->sums, sum = 0, least = INFINITY;
    int64_t closed = 0;
    for (int64_t t = 0; t < width; t++) {
        unit[t] = least_unit_cost(k, base + t, k->lot_sign[lot]);
        if (unit[t] > FAR / 4) closed++;
        else sum += unit[t];
        if (t >= hours) {
            if (unit[t - hours] > FAR / 4) closed--;
            else sum -= unit[t - hours];
        }
        if (t >= hours - 1 && !closed && sum < least) least = sum;
    }
    return least;
}

/* The cheapest start (or hours) for quantity q of one option; its cost, infinite where none is possible. */
static double cheapest(Kernel *k, int64_t lot, int64_t option, int64_t q, int64_t *start, int64_t noise) {
    int64_t width = k->option_width[option], hours = k->lot_hours[lot], base = k->option_item[option];
    int64_t signed_q = q * k->lot_sign[lot];
    double best = INFINITY, sum = 0;
    int64_t closed = 0; /* forbidden slots inside the run */
    if (width < hours) return INFINITY; /* the search's focus has dropped this option */
    const double *price = (signed_q > 0 ? k->next_price : k->last_price) + base;
    const int64_t *units = (signed_q > 0 ? k->next_units : k->last_units) + base;
    for (int64_t t = 0; t < width; t++)
        k->sums[t] = q <= units[t] ? price[t] * (double)signed_q : cost_of(k, base + t, signed_q);
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

/* A place for one lot of a bid: an option's items from `item` on. */
typedef struct {
    int64_t alternative, lot, option, item, hours;
} Aim;

/* The best way to take one lot now; spans are added to the plan. Returns the gain at its own price. floor: gains up to
 * it are of no use; where no more is possible, the answer may be minus infinity.
 * aim (may be null): where one of the lots has to run. */
static double plan_lot(Kernel *k, int64_t a, int64_t lot, Plan *plan, int64_t *units, double floor, int noise, const Aim *aim) {
    double best = -INFINITY;
    int priced = !isinf(k->lot_limit[lot]) || !isinf(own_budget(k, a, lot));
    int64_t best_option = -1, best_start = 0, best_q = 0, before = plan->count;
    for (int64_t o = k->lot_options[lot]; o < k->lot_options[lot + 1]; o++) {
        if (aim && aim->lot == lot && aim->option != o) continue;
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
        if (k->lot_kind[lot] == RUN && priced) {
            double unit = least_run_cost(k, lot, o), enough = best > floor ? best : floor;
            double at_most = fill_gain(k, a, lot, most, unit * (double)most);
            double at_least = fill_gain(k, a, lot, least, unit * (double)least);
            if (least < most && !isinf(own_budget(k, a, lot))) /* a budget bends the gain between them */
                at_most = fill_gain(k, a, lot, most, unit * (double)(unit > 0 ? least : most));
            if (at_most <= enough && at_least <= enough) continue;
        }
        for (int which = 0; which < (least < most ? 2 : 1); which++) {
            int64_t q = which ? least : most, start = 0;
            double cost;
            if (aim && aim->lot == lot) {
                start = aim->item - k->option_item[o];
                cost = run_cost(k, lot, aim->item, q);
            } else {
                cost = cheapest(k, lot, o, q, &start, noise);
            }
            if (isinf(cost)) continue;
            double gain = fill_gain(k, a, lot, q, cost);
            if (least < most && k->lot_kind[lot] == RUN) { /* the gain is concave in the quantity */
                int64_t low = least, high = most, item = k->option_item[o] + start;
                while (low < high) { /* it is mostly greatest at one of the ends */
                    int64_t mid = high == most ? most - 1 : low == least ? least : (low + high) / 2;
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

/* The best alternative of a bid in the present state, as a plan with its gain (value less cost). floor: gains up to it
 * are of no use, and the plan may then be empty. aim (may be null): the alternative, and where one lot of it runs. */
static void plan_bid(Kernel *k, int64_t b, Plan *best, Plan *work, double floor, int noise, const Aim *aim) {
    best->gain = -INFINITY;
    best->count = 0;
    for (int64_t a = k->bid_alternatives[b]; a < k->bid_alternatives[b + 1]; a++) {
        if (k->alternative_kind[a] || (aim && aim->alternative != a)) continue;
        int64_t units[MAX_LOTS], first = k->alternative_lots[a], n = k->alternative_lots[a + 1] - first;
        double cost = 0, gain = 0;
        int possible = 1;
        work->count = 0;
        work->gain = 0;
        for (int64_t l = 0; l < n && possible; l++) {
            int64_t from = work->count;
            double enough = n > 1 ? -INFINITY : best->gain > floor ? best->gain : floor;
            gain = plan_lot(k, a, first + l, work, &units[l], enough, noise, aim);
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
