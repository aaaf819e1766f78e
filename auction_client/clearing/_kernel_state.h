/* Placing and taking out bids. */
/* Notes a bid's spans and value; the curves stand where these have moved them. */
static void note_plan(Kernel *k, int64_t b, const Plan *p) {
    int64_t at = k->span_start[b];
    k->span_count[b] = p->count;
    memcpy(k->span_lot + at, p->lot, (size_t)p->count * 8);
    memcpy(k->span_item + at, p->item, (size_t)p->count * 8);
    memcpy(k->span_length + at, p->length, (size_t)p->count * 8);
    memcpy(k->span_quantity + at, p->quantity, (size_t)p->count * 8);
    k->value[b] = p->value;
}

static int place(Kernel *k, int64_t b, const Plan *p) {
    if (p->count > k->span_start[b + 1] - k->span_start[b]) return 0;
    apply(k, p, 0, 1);
    note_plan(k, b, p);
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
}

/* Inserts the bids in this order, each where it gains; returns how many were placed. */
API int64_t kernel_insert(Kernel *k, const int64_t *order, int64_t n) {
    Plan *best = malloc(sizeof(Plan)), *work = malloc(sizeof(Plan));
    int64_t placed = 0;
    for (int64_t i = 0; best && work && i < n; i++) {
        int64_t b = order[i];
        if (k->span_count[b] || k->banned[b]) continue;
        plan_bid(k, b, best, work, 0, 0, NULL);
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
        plan_bid(k, b, best, work, -INFINITY, 0, NULL);
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
