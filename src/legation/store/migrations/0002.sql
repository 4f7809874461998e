-- Sources: what is watched, what it listed, what is still to be added. Nothing ever wrote to `feed`.
DROP TABLE feed;
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
