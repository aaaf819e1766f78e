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

#include "_kernel_curves.h"
#include "_kernel_plans.h"
#include "_kernel_state.h"
#include "_kernel_losses.h"
#include "_kernel_search.h"
#include "_kernel_dual.h"
#include "_kernel_focus.h"

/* Moves the curves by the plan that kernel_try left for bid b, or back. */
API void kernel_shift(Kernel *k, int64_t b, int64_t sign) {
    for (int64_t s = k->span_start[b]; s < k->span_start[b + 1] && k->span_length[s] > 0; s++)
        for (int64_t t = 0; t < k->span_length[s]; t++) move(k, k->span_item[s] + t, sign * k->span_quantity[s]);
}

/* What bid b would pay by that plan, at the prices next to it; no unit counts for more than `most`. */
API double kernel_pay(Kernel *k, int64_t b, double most) {
    double pay = 0;
    kernel_shift(k, b, 1);
    for (int64_t s = k->span_start[b]; s < k->span_start[b + 1] && k->span_length[s] > 0; s++)
        for (int64_t t = 0; t < k->span_length[s]; t++) {
            int64_t i = k->span_item[s] + t, q = k->span_quantity[s];
            double price = q > 0 ? low_price(k, i) : high_price(k, i);
            pay += (double)q * (price < most ? price : most);
        }
    kernel_shift(k, b, -1);
    return pay;
}

/* What accepted bids lose at the prices next to the curves, in all; -1 without memory. */
API double kernel_losses(const Kernel *k, double *of_bid) {
    Losses losses;
    if (!open_losses(k, &losses, 0)) return -1;
    memcpy(of_bid, losses.loss, (size_t)k->n_bids * sizeof(double));
    free(losses.low);
    return losses.total;
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
