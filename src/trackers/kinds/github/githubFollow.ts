import { TrackerError } from '../../../core/tracker/trackerError';
import type { Connection } from '../../connection/connection';

/** A repository, as its owner and name. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
}

/** A project (Projects v2) of an organisation or of a person. */
export interface Project {
  readonly ownerKind: 'organization' | 'user';
  readonly owner: string;
  readonly number: number;
}

/** What a connection follows. */
export interface Followed {
  readonly repositories: readonly Repository[];
  readonly projects: readonly Project[];
}

// `.` and `..` would lead out of the address that names become part of.
const repositorySyntax = /^([\w-]+)\/(?!\.{1,2}$)([\w.-]+)$/;
const projectSyntax = /^(orgs|users)\/([\w-]+)\/projects\/([1-9]\d{0,8})$/;

/** Reads what is followed; entries may also be web addresses. @throws {TrackerError} if an entry is neither */
export function readFollow({ follow, url }: Connection): Followed {
  const repositories: Repository[] = [];
  const projects: Project[] = [];
  for (const entry of follow ?? []) {
    const text = entry.replace(/^https?:\/\/[^/]+\//i, '').replace(/(\.git)?\/*$/, '');
    const [, kind, projectOwner, number] = projectSyntax.exec(text) ?? [];
    const repository = repositoryOf(text);
    if (kind && projectOwner && number) {
      const ownerKind = kind === 'orgs' ? 'organization' : 'user';
      projects.push({ ownerKind, owner: projectOwner, number: Number(number) });
    } else if (repository) repositories.push(repository);
    else {
      const detail = `“${entry}” is neither OWNER/REPOSITORY nor orgs/ORGANISATION/projects/NUMBER`;
      throw new TrackerError('rejected', { host: new URL(url).host, detail });
    }
  }
  return { repositories, projects };
}

/** The repository in `owner/name`. */
export function repositoryOf(text: string): Repository | undefined {
  const [, owner, name] = repositorySyntax.exec(text) ?? [];
  return owner && name ? { owner, name } : undefined;
}

/** `orgs/owner/projects/number`, as written in a connection's `follow`. */
export function projectPath({ ownerKind, owner, number }: Project): string {
  return `${ownerKind === 'organization' ? 'orgs' : 'users'}/${owner}/projects/${number}`;
}

/** `owner/name`. */
export function fullName({ owner, name }: Repository): string {
  return `${owner}/${name}`;
}
