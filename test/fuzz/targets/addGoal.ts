import { assertAddsGoal } from '../../support/goalsFile/assertAddsGoal';

/** Whatever a goals file says: a further goal is declined, or added without a change to anything else. */
export async function fuzz(data: Buffer): Promise<void> {
  await assertAddsGoal(data.toString('utf8'), { key: 'NEW-1', title: 'New', level: 'item' });
}
