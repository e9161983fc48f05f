//! The office: one writer thread, readers on the callers' threads.

use std::path::Path;
use std::sync::{Arc, Mutex, mpsc};
use std::thread::{self, JoinHandle};

use super::aside::{self, Aside};
use super::listing::MadeFigures;
use super::queue::{Progress, Queue};
use super::results::Among;
use super::schemes::Schemes;
use super::shared::{Shared, locked};
use super::sight::Sights;
use super::viewer::Asked;
use super::{
    Applied, Clock, Door, Failure, Question, Reply, RoundResults, SystemClock, Trouble, Viewer,
    asking, board, earlier, findings, journal, keeping, listing, preview, results, reviews, trial,
    verifying, vetoes,
};
use crate::round::Operation;
use crate::scoring::ENGINE_VERSION;
use crate::store::{Patience, RoundRow, Store, View, Writer};

/// What an office is opened with.
#[derive(Clone)]
pub struct OfficeOptions {
    pub clock: Arc<dyn Clock>,
    /// How long to wait for other writers.
    pub patience: Patience,
}

impl Default for OfficeOptions {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            patience: Patience::default(),
        }
    }
}

/// The one door, on a database of this machine.
pub struct Office {
    shared: Arc<Shared>,
    queue: Arc<Queue>,
    writer: Option<JoinHandle<()>>,
}

impl Office {
    /// Opens a database, or makes it where there is none.
    ///
    /// # Errors
    /// [`Trouble`]; the file is untouched then.
    pub fn open(path: &Path, options: OfficeOptions) -> Result<Self, Trouble> {
        let (store, mut connection) = Store::open(path, options.patience)?;
        let shared = Arc::new(Shared {
            watch: Mutex::default(),
            store,
            clock: options.clock,
            schemes: Schemes::default(),
            readers: Mutex::default(),
            aside: Aside::default(),
            results: Mutex::default(),
        });
        let queue = Arc::new(Queue::default());
        let of_thread = (Arc::clone(&shared), Arc::clone(&queue));
        let writer = thread::Builder::new()
            .name("office".to_owned())
            .spawn(move || {
                let (shared, queue) = of_thread;
                queue.work(&shared, &mut connection);
            })
            .map_err(|error| Trouble::Other {
                why: error.to_string(),
            })?;
        Ok(Self {
            shared,
            queue,
            writer: Some(writer),
        })
    }

    /// Hands an operation to the writer and returns at once; `answer` is called on the writer's
    /// thread after COMMIT, or with the reason why nothing was stored.
    pub fn send(
        &self,
        operation: Operation,
        answer: impl FnOnce(Result<Applied, Failure>) + Send + 'static,
    ) {
        let job = move |shared: &Shared, writer: &mut Writer| {
            answer(shared.apply(writer, &operation));
        };
        self.queue.put(Box::new(job));
    }

    fn results(&self, name: &str) -> Result<Arc<RoundResults>, Failure> {
        let shared = &self.shared;
        let (round, made, results, fresh) = shared.read(|view| {
            let round = asking::find(view, name)?;
            let operations = view.operations()?;
            let known = locked(&shared.results).get(&round.number).cloned();
            if let Some((after, results)) = known
                && after == operations
            {
                return Ok((round, Vec::new(), results, false));
            }
            let (results, made) = results::results(shared, view, &round)?;
            let results = Arc::new(results);
            locked(&shared.results).insert(round.number, (operations, Arc::clone(&results)));
            let ranked = view.ranking(round.number)?;
            let fresh = ranked.is_none_or(|(seq, scheme, engine)| {
                seq != round.seq || Some(scheme) != round.scheme || engine != ENGINE_VERSION
            });
            Ok((round, made, results, fresh))
        })?;
        let ranking = Arc::clone(&results);
        if fresh || !made.is_empty() {
            self.keep([(round.clone(), made)]);
            if fresh {
                // What cannot be kept is made again by the next who asks.
                self.queue.put_spare(Box::new(move |shared, writer| {
                    let Ok(scheme) = shared.read(|view| shared.schemes.of(view, &round)) else {
                        return Progress::Done;
                    };
                    let kept = keeping::keep_ranking(writer, &round, &scheme, &ranking);
                    Progress::of(&kept)
                }));
            }
        }
        Ok(results)
    }

    fn list(&self, name: &str) -> Result<Reply, Failure> {
        let (round, rows, made) = self.shared.read(|view| {
            let round = asking::find(view, name)?;
            let (rows, made) = listing::list(&self.shared, view, &round)?;
            Ok((round, rows, made))
        })?;
        self.keep([(round, made)]);
        Ok(Reply::List(rows))
    }

    fn list_part(&self, name: &str, around: Option<&str>, count: u32) -> Result<Reply, Failure> {
        let (round, part, made) = self.shared.read(|view| {
            let round = asking::find(view, name)?;
            let (part, made) = listing::part(&self.shared, view, &round, around, count)?;
            Ok((round, part, made))
        })?;
        self.keep([(round, made)]);
        Ok(Reply::ListPart(part))
    }

    fn progress(&self, name: &str) -> Result<Reply, Failure> {
        let (round, progress, made) = self.shared.read(|view| {
            let round = asking::find(view, name)?;
            let (progress, made) = asking::how_far(&self.shared, view, &round)?;
            Ok((round, progress, made))
        })?;
        self.keep([(round, made)]);
        Ok(Reply::Progress(progress))
    }

    /// Answers from one consistent state.
    fn read(
        &self,
        work: impl FnOnce(&Shared, &View<'_>) -> Result<Reply, Failure>,
    ) -> Result<Reply, Failure> {
        self.shared.read(|view| work(&self.shared, view))
    }

    /// Answers about a round, from one consistent state.
    fn about(
        &self,
        name: &str,
        work: impl FnOnce(&Shared, &View<'_>, &RoundRow) -> Result<Reply, Failure>,
    ) -> Result<Reply, Failure> {
        self.read(|shared, view| work(shared, view, &asking::find(view, name)?))
    }

    fn findings(&self, name: &str) -> Result<Reply, Failure> {
        let results = self.results(name)?;
        self.about(name, |shared, view, round| {
            findings::findings(shared, view, round, &results).map(Reply::Findings)
        })
    }

    fn veto_levels(&self, name: &str, organisation: &str, veto: &str) -> Result<Reply, Failure> {
        let results = self.results(name)?;
        self.about(name, |shared, view, round| {
            vetoes::asked(shared, view, round, &results, (organisation, veto))
        })
    }

    fn verify(&self, head: Option<&str>) -> Result<Reply, Failure> {
        self.shared.with_reader(|reader| {
            let database = reader.integrity()?;
            reader.read(|view| {
                verifying::verify(&self.shared, view, database, head).map(Reply::Verified)
            })
        })
    }

    fn back_up(&self, to: &str) -> Result<Reply, Failure> {
        self.shared.with_reader(|reader| {
            reader.back_up(Path::new(to))?;
            Ok(Reply::Done)
        })
    }

    /// Waits for as long as others write, and lets everybody go first.
    fn remember(&self, actor: String, key: String, value: String) -> Result<Reply, Failure> {
        let (done, answer) = mpsc::sync_channel(1);
        self.queue.put_spare(Box::new(move |shared, writer| {
            let kept =
                writer.write_if_free(|transaction| transaction.remember(&actor, &key, &value));
            let progress = Progress::of(&kept);
            if progress == Progress::Done {
                let told = kept.map(|()| Reply::Done);
                // Nobody to hear it: the caller is gone.
                let _ = done.send(told.map_err(|trouble| shared.named(trouble.into())));
            }
            progress
        }));
        heard(&answer)
    }

    /// Answers somebody, without what they may not see yet.
    fn seen(&self, viewer: &Viewer, question: Question) -> Result<Reply, Failure> {
        if !question.may_hold_marks() {
            return self.ask(question);
        }
        let mut sights = Sights::new(&self.shared, viewer);
        if let Question::KeptBack { round } = &question {
            return self.read(|_, view| sights.kept_back(view, round));
        }
        let asked = Asked::of(&question);
        let mut reply = self.ask(question)?;
        self.shared.read(|view| {
            reviews::note(view, viewer, asked.round(), &mut reply)?;
            sights.filter(view, &asked, &mut reply)
        })?;
        Ok(reply)
    }

    /// Hands figures that had to be made to the writer.
    fn keep(&self, made: impl IntoIterator<Item = MadeFigures>) {
        for (round, mut rows) in made {
            if !rows.is_empty() {
                self.queue.put_spare(Box::new(move |_, writer| {
                    keeping::keep_some_figures(writer, &round, &mut rows)
                }));
            }
        }
    }
}

/// Waits for the writer's answer.
fn heard<R>(answer: &mpsc::Receiver<Result<R, Failure>>) -> Result<R, Failure> {
    answer.recv().unwrap_or_else(|_| {
        Err(Failure::Trouble(Trouble::Other {
            why: "the writer has stopped".to_owned(),
        }))
    })
}

impl Door for Office {
    fn apply(&self, operation: Operation) -> Result<Applied, Failure> {
        let (done, answer) = mpsc::sync_channel(1);
        // The answer goes out before the operation, which may be large, is taken apart.
        self.send(operation, move |answer| {
            // Nobody to hear it: the caller is gone.
            let _ = done.send(answer);
        });
        heard(&answer)
    }

    fn ask(&self, question: Question) -> Result<Reply, Failure> {
        match question {
            Question::Rounds => self.read(|_, view| asking::rounds(view).map(Reply::Rounds)),
            Question::Progress { round } => self.progress(&round),
            Question::Round { round } => {
                self.about(&round, |_, view, round| asking::head(view, round))
            }
            Question::List { round } => self.list(&round),
            Question::ListPart {
                round,
                around,
                count,
            } => self.list_part(&round, around.as_deref(), count),
            Question::Organisation {
                round,
                organisation,
            } => self.about(&round, |shared, view, round| {
                asking::organisation(shared, view, round, &organisation)
            }),
            Question::Explain {
                round,
                organisation,
            } => self.about(&round, |shared, view, round| {
                asking::explained(shared, view, round, &organisation)
            }),
            Question::Earlier {
                round,
                organisation,
            } => self.about(&round, |shared, view, round| {
                earlier::earlier(shared, view, round, &organisation).map(Reply::Earlier)
            }),
            Question::Results { round } => {
                let results = self.results(&round)?;
                Ok(Reply::Results(Box::new(RoundResults::clone(&results))))
            }
            Question::Board { round, asked } => self.about(&round, |shared, view, round| {
                let board = board::board(shared, view, round, &asked)?;
                Ok(Reply::Board(Box::new(board)))
            }),
            Question::Cells { round, what } => {
                self.about(&round, |_, view, round| asking::cells(view, round, &what))
            }
            Question::PartySheets { round, party } => self.about(&round, |_, view, round| {
                Ok(Reply::Cells(view.party_sheets(round.number, &party)?))
            }),
            Question::ItemMarks { round, party, item } => self.about(&round, |_, view, round| {
                Ok(Reply::Cells(view.item_marks(
                    round.number,
                    &party,
                    &item,
                )?))
            }),
            Question::News { round, since } => self.about(&round, |_, view, round| {
                journal::news(view, round, since).map(Reply::Lines)
            }),
            Question::History { round, what, key } => self.about(&round, |_, view, round| {
                journal::history(view, round, what, &key).map(Reply::Lines)
            }),
            Question::Journal(filter) => {
                self.read(|_, view| journal::journal(view, &filter).map(Reply::Lines))
            }
            Question::Findings { round } => self.findings(&round),
            Question::Trial { round, writes } => self.about(&round, |shared, view, round| {
                let results = trial::trial(shared, view, round, &writes, Among::All)?;
                Ok(Reply::Results(Box::new(results)))
            }),
            Question::VetoLevels {
                round,
                organisation,
                veto,
            } => self.veto_levels(&round, &organisation, &veto),
            Question::Preview { operation } => self.read(|shared, view| {
                preview::preview(shared, view, &operation).map(Reply::Preview)
            }),
            Question::Verify { head } => self.verify(head.as_deref()),
            Question::Backup { to } => self.back_up(&to),
            Question::Remembered { actor, key } => {
                self.read(|_, view| Ok(Reply::Remembered(view.remembered(&actor, &key)?)))
            }
            Question::Remember { actor, key, value } => self.remember(actor, key, value),
            Question::SetAside { operations } => {
                let shared = &self.shared;
                shared.aside.set(shared.store.path(), operations)?;
                Ok(Reply::Done)
            }
            Question::Unsent => Ok(Reply::Unsent(aside::unsent(self.shared.store.path()))),
            Question::Settle {
                file,
                left,
                refused,
            } => aside::settle(self.shared.store.path(), &file, left, &refused).map(Reply::Settled),
            Question::KeptBack { .. } => Ok(Reply::KeptBack(Vec::new())),
            Question::Seen { viewer, question } => self.seen(&viewer, *question),
            Question::Version => self.shared.version().map(Reply::Version),
        }
    }
}

impl Drop for Office {
    /// Everything that was handed over is done before the office closes.
    fn drop(&mut self) {
        self.queue.close();
        if let Some(writer) = self.writer.take() {
            // A panic of the writer's has been told where it happened.
            let _ = writer.join();
        }
    }
}
