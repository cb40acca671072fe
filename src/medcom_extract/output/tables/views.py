"""What the SQLite file has beside the tables: texts to search, indexes, views."""

__all__ = ["INDEXES", "SEARCH", "TEXTS", "VIEWS"]

TEXTS = """
CREATE TABLE texts (
    text_id INTEGER PRIMARY KEY,
    report_id TEXT REFERENCES reports (report_id),
    project_id TEXT REFERENCES projects (project_id),
    item TEXT,
    kind TEXT,
    risk_id TEXT REFERENCES risks (risk_id),
    milestone_id TEXT REFERENCES milestones (milestone_id),
    remark_id TEXT REFERENCES remarks (remark_id),
    text TEXT,
    words TEXT
);
"""

# unicode61 folds capitals; with remove_diacritics 0 "a" is not "å".  The prefixes make searches
# such as leverandør* fast, which is how compounds are found: leverandøraftale.  Datasette knows
# the table by its content option and shows a search box.
SEARCH = """
CREATE VIRTUAL TABLE texts_fts USING fts5 (
    text, words, content="texts", content_rowid='text_id',
    tokenize='unicode61 remove_diacritics 0', prefix='2 3 4'
);
INSERT INTO texts_fts (texts_fts) VALUES ('rebuild');
"""

INDEXES = """
CREATE INDEX projects_by_key ON projects (key);
CREATE INDEX projects_by_report ON projects (report_id);
CREATE INDEX statuses_by_project ON statuses (project_id);
CREATE INDEX risks_by_project ON risks (project_id);
CREATE INDEX milestones_by_project ON milestones (project_id);
CREATE INDEX milestones_by_due ON milestones (due_end);
CREATE INDEX remarks_by_project ON remarks (project_id);
CREATE INDEX dates_by_project ON dates (project_id);
CREATE INDEX quantities_by_project ON quantities (project_id);
CREATE INDEX entities_by_project ON entities (project_id);
CREATE INDEX entities_by_party ON entities (party);
CREATE INDEX reports_by_period ON reports (programme, period_end);
"""

VIEWS = """
CREATE VIEW lights_over_time AS
SELECT p.key, p.name AS project, r.programme, r.period, r.period_start, s.light,
       lag(s.light) OVER one_project AS light_before,
       p.project_id, r.report_id, r.name AS file
FROM statuses s
JOIN projects p USING (project_id)
JOIN reports r ON r.report_id = p.report_id
WHERE s.aspect IS NULL
WINDOW one_project AS (PARTITION BY p.key ORDER BY r.period_start, r.name)
ORDER BY p.key, r.period_start, r.name;

CREATE VIEW overdue_promises AS
SELECT p.name AS project, m.text, m.due_end,
       CAST(julianday(r.period_end) - julianday(m.due_end) AS INTEGER) AS days_overdue,
       r.programme, r.period, r.period_end,
       r.period_end = max(r.period_end) OVER (PARTITION BY r.programme) AS in_newest_report,
       s.light, m.milestone_id, p.project_id, r.report_id, r.name AS file
FROM milestones m
JOIN projects p USING (project_id)
JOIN reports r ON r.report_id = p.report_id
LEFT JOIN statuses s ON s.project_id = p.project_id AND s.aspect IS NULL
WHERE m.due_end < r.period_end
  AND (m.kind = 'upcoming' OR (m.kind = 'plan' AND m.status IN ('planned', 'delayed')))
ORDER BY r.period_end DESC, days_overdue DESC;

CREATE VIEW mentions_by_party AS
SELECT e.label, coalesce(e.party, e.text) AS party, count(*) AS mentions,
       count(DISTINCT e.report_id) AS reports, count(DISTINCT p.key) AS projects,
       sum(e.risk_id IS NOT NULL) AS in_risks,
       min(r.period_start) AS first_period, max(r.period_start) AS last_period
FROM entities e
JOIN projects p USING (project_id)
JOIN reports r ON r.report_id = e.report_id
GROUP BY e.label, coalesce(e.party, e.text)
ORDER BY mentions DESC, party;
"""
