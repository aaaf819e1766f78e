/* Losses: what accepted bids pay at the prices next to the curves, beyond what they are worth. Where there are any,
 * perhaps no price supports the selection; the search may count them against it. */
typedef struct {
    double *low, *low_before, *high, *high_before; /* running totals of a product's prices, with and without the item */
    double *loss, *old;                            /* of each bid; of the changed ones, before */
    int64_t *first, *group, *changed;              /* first item of each group; groups of one step; changed bids */
    int64_t n_groups, n_changed;
    double total, weight;
} Losses;

static void add_up_prices(const Kernel *k, Losses *l, int64_t group) {
    double low = 0, high = 0;
    for (int64_t i = l->first[group]; i < l->first[group + 1]; i++) {
        double next = high_price(k, i);
        l->low_before[i] = low;
        l->high_before[i] = high;
        l->low[i] = low += low_price(k, i);
        l->high[i] = high += next < MOST_PRICE ? next : MOST_PRICE;
    }
}

/* Buyers pay the price of the last unit in use at least, sellers get that of the next at most. */
static double loss_of(const Kernel *k, const Losses *l, int64_t b) {
    double pay = 0;
    int64_t begin = k->span_start[b];
    for (int64_t s = begin; s < begin + k->span_count[b]; s++) {
        int64_t i = k->span_item[s], last = i + k->span_length[s] - 1, q = k->span_quantity[s];
        pay += (double)q * (q > 0 ? l->low[last] - l->low_before[i] : l->high[last] - l->high_before[i]);
    }
    return pay > k->value[b] ? pay - k->value[b] : 0;
}

static void count_losses(const Kernel *k, Losses *l) {
    l->total = 0;
    for (int64_t g = 0; g < k->n_groups; g++) add_up_prices(k, l, g);
    for (int64_t b = 0; b < k->n_bids; b++) l->total += l->loss[b] = k->span_count[b] ? loss_of(k, l, b) : 0;
}

/* To be freed by `low`; 0 without memory. */
static int open_losses(const Kernel *k, Losses *l, double weight) {
    int64_t items = k->n_items + 1, bids = k->n_bids + 1, groups = k->n_groups + 1;
    size_t room = (size_t)(4 * items + 2 * bids) * sizeof(double) + (size_t)(2 * groups + bids) * sizeof(int64_t);
    l->weight = weight;
    l->low = malloc(room);
    if (!l->low) return 0;
    l->low_before = l->low + items;
    l->high = l->low_before + items;
    l->high_before = l->high + items;
    l->loss = l->high_before + items;
    l->old = l->loss + bids;
    l->first = (int64_t *)(l->old + bids);
    l->group = l->first + groups;
    l->changed = l->group + groups;
    l->n_groups = l->n_changed = 0;
    for (int64_t g = 0, i = 0; g < groups; g++) {
        while (i < k->n_items && k->item_group[i] < g) i++;
        l->first[g] = i;
    }
    count_losses(k, l);
    return 1;
}

static void touch(const Kernel *k, Losses *l, int64_t n, const int64_t *item) {
    for (int64_t s = 0; s < n; s++) {
        int64_t g = k->item_group[item[s]], at = 0;
        while (at < l->n_groups && l->group[at] != g) at++;
        if (at == l->n_groups) l->group[l->n_groups++] = g;
    }
}

/* After a step with these bids, which stood as saved: the losses as they are now. */
static void update_losses(const Kernel *k, Losses *l, const int64_t *list, int64_t n, const Plan *saved) {
    l->n_groups = l->n_changed = 0;
    for (int64_t j = 0; j < n; j++) {
        const int64_t *item = k->span_item + k->span_start[list[j]];
        int64_t count = k->span_count[list[j]];
        if (count == saved[j].count && !memcmp(item, saved[j].item, (size_t)count * 8) &&
            !memcmp(k->span_quantity + k->span_start[list[j]], saved[j].quantity, (size_t)count * 8))
            continue;
        touch(k, l, count, item);
        touch(k, l, saved[j].count, saved[j].item);
    }
    for (int64_t n_group = 0; n_group < l->n_groups; n_group++) add_up_prices(k, l, l->group[n_group]);
    for (int64_t n_group = 0; n_group < l->n_groups; n_group++) {
        int64_t g = l->group[n_group];
        for (int64_t at = k->group_start[g]; at < k->group_start[g + 1]; at++) {
            int64_t b = k->group_bids[at];
            double now = k->span_count[b] ? loss_of(k, l, b) : 0;
            if (now == l->loss[b]) continue;
            l->changed[l->n_changed] = b;
            l->old[l->n_changed++] = l->loss[b];
            l->total += now - l->loss[b];
            l->loss[b] = now;
        }
    }
}

/* Undoes the last update; the bids stand as before it. */
static void revert_losses(const Kernel *k, Losses *l, double total) {
    while (l->n_changed > 0) {
        l->n_changed--;
        l->loss[l->changed[l->n_changed]] = l->old[l->n_changed];
    }
    l->total = total;
    for (int64_t n_group = 0; n_group < l->n_groups; n_group++) add_up_prices(k, l, l->group[n_group]);
}

/* A bid's loss where it stands now, whatever the running totals. */
static double loss_now(const Kernel *k, int64_t b) {
    double pay = 0;
    int64_t begin = k->span_start[b];
    for (int64_t s = begin; s < begin + k->span_count[b]; s++)
        for (int64_t i = k->span_item[s]; i < k->span_item[s] + k->span_length[s]; i++) {
            double price = k->span_quantity[s] > 0 ? low_price(k, i) : high_price(k, i);
            pay += (double)k->span_quantity[s] * (price < MOST_PRICE ? price : MOST_PRICE);
        }
    return pay > k->value[b] ? pay - k->value[b] : 0;
}
