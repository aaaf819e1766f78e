/* The separable dual. */
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
            /* at negative prices, more costs less */
            dearest *= dearest < 0 ? (double)k->lot_volume[lot] : 1.0;
            if (isinf(limit)) gain = budget - dearest;
            if (gain > best) {
                best = gain;
                *item = k->option_item[o];
                *quantity = 0;
            }
            if (dearest < cheapest_cost) cheapest_cost = dearest;
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
