"""From a bid to its confirmation: the desk is asked about it, the review shows it, and that very bid is confirmed."""

from __future__ import annotations

from collections.abc import Callable

from app.services.errors import UserFacing
from app.services.estimates import EstimateState
from app.services.ports import Confirmation
from app.services.review import Review, review_of
from app.services.views import Caution
from app.services.workbench import Workbench


class Reviewing:
    """Reviews and confirms the open draft's bid."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def ask(self, show: Callable[[Review], None]) -> None:
        """Asks the desk about the bid and shows the review, unless the draft has changed meanwhile."""
        state = self._bench.drafts.state
        bid = state.bid
        if bid is None or state.phase != "ready" or state.writing:
            return

        def checked(cautions: tuple[Caution, ...]) -> None:
            review = self._review(cautions)
            if review is not None and review.bid == bid:
                show(review)

        self._bench.orders.check(bid, checked)

    @property
    def estimate(self) -> EstimateState:
        """The latest estimate, of whatever bid."""
        return self._bench.estimates.state

    def _review(self, cautions: tuple[Caution, ...]) -> Review | None:
        bench = self._bench
        draft, estimate = bench.drafts.state, self.estimate
        return review_of(
            draft,
            catalogue=bench.ports.catalogue,
            now=bench.clock.now(),
            zone=bench.clock.zone,
            settings=bench.settings.settings,
            orders=bench.orders.state.orders,
            positions=bench.orders.state.positions,
            estimate=estimate.estimate if estimate.bid == draft.bid else None,
            desk=cautions,
        )

    def submit(
        self,
        review: Review,
        screen: str,
        reason: str,
        done: Callable[[str], None],
        failed: Callable[[UserFacing], None],
    ) -> None:
        """Confirms what the review showed: that bid, whatever the draft has become since. `reason`: why, where that was
        asked for."""
        draft = self._bench.drafts.state
        confirmation = Confirmation(
            bid=review.bid,
            text=review.text,
            draft=draft.draft,
            screen=screen,
            edits=draft.snapshot.edits,
            acknowledged=frozenset(warning.id for warning in review.warnings if warning.id),
            reason=reason,
        )
        self._bench.orders.confirm(confirmation, done, failed)
