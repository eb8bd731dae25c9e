import type { Followable } from '../../port/tracker';
import type { GitlabApi } from './gitlabApi';
import { groupSchema, projectSchema } from './gitlabSchemas';

/** The groups and projects that a person is a member of. @throws {TrackerError} */
export async function gitlabFollowables(api: GitlabApi, signal: AbortSignal): Promise<readonly Followable[]> {
  const found: Followable[] = [];
  for await (const page of api.entries('/groups', { min_access_level: 10 }, signal)) {
    for (const { full_path, full_name, description } of page.flatMap(
      (e) => groupSchema.safeParse(e).data ?? [],
    )) {
      found.push({ value: full_path, label: full_name ?? full_path, ...(description && { description }) });
    }
  }
  const mine = { membership: 'true', archived: 'false', simple: 'true' };
  for await (const page of api.entries('/projects', mine, signal)) {
    for (const project of page.flatMap((e) => projectSchema.safeParse(e).data ?? [])) {
      const { path_with_namespace: value, name_with_namespace: label, description } = project;
      found.push({ value, label: label ?? value, ...(description && { description }) });
    }
  }
  return found;
}
