import { plainLine } from '../../../core/plainText';
import { cut } from '../../mapping/makeGoal';
import type { Followable } from '../../port/tracker';
import { projectSchema } from './jiraSchemas';

/** The projects of a list; entries that are none are left out. */
export function projectsOf(entries: readonly unknown[]): Followable[] {
  return entries.flatMap((entry) => {
    const project = projectSchema.safeParse(entry).data;
    if (!project) return [];
    const { key, name, description } = project;
    const text = cut(plainLine(description ?? ''), 200);
    return { value: key, label: name ?? key, ...(text !== '' && { description: text }) };
  });
}
