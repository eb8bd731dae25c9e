-- What all engines share: ANSI SQL over goal_lens_facts_v1. A unit is 1/720720 of a person-day or of a commit, so that
-- integers always sum to the whole. effort_units is NULL where fewer than three people stand behind a week of a
-- repository: such rows count as changes, and as changes_without_effort where effort is summed.

-- One row for each fact, as "goal-lens merge" writes it.
CREATE OR REPLACE VIEW goal_lens_merged_v1 AS
SELECT
  repository, iso_week, target, goal_key, goal_level, goal_rank, evidence,
  MIN(goal_title) AS goal_title,
  CASE WHEN COUNT(*) = COUNT(effort_units) THEN CAST(SUM(effort_units) AS BIGINT) END AS effort_units,
  CAST(SUM(change_units) AS BIGINT) AS change_units
FROM goal_lens_facts_v1
GROUP BY repository, iso_week, target, goal_key, goal_level, goal_rank, evidence;

-- What would count twice: a report names each of its facts once. Empty where all is well.
CREATE OR REPLACE VIEW goal_lens_counted_twice_v1 AS
SELECT repository, iso_week
FROM goal_lens_facts_v1
GROUP BY repository, iso_week, target, goal_key, goal_level, goal_rank, evidence
HAVING COUNT(*) > 1;

-- What effort went to.
CREATE OR REPLACE VIEW goal_lens_goals_v1 AS
SELECT
  target, goal_key, goal_rank,
  MIN(goal_title) AS goal_title,
  COUNT(DISTINCT repository) AS repositories,
  CAST(SUM(COALESCE(effort_units, 0)) AS BIGINT) AS effort_units,
  CAST(SUM(change_units) AS BIGINT) AS change_units,
  CAST(SUM(CASE WHEN effort_units IS NULL THEN change_units ELSE 0 END) AS BIGINT) AS changes_without_effort
FROM goal_lens_facts_v1
GROUP BY target, goal_key, goal_rank;

-- The trend: what effort of a week went to goals of a rank, to keys that no tracker has, and to no goal.
CREATE OR REPLACE VIEW goal_lens_weeks_v1 AS
SELECT
  iso_week, target, goal_rank,
  COUNT(DISTINCT repository) AS repositories,
  CAST(SUM(COALESCE(effort_units, 0)) AS BIGINT) AS effort_units,
  CAST(SUM(change_units) AS BIGINT) AS change_units,
  CAST(SUM(CASE WHEN effort_units IS NULL THEN change_units ELSE 0 END) AS BIGINT) AS changes_without_effort
FROM goal_lens_facts_v1
GROUP BY iso_week, target, goal_rank;

-- How much of a repository's work has no goal: strictly by what commits name, and by all evidence.
CREATE OR REPLACE VIEW goal_lens_repositories_v1 AS
SELECT
  repository,
  CAST(SUM(change_units) AS BIGINT) AS change_units,
  CAST(SUM(CASE WHEN evidence <> 'named' THEN change_units ELSE 0 END) AS BIGINT) AS unnamed_change_units,
  CAST(SUM(CASE WHEN target = 'none' THEN change_units ELSE 0 END) AS BIGINT) AS unlinked_change_units
FROM goal_lens_facts_v1
GROUP BY repository;
