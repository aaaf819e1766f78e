/* Ruin and recreate. */
static void withdraw(Kernel *k, int64_t b) {
    if (k->span_count[b]) take_out(k, b);
}

static void admit(Kernel *k, int64_t b, const Plan *p) {
    if (p->count) place(k, b, p);
}

typedef struct {
    int64_t *list, n, most, removed, most_removed;
} Step;

/* Adds a bid to those of one step, unless it is known, banned, or one accepted bid too many. */
static void join(const Kernel *k, Step *step, int64_t b) {
    int known = k->banned[b];
    for (int64_t j = 0; j < step->n && !known; j++) known = step->list[j] == b;
    if (known || (k->span_count[b] && step->removed >= step->most_removed)) return;
    step->removed += k->span_count[b] > 0;
    step->list[step->n++] = b;
}

/* Whether an accepted bid uses one of the items from `first` up to `last`. */
static int uses(const Kernel *k, int64_t b, int64_t first, int64_t last) {
    for (int64_t s = k->span_start[b]; s < k->span_start[b] + k->span_count[b]; s++)
        if (k->span_item[s] < last && first < k->span_item[s] + k->span_length[s]) return 1;
    return 0;
}

/* One place of the bid in product g, drawn at random; an empty one where it has none there. */
static Aim aim(Kernel *k, int64_t b, int64_t g) {
    int64_t seen = 0;
    Aim drawn = {0};
    for (int64_t a = k->bid_alternatives[b]; a < k->bid_alternatives[b + 1]; a++) {
        if (k->alternative_kind[a]) continue;
        for (int64_t l = k->alternative_lots[a]; l < k->alternative_lots[a + 1]; l++)
            for (int64_t o = k->lot_options[l]; o < k->lot_options[l + 1]; o++) {
                int64_t i = k->option_item[o], width = k->option_width[o];
                int64_t hours = k->lot_kind[l] == RUN ? k->lot_hours[l] : width;
                if (k->item_group[i] != g || width < hours || below(k, ++seen)) continue;
                drawn = (Aim){a, l, o, i + below(k, width - hours + 1), hours};
            }
    }
    return drawn;
}

/* The bids of one step: the seed and some that share products and hours with it; mostly, of the accepted ones only those
 * that stand in one place where the seed could (adjacent ones, as in Christiaens and Vanden Berghe, Transportation
 * Science 54, 2020). Where it could use scarce items, half of the time others that could use one of them come first. */
static int64_t gather(Kernel *k, int64_t seed, int64_t *list, int wide, Aim *aimed) {
    int64_t groups = k->bid_groups_start[seed + 1] - k->bid_groups_start[seed];
    Step step = {.list = list, .most_removed = 1 + below(k, 10)};
    step.most = step.most_removed + 4 + below(k, 20);
    if (wide) { /* a block of supply needs many buyers at once */
        step.most_removed += 4 + below(k, 24);
        step.most = MAX_TOUCHED;
    }
    list[step.n++] = seed;
    step.removed += k->span_count[seed] > 0;
    int64_t scarce = k->bid_scarce_start[seed + 1] - k->bid_scarce_start[seed];
    if (scarce && below(k, 2)) {
        int64_t item = k->bid_scarce[k->bid_scarce_start[seed] + below(k, scarce)];
        int64_t first = k->scarce_start[item], size = k->scarce_start[item + 1] - first;
        for (int64_t tries = 0; tries < 4 * step.most && step.n < step.most; tries++)
            join(k, &step, k->scarce_bids[first + below(k, size)]);
    }
    for (int rounds = groups > 1 && below(k, 2) ? 2 : 1; rounds > 0; rounds--) {
        int64_t e = k->bid_groups_start[seed] + below(k, groups), g = k->bid_group[e];
        int64_t first = k->group_start[g], size = k->group_start[g + 1] - first;
        int64_t reach = wide ? 240 : 60, radius = 3 + below(k, size < reach ? size : reach);
        Aim there = {0};
        if (below(k, 4)) {
            there = aim(k, seed, g);
            radius = size < 2 * reach ? size : 2 * reach;
        }
        if (there.hours) *aimed = there;
        if (there.hours && below(k, 2)) { /* many may stand in the way of a large bid */
            int64_t more = below(k, 12);
            step.most_removed += more;
            step.most = step.most + more < MAX_TOUCHED ? step.most + more : MAX_TOUCHED;
        }
        for (int64_t tries = 0; tries < 4 * step.most && step.n < step.most; tries++) {
            int64_t at = k->bid_place[e] - radius + below(k, 2 * radius + 1);
            if (at < 0 || at >= size) continue;
            int64_t b = k->group_bids[first + at];
            if (!there.hours || !k->span_count[b] || uses(k, b, there.item, there.item + there.hours)) join(k, &step, b);
        }
    }
    return step.n;
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

/* What is kept of every item while steps are tried: the state that the next step begins with. */
typedef struct {
    int64_t *position, *segment, *next_units, *last_units;
    double *next_price, *last_price;
} Items;

static Items live_items(const Kernel *k) {
    return (Items){k->position, k->segment, k->next_units, k->last_units, k->next_price, k->last_price};
}

static void copy_items(Items to, Items from, int64_t first, int64_t n) {
    size_t size = (size_t)n * 8;
    memcpy(to.position + first, from.position + first, size);
    memcpy(to.segment + first, from.segment + first, size);
    memcpy(to.next_units + first, from.next_units + first, size);
    memcpy(to.last_units + first, from.last_units + first, size);
    memcpy(to.next_price + first, from.next_price + first, size);
    memcpy(to.last_price + first, from.last_price + first, size);
}

/* To be freed by `position`, which is null without memory. */
static Items kept_items(const Kernel *k) {
    size_t n = (size_t)k->n_items + 1;
    int64_t *room = malloc(6 * n * 8);
    Items kept = {room, room + n, room + 2 * n, room + 3 * n, (double *)(room + 4 * n), (double *)(room + 5 * n)};
    if (room) copy_items(kept, live_items(k), 0, k->n_items);
    return kept;
}

/* Copies the items of these bids, where they stand and where they stood as saved. */
static void copy_touched(Items to, Items from, const Kernel *k, const int64_t *list, int64_t n, const Plan *saved) {
    for (int64_t j = 0; j < n; j++) {
        int64_t at = k->span_start[list[j]];
        for (int64_t s = 0; s < saved[j].count; s++) copy_items(to, from, saved[j].item[s], saved[j].length[s]);
        for (int64_t s = at; s < at + k->span_count[list[j]]; s++) copy_items(to, from, k->span_item[s], k->span_length[s]);
    }
}

/* Ruin and recreate. An aimed seed mostly comes back first and in that very place, whatever it costs: large bids that once
 * have a place would not leave it for one that is as good only after others have moved. temperature: a step may be worse
 * by up to a random part of it (grains) and still be kept; the caller keeps the best state. near_cost: what a unit beyond
 * a curve's end costs on the way; at the end of a step there is none. pool: the bids to start from. loss_weight: losses
 * count so many times against the surplus. Returns the number of steps kept, -1 without memory. */
API int64_t kernel_search(Kernel *k, int64_t steps, double temperature, double near_cost, const int64_t *pool,
                          int64_t n_pool, double loss_weight) {
    Losses losses = {0};
    Plan *saved = malloc(sizeof(Plan) * (MAX_TOUCHED + 2)), *best, *work;
    int64_t kept = 0, list[MAX_TOUCHED], order[MAX_TOUCHED];
    Items before_step = kept_items(k);
    if (!saved || !before_step.position || n_pool < 1 || (loss_weight > 0 && !open_losses(k, &losses, loss_weight))) {
        free(before_step.position);
        free(saved);
        return -1;
    }
    best = saved + MAX_TOUCHED;
    work = best + 1;
    k->far_cost = near_cost;
    for (int64_t step = 0; step < steps; step++) {
        int64_t seed = pool[below(k, n_pool)];
        if (k->bid_groups_start[seed + 1] == k->bid_groups_start[seed] || k->banned[seed]) continue;
        int forced = !k->span_count[seed] && below(k, 3) == 0;
        double before = k->welfare;
        int64_t misplaced = k->misplaced;
        Aim aimed = {0};
        int64_t n = gather(k, seed, list, forced && k->lot_sign[k->alternative_lots[k->bid_alternatives[seed]]] < 0, &aimed);
        int there = aimed.hours && k->lot_kind[aimed.lot] == RUN && below(k, 4);
        forced |= there;
        for (int64_t j = 0; j < n; j++) {
            save(k, list[j], &saved[j]);
            withdraw(k, list[j]);
        }
        shuffle(k, order, n, saved, forced);
        int wary = losses.weight > 0 && below(k, 2); /* of losses as they come in; later bids may still mend them */
        for (int64_t j = 0; j < n; j++) {
            int at_any_price = forced && j == 0;
            plan_bid(k, list[order[j]], best, work, at_any_price ? -INFINITY : 0, 1, there && j == 0 ? &aimed : NULL);
            if (best->gain > 0 || (at_any_price && best->gain > -FAR / 4)) admit(k, list[order[j]], best);
            if (wary && !at_any_price && k->span_count[list[order[j]]] &&
                losses.weight * loss_now(k, list[order[j]]) >= best->gain)
                withdraw(k, list[order[j]]);
        }
        double slack = temperature > 0 ? temperature * (double)below(k, 1000) / 1000.0 : 0;
        double lost = losses.total, least = before - slack - 1e-6;
        int updated = 0;
        if (k->misplaced == 0 && k->welfare >= least - losses.weight * lost) {
            updated = losses.weight > 0;
            if (updated) update_losses(k, &losses, list, n, saved);
            if (k->welfare - losses.weight * losses.total >= least - losses.weight * lost) {
                kept++;
                copy_touched(before_step, live_items(k), k, list, n, saved);
                continue;
            }
        }
        copy_touched(live_items(k), before_step, k, list, n, saved);
        for (int64_t j = 0; j < n; j++) note_plan(k, list[j], &saved[j]);
        k->misplaced = misplaced;
        k->welfare = before;
        if (updated) revert_losses(k, &losses, lost);
    }
    k->far_cost = FAR;
    free(losses.low);
    free(saved);
    free(before_step.position);
    return kept;
}
