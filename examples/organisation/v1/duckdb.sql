-- DuckDB: the facts are the Parquet files in the folder facts/. Read views.sql next.
CREATE OR REPLACE VIEW goal_lens_facts_v1 AS
SELECT repository, iso_week, target, goal_key, goal_title, goal_level, goal_rank, evidence, effort_units, change_units
FROM read_parquet('facts/*.parquet');
