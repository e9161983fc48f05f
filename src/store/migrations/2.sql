-- Two tables that are made from others and written with them, so that questions need not look
-- through all of those.

-- Which operation touched which organisation, and where its first and last change lie in it; made
-- from `change` and written with it.
CREATE TABLE touched (
    organisation TEXT NOT NULL,
    operation    INTEGER NOT NULL,
    first        INTEGER NOT NULL,
    last         INTEGER NOT NULL,
    PRIMARY KEY (organisation, operation)
) STRICT, WITHOUT ROWID;

-- The owner of an event stands in its record, that of anything else first in its key.
INSERT INTO touched (organisation, operation, first, last)
SELECT organisation, operation, min(position), max(position) FROM (
    SELECT json_extract(CASE what WHEN 'event' THEN coalesce(new, old) ELSE key END, '$[0]')
               AS organisation, operation, position
    FROM change)
WHERE organisation IS NOT NULL
GROUP BY organisation, operation;

-- Sheets that have an entry and no row in `sheet`: begun by hand, and not yet submitted. So that
-- who has begun one is found without looking through all marks. Written with the marks.
CREATE TABLE begun (
    round        INTEGER NOT NULL,
    party        TEXT NOT NULL,
    rater        TEXT NOT NULL,
    organisation TEXT NOT NULL,
    PRIMARY KEY (round, party, rater, organisation)
) STRICT, WITHOUT ROWID;

INSERT INTO begun (round, party, rater, organisation)
SELECT DISTINCT mark.round, mark.party, mark.rater, mark.organisation FROM mark
LEFT JOIN sheet ON sheet.round = mark.round AND sheet.organisation = mark.organisation
    AND sheet.party = mark.party AND sheet.rater = mark.rater AND sheet.removed = 0
WHERE mark.entry IS NOT NULL AND mark.removed = 0 AND sheet.round IS NULL;
