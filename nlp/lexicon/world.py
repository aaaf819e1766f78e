# ruff: noqa: SIM905
"""Everyday words of what machines are used for and of how organisations run: none names a term a bid could state.

Kinds of work, what is worked on, events of operations, people and units, paperwork, and talk. Qualities of what is
offered (cooling, drivers, support, storage, access) and terms of trade are left out on purpose: they are asked about.
"""

from __future__ import annotations

WORK = frozenset(
    """
ablation ablations alignment annotation annotations augmentation backfill backfills backtest backtests bakeoff bake-off bisect bisection build builds burn-in calibration captioning classification cleanup clustering
compilation compile compiles compiling convergence crawl crawls curation debugging decoding decompression deduplication dedup denoising diarisation diarization digitisation digitization distil distill distillation
docking encoding enrichment estimation extraction featurization featurisation filtering fine-tunes fitting forecasting generation grading grid-search hyperparameter hyperparameters indexing ingestion inpainting inversion
labelling labeling lora maintenance-run measurement measurements mining modelling modeling moderation monte-carlo nowcast nowcasting optimisation optimization parsing personalisation personalization planning-run playback
postprocessing post-processing postproduction post-production prediction predictions preprocessing pre-processing preview previews profiling prototyping pruning quantisation quantization qlora ranking rebuild rebuilds recalculation
recomputation reconstruction recrawl reembedding re-embedding refit regeneration reindex reindexing re-indexing rehearsal relabelling rendering replay reprocessing reranking rescoring rerun reruns resampling restoration retrain
retraining retrains retrieval reward rollouts sampling scoring segmentation self-play sft shading simulation smoke-test sort sorting stitching stress-test stylisation summarisation summarization super-resolution synthesis
tagging tokenisation tokenization tracking transcoding transcription transcriptions transcode transcodes translation translations triangulation tuning upscaling upscale validation-run verification visualisation visualization voiceover warm-up warmup
dpo ppo grpo rlvr rag moe gan gans gnn cnn rnn vae nerf splat splats splatting cfd fea md dft qmmm eda ci cicd ci/cd qa uat etl poc mvp asr tts ocr nlp cv npc npcs vlm vlms ocr'd nas ann knn xgboost pca umap bm25
""".split()
)
"""What is run."""

MATTER = frozenset(
    """
album alloys animation animations archive archives articles artwork assets-library astronomy atlas-survey audiobook audiobooks biology books brain catalogue cells charts chatbot chatbots checkpointing chip-layout claims clips-reel codebase
collider compounds copilot corpora corpus cosmology crystals customer-chats data-set documents dub dubbing dubs earth ecg economics eeg email-archive episodes exam-papers faces fashion films footage fluid forecasts galaxies galaxy genes genome genomes
geology geophysics gradients graph graphs gravity handwriting histology hydrology images imagery imaging index indexes indices isotopes kernel kernels knowledge lattice layers leads-list ledger-books library lidar literature logs lung
manuscripts maps market-data materials mesh meshes metagenomics microscopy molecular molecules mri mris museum music neuroscience news-archive novels nuclear ocean optics orbits papers particles patents pathology patients phonemes photos
physics pixels plasma podcast podcasts polymers portraits posters pricing-engine priors prompts protein proteins proteomics puzzles queries radar radiology recipes records recsys reef robots rollups samples satellite scenes scripts seismic
sensor sensors sequences shows shader shaders signals simulator slides-archive snapshots songs sonar soundtrack spectra speech-data statistics storyboard subtitles surveys telemetry telescope texts textures tiles timeseries time-series tomography toys traces traffic
transcripts trials tumour tumor turbulence twin vaccine vectors vehicles videos voice voices weather-model wind x-ray x-rays
""".split()
)
"""What it is run on."""

EVENTS = frozenset(
    """
backlog backlogs blackout blew breakdown breakdowns brownout bug bugs burnt bottleneck bottlenecks broke broken caught clogged colo-fire congestion corrupted crunch-time cutover dead delayed delays died dying drain drained draining dump-run emergency fire
 flaky flood flooded froze frozen glitch glitches hiccup hiccups hotfix incident incidents jammed leak leaked limping lost melted misbehaving morale oncall on-call oncaller outages overload overloaded overran pager paged paging patched
postmortem post-mortem psu psus red-alert rebooted rebooting recover recovered recovering recovery redo relocation repair repaired repairs restarted retired rma rolled rollback shortfall shutdown sick-leave sla-breach slipped slipping slip stalled stalling
stuck surge throttled toast unplanned upgraded upgrading wedge wedged wrecked fried smoked stalls starved starving swamped saturated snowed hammered piling piled behind-schedule catch-up catchup overtime
overbought over-bought overprovisioned over-provisioned oversubscribed underused underutilised underutilized mothballed decommissioned decommissioning sitting-idle spun wound winding
""".split()
)
"""What happens to machines and plans."""

PEOPLE = frozenset(
    """
academy accountants actuaries actuary analyst analysts animator animators apprentice apprentices archivist artist artists astronomers auditor auditors bankers biologists biotech broadcaster chemists chief clinicians clinicians coach coders committee-chair composer
consortium consultants cooperative cto's curator curators cyclists dean developers director directors doctoral doctors economist economists editor editors epidemiologists faculty farmers filmmakers fintech foundation founders freelancers geologists graduates grad
hpc institute interns investor journalists journalists judges lawyer lawyers lecturers librarians linguists linguistics marketers mathematicians medics meteorologists musicians newsroom nonprofit ngo nurses operations-team pathologists phd phds philosophers physicians physicist
physicists pilots pi's planners postdoc postdocs postgrad practitioners producer producers professors psychologists publisher publishers radiologist radiologists retailer reviewers robotics-club roboticists scholars sculptors singers sponsors squad stakeholders statisticians
steering-group sysadmin sysadmins teacher teachers technicians theorists trainees translators traders treasury tutors undergrad undergrads underwriters underwriting vets volunteers writers youth actuarial bioinformatics biostatistics devops mlops sre sres secops
""".split()
)
"""Who runs it."""

PAPERWORK = frozenset(
    """
addendum allotment annex appendix appropriation audit audits authorisation authorization award awarded backing bids-office budgeted-line capex charter co-funded cofunded costcentre costcenter cost-centre cost-center countersigned documentation endowment
expensed expenses fiscal forms funded grant grants grant-funded guidance initiative internal-memo ledger-code mandate memo memos milestone milestones minutes objective objectives okr okrs opex paperwork petty-cash policy-paper po's pos proposal proposals
recharge recharged register registry regulator requisition requisitions retainer roadmap rubber-stamped scholarship signature signatures signed-off sponsor sponsored sponsorship statement stipend subsidy sprint-goal tender tenders timeline timesheet treasury-desk workstream
""".split()
)
"""What it is booked under."""

TALK = frozenset(
    """
ace ahem alas amen anyhow anyways aye bingo blah bloody boring brilliant bruh buddy cheeky cheerio chill classic cobber comrade crikey cross curious damn darn dash dearest dude dunno eek eh enjoy fab fabulous fancypants fingers folk fortunately funny gents geez gladly golly goodness gosh grr guv
heavens hectic hiya honest honestly hooray howdy huh hurrah hurray innit jeez kindest ladies legend lifesaver lovely ma'am mega mmm muchly naturally nope oof oops oy pal peeps phenomenal psst respectfully righto roger sadly salut sigh sirs smashing splendid stoked sup supes surprise surprisingly
sweet ta-ta tally-ho terrible terribly thankfully tricky tsk typical ugh uncool understood unfortunately unlucky weird whew whoa whoop woohoo wow yay yep yikes yippee yup y'all yall zounds honour honor pleasure
""".split()
)
"""Talk."""

WORLD = WORK | MATTER | EVENTS | PEOPLE | PAPERWORK | TALK
