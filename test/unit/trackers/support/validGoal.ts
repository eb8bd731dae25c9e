import assert from 'node:assert/strict';
import { healths, isClosed, levels, statusCategories, type Goal } from '../../../../src/core/goal/goal';
import { isKey } from '../../../../src/core/references/goalKeys';

/** Asserts what every goal promises, whatever it was made of. */
export function assertValidGoal(goal: Goal): void {
  assert.deepEqual(JSON.parse(JSON.stringify(goal)), goal, 'survives being kept');
  assert.ok(goal.id !== '' && isKey(goal.key));
  assertLine(goal.title, 300);
  assertMeanings(goal);
  assert.ok((goal.description ?? 'x') !== '' && (goal.description ?? '').length <= 20_000);
  if (goal.owner) assertLine(goal.owner.name, 300);
  if (goal.targetDate !== undefined) assert.match(goal.targetDate, /^\d{4}-\d\d-\d\d$/);
  if (goal.progress !== undefined) assert.ok(goal.progress >= 0 && goal.progress <= 1);
  if (goal.updatedAt !== undefined) assert.ok(Number.isFinite(Date.parse(goal.updatedAt)));
  if (goal.url !== undefined) assert.match(goal.url, /^https:\/\/./);
  for (const key of [goal.parentKey ?? 'A-1', ...goal.blockedByKeys, ...goal.blocksKeys])
    assert.ok(isKey(key), key);
  for (const label of goal.labels) assertLine(label, 100);
  assertImpact(goal);
}

function assertMeanings({ level, status, health, priority, closedAt }: Goal): void {
  if (closedAt !== undefined) assert.ok(Number.isFinite(Date.parse(closedAt)) && isClosed({ status }));
  assert.ok(levels.includes(level));
  if (status) assert.ok(statusCategories.includes(status.category));
  if (health) assert.ok(healths.includes(health));
  if (priority) assert.ok([0, 1, 2, 3, 4].includes(priority.rank));
}

function assertImpact({ impact = {} }: Goal): void {
  for (const count of [impact.customers, impact.requests]) {
    if (count) assert.ok(Number.isSafeInteger(count.value) ? count.value >= 0 : count.value > 0);
  }
  if (impact.revenue) assert.ok(impact.revenue.value.amount >= 0);
  if (impact.score) assert.ok(Number.isFinite(impact.score.value));
  for (const list of [impact.customerNames, impact.segments])
    list?.value.forEach((line) => assertLine(line, 100));
  if (impact.severity) assertLine(impact.severity.value, 100);
  for (const { text } of impact.quotes?.value ?? []) assert.ok(text !== '' && text.length <= 2000);
}

/** Not empty, on one line, cut, without control characters. */
function assertLine(text: string, longest: number): void {
  assert.ok(text !== '' && text.length <= longest, JSON.stringify(text));
  assert.doesNotMatch(text, /[\0-\x1F\x7F-\x9F\u2028\u2029\u202E]/);
}
