/* Which choices are worth trying at given prices. */
enum { HOPELESS = 0, SURE = 1, OPEN = 2 };

/* Narrows an option of a run to the starts that cost at most this much for one unit; returns how many are left. */
static int64_t narrow(const Kernel *k, const Running *run, int64_t lot, int64_t o, double most, int64_t *item, int64_t *width) {
    int64_t hours = k->lot_hours[lot], n = k->option_width[o] - hours + 1, first = 0, last = n - 1;
    const double *ahead = run->with + k->option_item[o] + hours - 1, *behind = run->without + k->option_item[o];
    int sign = k->lot_sign[lot];
    while (first < n && sign * (ahead[first] - behind[first]) > most) first++;
    while (last > first && sign * (ahead[last] - behind[last]) > most) last--;
    *item = k->option_item[o] + first;
    *width = first < n ? last - first + hours : 0;
    return first < n ? last - first + 1 : 0;
}

/* The choices of one alternative that lose at most `slack` against its best; returns how many there are. */
static int64_t narrow_alternative(Kernel *k, const Running *run, int64_t a, double slack, int64_t *item, int64_t *width) {
    int64_t choices = 1;
    for (int64_t l = k->alternative_lots[a]; l < k->alternative_lots[a + 1]; l++) {
        int64_t hours = k->lot_hours[l], kept = 0;
        double least = INFINITY;
        if (k->lot_kind[l] != RUN) {
            choices++;
            continue;
        }
        for (int64_t o = k->lot_options[l]; o < k->lot_options[l + 1]; o++) {
            double cost = least_of_runs(run, k->option_item[o], k->option_width[o] - hours + 1, hours, k->lot_sign[l]);
            least = cost < least ? cost : least;
        }
        for (int64_t o = k->lot_options[l]; o < k->lot_options[l + 1]; o++)
            kept += narrow(k, run, l, o, least + slack / (double)k->lot_least[l], &item[o], &width[o]);
        choices += kept - 1 + (k->lot_least[l] < k->lot_quantity[l]);
    }
    return choices;
}

/* Writes to item and width what is left of every option once the choices are dropped that lose more than this share of
 * a bid's payment against its best answer to the prices; to state, which bids are hopeless, sure, or open. Returns -1
 * without memory. */
API int64_t kernel_focus(Kernel *k, const double *price, double share, int64_t *item, int64_t *width, int8_t *state) {
    Running run;
    if (!add_up(k, price, &run)) return -1;
    for (int64_t b = 0; b < k->n_bids; b++) {
        double best = -INFINITY, scale = 0;
        int64_t choices = 0;
        for (int64_t a = k->bid_alternatives[b]; a < k->bid_alternatives[b + 1]; a++) {
            double costs, bound = k->alternative_kind[a] ? -INFINITY : bound_of(k, a, price, &run, &costs);
            if (bound <= best) continue;
            best = bound;
            scale = fabs(costs);
        }
        double most = share * scale;
        for (int64_t a = k->bid_alternatives[b]; a < k->bid_alternatives[b + 1]; a++) {
            double costs, bound = k->alternative_kind[a] ? -INFINITY : bound_of(k, a, price, &run, &costs);
            double slack = most - ((best > 0 ? best : 0) - bound);
            if (slack >= 0) {
                choices += narrow_alternative(k, &run, a, slack, item, width);
                continue;
            }
            for (int64_t o = k->lot_options[k->alternative_lots[a]]; o < k->lot_options[k->alternative_lots[a + 1]]; o++)
                width[o] = 0;
        }
        state[b] = (int8_t)(!choices ? HOPELESS : choices > 1 || best <= most ? OPEN : SURE);
    }
    free(run.with);
    return 0;
}
