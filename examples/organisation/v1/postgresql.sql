-- PostgreSQL, in psql: reads the lines of facts.ndjson. Read views.sql next.
CREATE TEMPORARY TABLE goal_lens_lines (line json);
-- No line of JSON holds these two characters: each is taken as it is.
\copy goal_lens_lines FROM 'facts.ndjson' WITH (FORMAT csv, DELIMITER E'\x02', QUOTE E'\x01')
CREATE TABLE IF NOT EXISTS goal_lens_facts_v1 (
  repository text NOT NULL,
  iso_week text NOT NULL,
  target text NOT NULL,
  goal_key text NOT NULL,
  goal_title text NOT NULL,
  goal_level text NOT NULL,
  goal_rank integer NOT NULL,
  evidence text NOT NULL,
  effort_units bigint,
  change_units bigint NOT NULL
);
INSERT INTO goal_lens_facts_v1
SELECT
  line ->> 'repository', line ->> 'week', line ->> 'kind', line ->> 'key', line ->> 'title', line ->> 'level',
  (line ->> 'rank')::integer, line ->> 'evidence', (line ->> 'effort')::bigint, (line ->> 'changes')::bigint
FROM goal_lens_lines;
DROP TABLE goal_lens_lines;
