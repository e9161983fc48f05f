-- The first schema. Every table is STRICT; keys are codes that people know from files and
-- screens; `*` stands for "every" or "none" in a key, so that no key column is ever NULL.
--
-- State: one row a cell. `revision` counts its changes and survives its removal (`removed` = 1),
-- `written` is the number in the round's book of the operation that wrote it last.

-- Books -------------------------------------------------------------------------------------

CREATE TABLE book (
    number INTEGER PRIMARY KEY,
    -- The name of the round when it was made; '*' for the office's own book.
    name   TEXT NOT NULL UNIQUE,
    -- Number and code of its last operation.
    seq    INTEGER NOT NULL CHECK (seq >= 0),
    head   BLOB NOT NULL CHECK (length(head) = 32)
) STRICT;

CREATE TABLE operation (
    number   INTEGER PRIMARY KEY,
    book     INTEGER NOT NULL REFERENCES book (number),
    -- From 1, without gaps in its book.
    seq      INTEGER NOT NULL,
    op_id    TEXT NOT NULL UNIQUE,
    -- Milliseconds since 1970 (UTC).
    at       INTEGER NOT NULL,
    actor    TEXT NOT NULL,
    via      TEXT NOT NULL,
    kind     TEXT NOT NULL,
    reason   TEXT,
    -- Number in this book of the operation that it takes back.
    undoes   INTEGER,
    -- The file of an import; in the office's book the round that was made.
    about    TEXT,
    -- How many rows of `change` belong to it.
    changes  INTEGER NOT NULL,
    -- Which canonical bytes the code is made from.
    format   INTEGER NOT NULL,
    -- Code of the operation before it, and its own, which covers all of its changes.
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash     BLOB NOT NULL CHECK (length(hash) = 32),
    UNIQUE (book, seq)
) STRICT;

CREATE TABLE change (
    operation    INTEGER NOT NULL REFERENCES operation (number) DEFERRABLE INITIALLY DEFERRED,
    -- From 1, without gaps in its operation.
    position     INTEGER NOT NULL,
    what         TEXT NOT NULL,
    -- Lists of texts in JSON; `old` is NULL for what was not there, `new` for what is removed.
    key          TEXT NOT NULL,
    old          TEXT,
    new          TEXT,
    old_revision INTEGER NOT NULL,
    new_revision INTEGER NOT NULL,
    PRIMARY KEY (operation, position)
) STRICT, WITHOUT ROWID;

-- Books can only be added to. A change is written before its operation, which seals it.

CREATE TRIGGER operation_is_never_changed BEFORE UPDATE ON operation
BEGIN SELECT raise(ABORT, 'the book can only be added to'); END;

CREATE TRIGGER operation_is_never_deleted BEFORE DELETE ON operation
BEGIN SELECT raise(ABORT, 'the book can only be added to'); END;

CREATE TRIGGER operation_follows_the_last BEFORE INSERT ON operation
WHEN NOT EXISTS (
        SELECT 1 FROM book
        WHERE book.number = new.book AND book.seq + 1 = new.seq AND book.head = new.previous)
    OR EXISTS (SELECT 1 FROM operation WHERE op_id = new.op_id)
    OR new.number <> (SELECT coalesce(max(number), 0) + 1 FROM operation)
    OR new.changes <> (SELECT coalesce(max(position), 0) FROM change WHERE operation = new.number)
    OR new.changes <> (SELECT count(*) FROM change WHERE operation = new.number)
BEGIN SELECT raise(ABORT, 'the operation does not follow the last one of its book'); END;

CREATE TRIGGER operation_moves_the_head AFTER INSERT ON operation
BEGIN UPDATE book SET seq = new.seq, head = new.hash WHERE number = new.book; END;

CREATE TRIGGER change_is_never_changed BEFORE UPDATE ON change
BEGIN SELECT raise(ABORT, 'the book can only be added to'); END;

CREATE TRIGGER change_is_never_deleted BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'the book can only be added to'); END;

-- Looked at for each of an import's changes; that they have no gaps, for all at once when the
-- operation seals them.
CREATE TRIGGER change_comes_before_its_operation BEFORE INSERT ON change
WHEN new.position < 1 OR EXISTS (SELECT 1 FROM operation WHERE number = new.operation)
BEGIN SELECT raise(ABORT, 'the operation of the change is in the book already'); END;

CREATE TRIGGER book_begins_empty BEFORE INSERT ON book
WHEN new.seq <> 0 OR EXISTS (SELECT 1 FROM book WHERE number = new.number OR name = new.name)
BEGIN SELECT raise(ABORT, 'a book begins empty, and once'); END;

CREATE TRIGGER book_is_never_deleted BEFORE DELETE ON book
BEGIN SELECT raise(ABORT, 'the book can only be added to'); END;

CREATE TRIGGER book_moves_on_only BEFORE UPDATE ON book
WHEN new.number <> old.number OR new.name <> old.name OR new.seq <> old.seq + 1
    OR NOT EXISTS (
        SELECT 1 FROM operation
        WHERE book = new.number AND seq = new.seq AND hash = new.head)
BEGIN SELECT raise(ABORT, 'the head of a book moves with its operations'); END;

-- What was answered to operations that are in no book: refused, or nothing to change.
CREATE TABLE answer (
    op_id TEXT PRIMARY KEY,
    at    INTEGER NOT NULL,
    -- In JSON; NULL where there was nothing to change.
    refusal TEXT
) STRICT, WITHOUT ROWID;

-- Schemes and rounds --------------------------------------------------------------------------

CREATE TABLE scheme_text (
    sha256 TEXT PRIMARY KEY,
    id     TEXT NOT NULL,
    title  TEXT NOT NULL,
    text   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE round (
    number   INTEGER PRIMARY KEY REFERENCES book (number),
    name     TEXT NOT NULL UNIQUE,
    year     INTEGER,
    -- draft, open, closed, provisional, notice, final
    state    TEXT,
    scheme   TEXT REFERENCES scheme_text (sha256),
    removed  INTEGER NOT NULL CHECK (removed IN (0, 1)),
    revision INTEGER NOT NULL,
    written  INTEGER NOT NULL
) STRICT;

-- An organisation lasts over the years; what a year knows of it is in `round_organisation`.
CREATE TABLE organisation (
    uid  TEXT PRIMARY KEY,
    -- The code by which the next round finds it again.
    code TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE round_organisation (
    round        INTEGER NOT NULL REFERENCES round (number),
    organisation TEXT NOT NULL,
    uid          TEXT NOT NULL REFERENCES organisation (uid),
    name         TEXT,
    kind         TEXT,
    parent       TEXT,
    -- NULL: not rated itself (a district, a township).
    track        TEXT,
    -- Ids of levels: the one before, and the one it applied for.
    previous     TEXT,
    declared     TEXT,
    position     INTEGER,
    removed      INTEGER NOT NULL CHECK (removed IN (0, 1)),
    revision     INTEGER NOT NULL,
    written      INTEGER NOT NULL,
    PRIMARY KEY (round, organisation)
) STRICT, WITHOUT ROWID;

CREATE INDEX round_organisation_over_years ON round_organisation (uid);

-- In the order of the list, with who is rated: a page of it is read without the rest.
CREATE INDEX round_organisation_in_order
ON round_organisation (round, removed, position, organisation, track);

-- What is entered -----------------------------------------------------------------------------

CREATE TABLE mark (
    round        INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    party        TEXT NOT NULL,
    rater        TEXT NOT NULL,
    -- '*' for the one overall mark of a rater.
    item         TEXT NOT NULL,
    -- A mark, 'a=2 b=1', 'none', an option, a measured value, 'NA'; NULL: not scored.
    entry        TEXT,
    note         TEXT,
    flagged      INTEGER,
    removed      INTEGER NOT NULL CHECK (removed IN (0, 1)),
    revision     INTEGER NOT NULL,
    written      INTEGER NOT NULL,
    PRIMARY KEY (round, organisation, party, rater, item),
    FOREIGN KEY (round, organisation) REFERENCES round_organisation (round, organisation)
) STRICT, WITHOUT ROWID;

CREATE TABLE sheet (
    round        INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    party        TEXT NOT NULL,
    rater        TEXT NOT NULL,
    -- open, submitted, returned
    state        TEXT,
    reason       TEXT,
    -- 1: the state came with a file.
    imported     INTEGER,
    removed      INTEGER NOT NULL CHECK (removed IN (0, 1)),
    revision     INTEGER NOT NULL,
    written      INTEGER NOT NULL,
    PRIMARY KEY (round, organisation, party, rater),
    FOREIGN KEY (round, organisation) REFERENCES round_organisation (round, organisation)
) STRICT, WITHOUT ROWID;

-- Who rates, and how many sheets are in, without looking through all of them.
CREATE INDEX sheet_of_rater ON sheet (round, removed, party, rater, state);

CREATE TABLE assignment (
    round        INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    party        TEXT NOT NULL,
    rater        TEXT NOT NULL,
    -- due, recused
    state        TEXT,
    reason       TEXT,
    removed      INTEGER NOT NULL CHECK (removed IN (0, 1)),
    revision     INTEGER NOT NULL,
    written      INTEGER NOT NULL,
    PRIMARY KEY (round, organisation, party, rater),
    FOREIGN KEY (round, organisation) REFERENCES round_organisation (round, organisation)
) STRICT, WITHOUT ROWID;

CREATE INDEX assignment_of_party ON assignment (round, party, state, rater);

CREATE TABLE ballot (
    round        INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    party        TEXT NOT NULL,
    question     TEXT NOT NULL,
    -- Also abstain, spoilt, issued.
    option       TEXT NOT NULL,
    count        INTEGER,
    removed      INTEGER NOT NULL CHECK (removed IN (0, 1)),
    revision     INTEGER NOT NULL,
    written      INTEGER NOT NULL,
    PRIMARY KEY (round, organisation, party, question, option),
    FOREIGN KEY (round, organisation) REFERENCES round_organisation (round, organisation)
) STRICT, WITHOUT ROWID;

CREATE TABLE veto (
    round        INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    veto         TEXT NOT NULL,
    -- proposed, decided, lifted
    state        TEXT,
    document     TEXT,
    date         TEXT,
    note         TEXT,
    removed      INTEGER NOT NULL CHECK (removed IN (0, 1)),
    revision     INTEGER NOT NULL,
    written      INTEGER NOT NULL,
    PRIMARY KEY (round, organisation, veto),
    FOREIGN KEY (round, organisation) REFERENCES round_organisation (round, organisation)
) STRICT, WITHOUT ROWID;

CREATE TABLE adjustment (
    round        INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    adjustment   TEXT NOT NULL,
    -- '*' where it is pending.
    document     TEXT NOT NULL,
    count        INTEGER,
    note         TEXT,
    removed      INTEGER NOT NULL CHECK (removed IN (0, 1)),
    revision     INTEGER NOT NULL,
    written      INTEGER NOT NULL,
    PRIMARY KEY (round, organisation, adjustment, document),
    FOREIGN KEY (round, organisation) REFERENCES round_organisation (round, organisation)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    round        INTEGER NOT NULL,
    event        TEXT NOT NULL,
    organisation TEXT,
    -- NULL: the organisation's own event.
    member       TEXT,
    kind         TEXT,
    item         TEXT,
    date         TEXT,
    count        INTEGER,
    points       TEXT,
    document     TEXT,
    -- declared, confirmed, signed 1 …, counted, sent back
    state        TEXT,
    -- Why it was sent back last.
    reason       TEXT,
    removed      INTEGER NOT NULL CHECK (removed IN (0, 1)),
    revision     INTEGER NOT NULL,
    written      INTEGER NOT NULL,
    PRIMARY KEY (round, event),
    FOREIGN KEY (round, organisation) REFERENCES round_organisation (round, organisation)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_of_organisation ON event (round, organisation);

-- Numbers of places sent down from above, and decisions on ties.
CREATE TABLE places (
    round    INTEGER NOT NULL REFERENCES round (number),
    -- '*': every cohort; '-': organisations without one.
    cohort   TEXT NOT NULL,
    track    TEXT NOT NULL,
    level    TEXT NOT NULL,
    places   INTEGER,
    removed  INTEGER NOT NULL CHECK (removed IN (0, 1)),
    revision INTEGER NOT NULL,
    written  INTEGER NOT NULL,
    PRIMARY KEY (round, cohort, track, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE tie (
    round         INTEGER NOT NULL,
    organisation  TEXT NOT NULL,
    -- The lower comes first.
    decided_order INTEGER,
    reason        TEXT,
    removed       INTEGER NOT NULL CHECK (removed IN (0, 1)),
    revision      INTEGER NOT NULL,
    written       INTEGER NOT NULL,
    PRIMARY KEY (round, organisation),
    FOREIGN KEY (round, organisation) REFERENCES round_organisation (round, organisation)
) STRICT, WITHOUT ROWID;

-- Levels of earlier years, as a round was told of them; every later round of the same scheme
-- finds them by the organisation's uid.
CREATE TABLE level_history (
    round        INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    year         INTEGER NOT NULL,
    level        TEXT,
    removed      INTEGER NOT NULL CHECK (removed IN (0, 1)),
    revision     INTEGER NOT NULL,
    written      INTEGER NOT NULL,
    PRIMARY KEY (round, organisation, year),
    FOREIGN KEY (round, organisation) REFERENCES round_organisation (round, organisation)
) STRICT, WITHOUT ROWID;

-- Who has looked an organisation through, and up to which operation of the book.
CREATE TABLE review (
    round        INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    actor        TEXT NOT NULL,
    seen         INTEGER,
    removed      INTEGER NOT NULL CHECK (removed IN (0, 1)),
    revision     INTEGER NOT NULL,
    written      INTEGER NOT NULL,
    PRIMARY KEY (round, organisation, actor),
    FOREIGN KEY (round, organisation) REFERENCES round_organisation (round, organisation)
) STRICT, WITHOUT ROWID;

-- Derived: never an input, in no book, made anew wherever it does not fit ----------------------

CREATE TABLE standing (
    round        INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    -- What it was made from.
    seq          INTEGER NOT NULL,
    scheme       TEXT NOT NULL,
    engine       INTEGER NOT NULL,
    -- Figures as printed; NULL: none.
    composite    TEXT,
    low          TEXT,
    high         TEXT,
    -- One digit for each party, in the scheme's order: 1 where it has a score.
    scored       TEXT NOT NULL,
    -- In JSON: one score for each party; what else the list shows (sheets, vetoes); all figures,
    -- last because they are long and the list goes without them.
    scores       TEXT NOT NULL,
    summary      TEXT NOT NULL,
    figures      TEXT NOT NULL,
    PRIMARY KEY (round, organisation),
    FOREIGN KEY (round, organisation) REFERENCES round_organisation (round, organisation)
) STRICT, WITHOUT ROWID;

-- How far each party is, without looking through all figures.
CREATE INDEX standing_scored ON standing (round, scheme, engine, scored);

-- The last ranking: what each organisation got in it.
CREATE TABLE ranking (
    round  INTEGER PRIMARY KEY REFERENCES round (number),
    seq    INTEGER NOT NULL,
    scheme TEXT NOT NULL,
    engine INTEGER NOT NULL
) STRICT;

CREATE TABLE ranked (
    round        INTEGER NOT NULL REFERENCES ranking (round) ON DELETE CASCADE,
    organisation TEXT NOT NULL,
    rank         INTEGER,
    tie          INTEGER NOT NULL CHECK (tie IN (0, 1)),
    -- Id of the level.
    level        TEXT,
    -- The whole standing in JSON.
    standing     TEXT NOT NULL,
    PRIMARY KEY (round, organisation)
) STRICT, WITHOUT ROWID;

-- Not in any book --------------------------------------------------------------------------------

-- Where a person was, what a screen was filtered by.
CREATE TABLE remembered (
    actor TEXT NOT NULL,
    key   TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (actor, key)
) STRICT, WITHOUT ROWID;

-- For people with the sqlite3 shell --------------------------------------------------------------

CREATE VIEW rounds AS
SELECT round.name, round.year, round.state, scheme_text.id AS scheme, scheme_text.title,
       book.seq, lower(hex(book.head)) AS head
FROM round JOIN book ON book.number = round.number
LEFT JOIN scheme_text ON scheme_text.sha256 = round.scheme
WHERE NOT round.removed;

CREATE VIEW organisations AS
SELECT round.name AS round, o.organisation, o.name, o.kind, o.parent, o.track, o.previous,
       o.declared
FROM round_organisation AS o JOIN round ON round.number = o.round
WHERE NOT o.removed ORDER BY o.round, o.position;

CREATE VIEW marks AS
SELECT round.name AS round, mark.organisation, o.name, mark.party, mark.rater, mark.item,
       mark.entry, mark.note, mark.flagged, mark.revision
FROM mark JOIN round ON round.number = mark.round
JOIN round_organisation AS o ON o.round = mark.round AND o.organisation = mark.organisation
WHERE NOT mark.removed;

CREATE VIEW levels AS
SELECT round.name AS round, ranked.organisation, o.name, standing.composite, ranked.rank,
       ranked.tie, ranked.level
FROM ranked JOIN round ON round.number = ranked.round
JOIN round_organisation AS o ON o.round = ranked.round AND o.organisation = ranked.organisation
LEFT JOIN standing
    ON standing.round = ranked.round AND standing.organisation = ranked.organisation;

CREATE VIEW journal AS
SELECT book.name AS book, operation.seq, datetime(operation.at / 1000, 'unixepoch') AS time_utc,
       operation.actor, operation.via, operation.kind, operation.reason, operation.undoes,
       operation.about, change.what, change.key, change.old, change.new,
       lower(hex(operation.hash)) AS code
FROM operation JOIN book ON book.number = operation.book
LEFT JOIN change ON change.operation = operation.number
ORDER BY operation.number, change.position;
