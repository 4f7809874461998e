-- The ledger, version 2. SQLite >= 3.37 (STRICT), written for 3.40: no contentless_delete, no jsonb.
-- Days are whole numbers (days since 1970-01-01), instants UTC seconds. What has no day has NULL, or
-- 0 where it sorts (day 0, 1 January 1970, stands for "undated"). Numbers for words: codes.toml.
-- Numbers in `id` columns are of this file alone; what is shown and cited are content ids (`uid`).

-- Who read what, when, from where.
CREATE TABLE run (
  id INTEGER PRIMARY KEY, began INTEGER NOT NULL, ended INTEGER, source TEXT NOT NULL
) STRICT;
CREATE TABLE reader (id INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE publisher (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
-- code: as the contract writes actors; dyad: the code under which it stands in a dyad
-- (EUR:commission in EUR).
CREATE TABLE actor (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, dyad TEXT NOT NULL, name TEXT
) STRICT;
-- key: the name folded (lower case, no accents), by which `who` finds it.
CREATE TABLE person (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL, actor INTEGER NOT NULL,
  UNIQUE (key, actor)
) STRICT;
CREATE TABLE place (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, geonames INTEGER, lat REAL,
  lon REAL, UNIQUE (name, country)
) STRICT;

-- id = day of publication << 24 | number within that day (day 0 where it has none): "newest first" is
-- a walk of the key, of the index of words too, and needs no sort. `given` is the id that its input
-- line had, `name` the contract's document.id. carries = 1: its records stand in affairs (it leads
-- its story; of several versions the newest). `gone`: withdrawn then, because of `gone_because`.
-- `source`: the document that it was compared with for what it altered.
CREATE TABLE document (
  id INTEGER PRIMARY KEY, hash BLOB NOT NULL, name TEXT NOT NULL, given TEXT, title TEXT,
  publisher INTEGER, url TEXT, address TEXT, language TEXT, published INTEGER, seen INTEGER NOT NULL,
  run INTEGER NOT NULL, reader INTEGER, story INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1,
  carries INTEGER NOT NULL DEFAULT 0, superseded INTEGER NOT NULL DEFAULT 0, read INTEGER NOT NULL,
  records INTEGER NOT NULL DEFAULT 0, gone INTEGER, gone_because TEXT, source INTEGER
) STRICT;
CREATE UNIQUE INDEX document_hash ON document (hash);
CREATE UNIQUE INDEX document_name ON document (name);
CREATE INDEX document_address ON document (address) WHERE address IS NOT NULL;
CREATE INDEX document_story ON document (story);
CREATE INDEX document_run ON document (run);
CREATE INDEX document_publisher ON document (publisher, id);
CREATE INDEX document_gone ON document (gone) WHERE gone IS NOT NULL;
-- zlib: the text, and the JSON line of the ledger without its text ("read" = 0: none yet).
CREATE TABLE body (document INTEGER PRIMARY KEY, text BLOB NOT NULL, ledger BLOB) STRICT;
-- Texts that were forgotten: they are not added again.
CREATE TABLE forgotten (hash BLOB PRIMARY KEY, at INTEGER NOT NULL, because TEXT NOT NULL) STRICT,
  WITHOUT ROWID;

-- What one text says, for documents that carry; words and the rest stand in body.ledger at place
-- `number`. day, day_end: of its own period (day_from 0 or 1), else of its document's publication.
-- type, status: codes.toml (status of a statement is its stance, of a figure its nature).
-- judged: 1 right, 2 wrong, 3 people disagree, 0 nobody said.
CREATE TABLE record (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL, number INTEGER NOT NULL, uid BLOB NOT NULL,
  kind INTEGER NOT NULL, type INTEGER NOT NULL, status INTEGER NOT NULL, tier INTEGER NOT NULL,
  day INTEGER NOT NULL, day_end INTEGER NOT NULL, day_from INTEGER, verdict INTEGER NOT NULL,
  judged INTEGER NOT NULL DEFAULT 0, affair INTEGER
) STRICT;
CREATE INDEX record_document ON record (document, number);
CREATE INDEX record_uid ON record (uid);
CREATE INDEX record_affair ON record (affair);
-- Who stands in it, in which part (codes.toml: role); by actor, newest first.
CREATE TABLE record_actor (
  actor INTEGER NOT NULL, day INTEGER NOT NULL, record INTEGER NOT NULL, role INTEGER NOT NULL,
  kind INTEGER NOT NULL, PRIMARY KEY (actor, day, record, role)
) STRICT, WITHOUT ROWID;
CREATE TABLE record_person (
  person INTEGER NOT NULL, day INTEGER NOT NULL, record INTEGER NOT NULL, role INTEGER NOT NULL,
  kind INTEGER NOT NULL, PRIMARY KEY (person, day, record, role)
) STRICT, WITHOUT ROWID;
CREATE TABLE record_place (
  place INTEGER NOT NULL, day INTEGER NOT NULL, record INTEGER NOT NULL, kind INTEGER NOT NULL,
  PRIMARY KEY (place, day, record)
) STRICT, WITHOUT ROWID;

-- What several records tell. Counts are of affairs. `day`, `day_end`: of its own period, else of the
-- earliest publication; lent: 0 the day is its own (statements and proposals: that of publication),
-- 1 an event's or figure's day is lent from the publication, 2 it has none and stands by it.
-- `first_seen`, `changed`: when this ledger learned of it.
-- body: the contract's affair (JSON, members by hash) where it has several members, else NULL: it is
-- then made from its only record, `record`, whose uid it bears. One of several is found by affair_uid
-- (uid = ? AND body IS NOT NULL), one of one record by record_uid and record.affair.
CREATE TABLE affair (
  id INTEGER PRIMARY KEY, uid BLOB NOT NULL, kind INTEGER NOT NULL, type INTEGER NOT NULL,
  status INTEGER NOT NULL, tier INTEGER NOT NULL, day INTEGER NOT NULL, day_end INTEGER NOT NULL,
  day_from INTEGER, lent INTEGER NOT NULL, verdict INTEGER NOT NULL, reports INTEGER NOT NULL,
  stories INTEGER NOT NULL, first_seen INTEGER NOT NULL, changed INTEGER NOT NULL,
  conflict INTEGER NOT NULL DEFAULT 0, record INTEGER NOT NULL,
  judged INTEGER NOT NULL DEFAULT 0, body BLOB
) STRICT;
CREATE INDEX affair_uid ON affair (uid) WHERE body IS NOT NULL;
CREATE INDEX affair_changed ON affair (changed, kind);
-- How a record came into an affair of several: made again at will; judgements are never touched.
CREATE TABLE link (
  affair INTEGER NOT NULL, record INTEGER NOT NULL, score REAL NOT NULL, because TEXT NOT NULL,
  rule TEXT NOT NULL, PRIMARY KEY (affair, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_record ON link (record);
-- Changes of status or period, told by which record (several members only).
CREATE TABLE step (
  affair INTEGER NOT NULL, number INTEGER NOT NULL, status INTEGER, day INTEGER, day_end INTEGER,
  record INTEGER NOT NULL, PRIMARY KEY (affair, number)
) STRICT, WITHOUT ROWID;

-- Every question of a dyad page is one range of this table, which covers it. A pair stands once,
-- a < b by code; side says who acts or speaks: 1 a, 2 b, 0 neither or both. via: the member of a
-- bloc by whom the entry stands here, 0 where the pair itself does. To leave members out: via = 0.
CREATE TABLE dyad (
  a INTEGER NOT NULL, b INTEGER NOT NULL, kind INTEGER NOT NULL, day INTEGER NOT NULL,
  affair INTEGER NOT NULL, via INTEGER NOT NULL, type INTEGER NOT NULL, status INTEGER NOT NULL,
  tier INTEGER NOT NULL, side INTEGER NOT NULL, verdict INTEGER NOT NULL, conflict INTEGER NOT NULL,
  stories INTEGER NOT NULL, lent INTEGER NOT NULL, PRIMARY KEY (a, b, kind, day, affair)
) STRICT, WITHOUT ROWID;
CREATE INDEX dyad_affair ON dyad (affair);
-- The timeline: all kinds together by day.
CREATE TABLE dyad_time (
  a INTEGER NOT NULL, b INTEGER NOT NULL, day INTEGER NOT NULL, affair INTEGER NOT NULL,
  kind INTEGER NOT NULL, tier INTEGER NOT NULL, via INTEGER NOT NULL, lent INTEGER NOT NULL,
  PRIMARY KEY (a, b, day, affair)
) STRICT, WITHOUT ROWID;
-- Counts kept in the transaction of dyad; `legation doctor --rebuild` makes them again. member = 1:
-- by way of a bloc's member; the two counts are never added. month = year * 12 + month - 1, 0 where
-- there is no day at all; lent = 1: counted beside, for the month is only that of the publication.
CREATE TABLE dyad_month (
  a INTEGER NOT NULL, b INTEGER NOT NULL, member INTEGER NOT NULL, kind INTEGER NOT NULL,
  month INTEGER NOT NULL, lent INTEGER NOT NULL, type INTEGER NOT NULL, status INTEGER NOT NULL,
  tier INTEGER NOT NULL, side INTEGER NOT NULL, verdict INTEGER NOT NULL, affairs INTEGER NOT NULL,
  PRIMARY KEY (a, b, member, kind, month, lent, type, status, tier, side, verdict)
) STRICT, WITHOUT ROWID;
CREATE TABLE dyad_facet (
  a INTEGER NOT NULL, b INTEGER NOT NULL, member INTEGER NOT NULL, kind INTEGER NOT NULL,
  type INTEGER NOT NULL, status INTEGER NOT NULL, tier INTEGER NOT NULL, verdict INTEGER NOT NULL,
  affairs INTEGER NOT NULL, PRIMARY KEY (a, b, member, kind, type, status, tier, verdict)
) STRICT, WITHOUT ROWID;
-- The first page: pairs by how much is told of them.
CREATE TABLE dyad_total (
  a INTEGER NOT NULL, b INTEGER NOT NULL, member INTEGER NOT NULL, affairs INTEGER NOT NULL,
  last INTEGER NOT NULL, PRIMARY KEY (a, b, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX dyad_total_affairs ON dyad_total (member, affairs);
-- Distinct stories: one story behind three affairs is one story. affairs: how many it is behind.
CREATE TABLE dyad_story (
  a INTEGER NOT NULL, b INTEGER NOT NULL, member INTEGER NOT NULL, month INTEGER NOT NULL,
  story INTEGER NOT NULL, affairs INTEGER NOT NULL, PRIMARY KEY (a, b, member, month, story)
) STRICT, WITHOUT ROWID;
CREATE TABLE dyad_month_stories (
  a INTEGER NOT NULL, b INTEGER NOT NULL, member INTEGER NOT NULL, month INTEGER NOT NULL,
  stories INTEGER NOT NULL, PRIMARY KEY (a, b, member, month)
) STRICT, WITHOUT ROWID;
-- New and changed of a dyad, for the digest: by when this ledger learned of it.
CREATE TABLE dyad_changed (
  a INTEGER NOT NULL, b INTEGER NOT NULL, changed INTEGER NOT NULL, affair INTEGER NOT NULL,
  kind INTEGER NOT NULL, PRIMARY KEY (a, b, changed, affair)
) STRICT, WITHOUT ROWID;

-- Stories that claim different values, dates or statuses. body: the contract's conflict (JSON).
CREATE TABLE conflict (
  id INTEGER PRIMARY KEY, uid BLOB NOT NULL, kind INTEGER NOT NULL, day INTEGER NOT NULL,
  settled INTEGER, changed INTEGER NOT NULL, first_seen INTEGER NOT NULL, body BLOB NOT NULL
) STRICT;
CREATE INDEX conflict_uid ON conflict (uid);
CREATE INDEX conflict_day ON conflict (day);
CREATE TABLE conflict_member (
  conflict INTEGER NOT NULL, affair INTEGER NOT NULL, PRIMARY KEY (conflict, affair)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflict_member_affair ON conflict_member (affair);
CREATE TABLE dyad_conflict (
  a INTEGER NOT NULL, b INTEGER NOT NULL, day INTEGER NOT NULL, conflict INTEGER NOT NULL,
  via INTEGER NOT NULL, settled INTEGER, PRIMARY KEY (a, b, day, conflict)
) STRICT, WITHOUT ROWID;
CREATE INDEX dyad_conflict_conflict ON dyad_conflict (conflict);

-- Promises: the affair it is, its state (codes.toml), when it is due. body: the contract's promise.
CREATE TABLE promise (
  affair INTEGER PRIMARY KEY, state INTEGER NOT NULL, day INTEGER NOT NULL, due INTEGER,
  changed INTEGER NOT NULL, body BLOB NOT NULL
) STRICT;
CREATE INDEX promise_day ON promise (day);
CREATE TABLE dyad_promise (
  a INTEGER NOT NULL, b INTEGER NOT NULL, day INTEGER NOT NULL, affair INTEGER NOT NULL,
  via INTEGER NOT NULL, side INTEGER NOT NULL, state INTEGER NOT NULL,
  PRIMARY KEY (a, b, day, affair)
) STRICT, WITHOUT ROWID;
CREATE INDEX dyad_promise_affair ON dyad_promise (affair);

-- Copies, one document at a time: why a document tells a story, what it changed of its source.
CREATE TABLE story_link (
  one INTEGER NOT NULL, other INTEGER NOT NULL, score REAL NOT NULL, because TEXT NOT NULL,
  rule TEXT NOT NULL, PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_link_other ON story_link (other);
CREATE TABLE altered (
  document INTEGER NOT NULL, number INTEGER NOT NULL, source INTEGER NOT NULL, field TEXT NOT NULL,
  before TEXT NOT NULL, after TEXT NOT NULL, because TEXT NOT NULL, PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX altered_source ON altered (source);
CREATE TABLE posting (
  mark INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (mark, document)
) STRICT, WITHOUT ROWID;
CREATE TABLE runs (document INTEGER PRIMARY KEY, marks BLOB NOT NULL, runs BLOB NOT NULL) STRICT;

-- Affairs: cards of records that may be linked (msgpack), the blocks they are looked for in, edges.
CREATE TABLE card (record INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
CREATE TABLE block (
  key INTEGER NOT NULL, day INTEGER NOT NULL, record INTEGER NOT NULL, day_end INTEGER NOT NULL,
  PRIMARY KEY (key, day, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_record ON block (record);
CREATE TABLE edge (
  one INTEGER NOT NULL, other INTEGER NOT NULL, relation INTEGER NOT NULL, score REAL NOT NULL,
  because TEXT NOT NULL, rule TEXT NOT NULL, PRIMARY KEY (one, other, relation)
) STRICT, WITHOUT ROWID;
CREATE INDEX edge_other ON edge (other);

-- What people decided: appended, never changed. It hangs on document, kind and anchor with the core
-- it was given on, so that it outlives every re-reading. relation: right, wrong, same, different,
-- settled, corrected (slot, value). Undoing is a row of its own that names what it undoes.
CREATE TABLE judgement (
  id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, verdict TEXT NOT NULL,
  left_hash BLOB NOT NULL, left_kind INTEGER, left_anchor TEXT, left_core TEXT NOT NULL,
  left_id TEXT NOT NULL, right_hash BLOB, right_kind INTEGER, right_anchor TEXT, right_core TEXT,
  right_id TEXT, slot TEXT, value TEXT, because TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
  undoes BLOB
) STRICT;
CREATE INDEX judgement_left ON judgement (left_hash);
CREATE INDEX judgement_right ON judgement (right_hash) WHERE right_hash IS NOT NULL;
-- What a person added that the reader missed: a record (JSON), marked as a person's.
CREATE TABLE note (
  id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, hash BLOB NOT NULL, record BLOB NOT NULL,
  because TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL, undone INTEGER
) STRICT;
CREATE INDEX note_hash ON note (hash);
-- Dossiers: lines that a person pins under a name. Like a judgement a pin hangs on document, kind and
-- anchor, so that it outlives a better reading; core: what the line said when it was pinned. undone:
-- since when it is unpinned.
CREATE TABLE pin (
  id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, dossier TEXT NOT NULL, hash BLOB NOT NULL,
  kind INTEGER NOT NULL, anchor TEXT NOT NULL, core TEXT NOT NULL, record TEXT NOT NULL,
  because TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL, undone INTEGER
) STRICT;
CREATE INDEX pin_dossier ON pin (dossier);
CREATE INDEX pin_hash ON pin (hash);

-- Former ids redirect. what: 1 affair, 2 story, 3 document's name.
CREATE TABLE redirect (
  what INTEGER NOT NULL, former TEXT NOT NULL, uid TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (what, former)
) STRICT, WITHOUT ROWID;
-- What changed of an affair or story and when this ledger learned it: planned -> actual, two became
-- one. The digest reads this; it stands outside the canonical export.
CREATE TABLE change (
  id INTEGER PRIMARY KEY, what INTEGER NOT NULL, uid BLOB NOT NULL, at INTEGER NOT NULL,
  run INTEGER NOT NULL, field TEXT NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX change_at ON change (at);
CREATE INDEX change_uid ON change (uid);
-- When somebody last asked what is new ("--since last"), and other settings of this file.
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- Where the account feeds itself from. `address` is asked, `given` what a person gave; watched = 0:
-- added once, not asked again. stopped: since when it is not asked, and why. because: of its last
-- failure, NULL after an answer. items: how many it has listed so far.
CREATE TABLE source (
  id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, given TEXT NOT NULL, name TEXT,
  country TEXT, language TEXT, kind TEXT NOT NULL, watched INTEGER NOT NULL, added INTEGER NOT NULL,
  due INTEGER NOT NULL, asked INTEGER, answered INTEGER, failures INTEGER NOT NULL DEFAULT 0,
  because TEXT, stopped INTEGER, items INTEGER NOT NULL DEFAULT 0
) STRICT;
-- What sources have listed: no words of it, so that what is forgotten leaves nothing. text: digest of
-- the text that was added last; day: of publication, lent = 1 where no source gives one.
CREATE TABLE source_item (
  id INTEGER PRIMARY KEY, text BLOB, day INTEGER NOT NULL, lent INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT;
-- Digests of guid (with its source), canonical address, text (with its source) that lead to an item.
CREATE TABLE source_key (key BLOB PRIMARY KEY, item INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX source_key_item ON source_key (item);
-- How a source listed an item last: another print says that it changed.
CREATE TABLE source_print (
  source INTEGER NOT NULL, item INTEGER NOT NULL, print BLOB NOT NULL, PRIMARY KEY (source, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_print_item ON source_print (item);
-- What is still to be added, by item: its listing (JSON), how often its page was asked for in vain.
CREATE TABLE source_waiting (
  item INTEGER PRIMARY KEY, source INTEGER NOT NULL, due INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0, because TEXT, listing BLOB NOT NULL
) STRICT;
CREATE INDEX source_waiting_due ON source_waiting (due);
-- What an address (its digest) answered last: its validators, the digest of its bytes, when it last
-- came whole, and what an index of sitemaps said of it.
CREATE TABLE source_answer (
  address BLOB PRIMARY KEY, etag TEXT, modified TEXT, digest BLOB, whole INTEGER NOT NULL, told TEXT
) STRICT, WITHOUT ROWID;
-- Whom we leave alone until when, and its robots.txt (zlib), to be asked again after robots_until.
CREATE TABLE source_host (
  name TEXT PRIMARY KEY, free INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0,
  robots BLOB, robots_until INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Words: contentless, for the text is in body; rowid is the document's id. `tags` holds filters as
-- words (kkaz an actor, xevent a kind, m202410 a month, y2024 a year), so that "sanctions, said of
-- Kazakhstan, in events of 2024" is one merge of lists. Words that people type search title and text.
CREATE VIRTUAL TABLE words USING fts5 (
  title, text, tags, content='', columnsize=0, detail=full,
  tokenize="unicode61 remove_diacritics 2"
);
