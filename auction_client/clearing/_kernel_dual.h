/* The separable dual. */
/* Running totals of the prices of each product, with and without the item itself: runs cost a difference of two. */
typedef struct {
    double *with, *without;
} Running;

/* To be freed by `with`; 0 without memory. */
static int add_up(const Kernel *k, const double *price, Running *run) {
    double sum = 0;
    run->with = malloc(2 * sizeof(double) * (size_t)(k->n_items + 1));
    if (!run->with) return 0;
    run->without = run->with + k->n_items;
    for (int64_t i = 0; i < k->n_items; i++) {
        if (i && k->item_group[i] != k->item_group[i - 1]) sum = 0;
        run->without[i] = sum;
        run->with[i] = sum += price[i];
    }
    return 1;
}

/* The least that a run of so many hours costs (a sale: minus what it brings) from any of `n` starts. */
static double least_of_runs(const Running *run, int64_t item, int64_t n, int64_t hours, int sign) {
    const double *ahead = run->with + item + hours - 1, *behind = run->without + item;
    double least[4] = {INFINITY, INFINITY, INFINITY, INFINITY};
    int64_t t = 0;
    for (; t + 4 <= n; t += 4) /* four at once: the compiler may not reorder comparisons by itself */
        for (int64_t j = 0; j < 4; j++) {
            double cost = sign * (ahead[t + j] - behind[t + j]);
            least[j] = cost < least[j] ? cost : least[j];
        }
    for (; t < n; t++) {
        double cost = sign * (ahead[t] - behind[t]);
        least[0] = cost < least[0] ? cost : least[0];
    }
    double low = least[0];
    for (int64_t j = 1; j < 4; j++) low = least[j] < low ? least[j] : low;
    return low;
}

/* The first of the starts at which a run costs no more than this. */
static int64_t first_start(const Running *run, int64_t item, int64_t n, int64_t hours, int sign, double cost) {
    const double *ahead = run->with + item + hours - 1, *behind = run->without + item;
    int64_t t = 0;
    while (t < n - 1 && sign * (ahead[t] - behind[t]) > cost) t++;
    return t;
}

/* Least cost and greatest gain of one option's lot at given prices (grains), for quantity q. */
static double priced_lot(Kernel *k, int64_t a, int64_t lot, const double *price, const Running *run, double *least_cost,
                         int64_t *option, double *unit_cost, int64_t *quantity) {
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
            /* at negative prices, more costs less */
            dearest *= dearest < 0 ? (double)k->lot_volume[lot] : 1.0;
            if (isinf(limit)) gain = budget - dearest;
            if (gain > best) {
                best = gain;
                *option = o;
                *quantity = 0;
            }
            if (dearest < cheapest_cost) cheapest_cost = dearest;
            continue;
        }
        if (width < hours) continue; /* the search's focus has dropped this option */
        double sum = 0, low = INFINITY;
        if (k->lot_kind[lot] == SPREAD) {
            for (int64_t t = 0; t < width; t++) k->sums[t] = sign * p[t];
            qsort(k->sums, (size_t)width, sizeof(double), by_price);
            for (int64_t t = 0; t < hours; t++) sum += k->sums[t];
            low = sum;
        } else {
            low = least_of_runs(run, k->option_item[o], width - hours + 1, hours, sign);
        }
        int64_t fills[4] = {k->lot_quantity[lot], k->lot_least[lot]}, n_fills = fills[0] > fills[1] ? 2 : 1;
        if (!isinf(budget) && !isinf(limit) && limit > 0) {
            fills[2] = (int64_t)(budget / (limit * (double)hours));
            fills[3] = fills[2] + 1;
            n_fills = 4;
        }
        for (int64_t f = 0; f < n_fills; f++) {
            int64_t q = fills[f];
            if (q < k->lot_least[lot] || q > k->lot_quantity[lot]) continue;
            double cost = low * (double)q, gain = fill_gain(k, a, lot, q, cost);
            if (gain > best) {
                best = gain;
                *option = o;
                *unit_cost = low;
                *quantity = q * sign;
            }
            if (cost < cheapest_cost) cheapest_cost = cost;
        }
    }
    *least_cost = cheapest_cost;
    return best;
}

/* The most that an alternative can gain at prices, and the least that it costs; minus infinity where it is impossible. */
static double bound_of(Kernel *k, int64_t a, const double *price, const Running *run, double *costs) {
    double gains = 0;
    int64_t units[MAX_LOTS], first = k->alternative_lots[a], n = k->alternative_lots[a + 1] - first, o, q;
    int priced = 1;
    units[0] = 0;
    *costs = 0;
    for (int64_t l = 0; l < n; l++) {
        double cost, unit, gain = priced_lot(k, a, first + l, price, run, &cost, &o, &unit, &q);
        if (isinf(gain) || isinf(cost)) {
            if (!k->alternative_kind[a]) return -INFINITY;
            units[l] = 0;
            continue;
        }
        if (isinf(k->lot_limit[first + l]) && isinf(own_budget(k, a, first + l))) priced = 0;
        gains += k->alternative_kind[a] && gain < 0 ? 0 : gain;
        *costs += k->alternative_kind[a] && cost > 0 ? 0 : cost;
        units[l] = k->lot_sign[first + l] > 0         ? k->lot_volume[first + l]
                   : k->alternative_kind[a]           ? 0
                   : k->lot_kind[first + l] == VOLUME ? 1
                                                      : k->lot_least[first + l] * k->lot_hours[first + l];
    }
    double capped = alternative_value(k, a, units) - *costs;
    return priced && gains < capped ? gains : capped;
}

/* The separable dual at prices: an upper bound on the surplus of every selection. load: what the bids would take
 * (added, for the subgradient); surplus (may be null): each bid's part. constant: value of all hourly demand. */
API double kernel_dual(Kernel *k, const double *price, const double *demand, double constant, double *load, double *surplus) {
    double total = constant;
    Running run;
    if (!add_up(k, price, &run)) return NAN;
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
            double costs, bound = bound_of(k, a, price, &run, &costs);
            if (bound > best) {
                best = bound;
                best_alternative = a;
            }
        }
        total += best;
        if (surplus) surplus[b] = best;
        if (best_alternative < 0) continue;
        for (int64_t l = k->alternative_lots[best_alternative]; l < k->alternative_lots[best_alternative + 1]; l++) {
            double cost, unit = 0;
            int64_t option = -1, quantity = 0;
            double gain = priced_lot(k, best_alternative, l, price, &run, &cost, &option, &unit, &quantity);
            if (option < 0 || (k->alternative_kind[best_alternative] && gain <= 0)) continue;
            int64_t item = k->option_item[option], width = k->option_width[option], hours = k->lot_hours[l];
            if (k->lot_kind[l] == RUN) {
                item += first_start(&run, item, width - hours + 1, hours, k->lot_sign[l], unit);
                for (int64_t t = 0; t < hours; t++) load[item + t] += (double)quantity;
            } else if (k->lot_kind[l] == VOLUME) {
                int64_t left = k->lot_volume[l];
                for (int64_t t = 0; t < width && left > 0; t++) {
                    if (k->lot_sign[l] * (k->lot_limit[l] - price[item + t]) <= 0) continue;
                    int64_t take = k->lot_quantity[l] < left ? k->lot_quantity[l] : left;
                    load[item + t] += (double)(take * k->lot_sign[l]);
                    left -= take;
                }
            } else {
                double part = (double)(quantity * hours) / (double)width;
                for (int64_t t = 0; t < width; t++) load[item + t] += part;
            }
        }
    }
    free(run.with);
    return total;
}
