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
