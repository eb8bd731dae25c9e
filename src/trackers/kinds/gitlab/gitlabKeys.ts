import type { Connection } from '../../connection/connection';
import { NumberedKeys } from '../../port/numberedKeys';
import type { GitlabLink } from './gitlabSchemas';

/**
 * Keys for what GitLab only numbers, separately in each group and project: `SHOP-142` for the issue 142 of `acme/shop`,
 * `ACME.E-3` for the epic 3 of the group `acme`, `SHOP.M-7` for the milestone 7 of `acme/shop`. Projects whose paths
 * end alike share a prefix.
 */
export class GitlabKeys {
  private readonly prefixes = new Map<string, string>();
  private readonly basePath: string;

  constructor(private readonly connection: Pick<Connection, 'keyPrefix' | 'follow' | 'url'>) {
    this.basePath = new URL(connection.url).pathname.replace(/\/$/, '');
  }

  /** The groups and projects that a key was made for. */
  get seenPaths(): readonly string[] {
    return [...this.prefixes.keys()];
  }

  /** The letters before the numbers of a group or project. */
  prefixOf(path: string): string {
    const known = this.prefixes.get(path);
    if (known !== undefined) return known;
    const { follow, keyPrefix } = this.connection;
    const isOnly = follow?.length === 1 && follow[0]?.toLowerCase() === path.toLowerCase();
    const { prefix } = new NumberedKeys(isOnly ? { keyPrefix } : {}, path.split('/').at(-1), 'GL');
    this.prefixes.set(path, prefix);
    return prefix;
  }

  /** The key of a work item; undefined if GitLab does not say where it belongs. */
  keyOf({ iid, workItemType, namespace, webUrl }: GitlabLink): string | undefined {
    const path = namespace?.fullPath ?? this.pathIn(webUrl);
    if (!path) return undefined;
    const kind = workItemType?.name?.toLowerCase() === 'epic' ? '.E' : '';
    return `${this.prefixOf(path)}${kind}-${iid}`;
  }

  /**
   * The key of the work item at an address: `https://host/acme/shop/-/issues/142`. What has an address of a group is an
   * epic: `https://host/groups/acme/-/work_items/3`.
   */
  keyAt(address: string, isEpic: boolean): string | undefined {
    const match = /\/-\/(?:issues|work_items|epics)\/([1-9]\d{0,8})\/?(?:[?#].*)?$/.exec(address);
    const [, iid] = match ?? [];
    if (iid === undefined) return undefined;
    const workItemType = { name: isEpic || address.includes('/groups/') ? 'Epic' : 'Issue' };
    return this.keyOf({ id: '', iid, webUrl: address, workItemType });
  }

  /** The key of a milestone, by its address or the path in it. */
  milestoneKey(iid: string, address: string | null | undefined): string | undefined {
    const path = this.pathIn(address);
    return path && `${this.prefixOf(path)}.M-${iid}`;
  }

  /** The group or project in an address: `acme/shop` of `https://host/gitlab/acme/shop/-/issues/142`. */
  private pathIn(address: string | null | undefined): string | undefined {
    if (!address || !URL.canParse(address, this.connection.url)) return undefined;
    const { pathname } = new URL(address, this.connection.url);
    const below = pathname.startsWith(`${this.basePath}/`) ? pathname.slice(this.basePath.length) : pathname;
    return /^\/(?:groups\/)?(.+?)\/-\//.exec(below)?.[1];
  }
}

/** The parts of a key that could be GitLab's. */
export interface GitlabKey {
  /** In upper case. */
  readonly prefix: string;
  readonly kind: 'issue' | 'epic' | 'milestone';
  readonly iid: string;
}

/** Reads a key, which may belong to another tracker. */
export function readGitlabKey(key: string): GitlabKey | undefined {
  const [, prefix, letter, iid] = /^(\p{L}[\p{L}\p{N}._-]*?)(\.[EM])?-0*([1-9]\d{0,8})$/iu.exec(key) ?? [];
  if (prefix === undefined || iid === undefined) return undefined;
  const kind = letter === undefined ? 'issue' : letter.toUpperCase() === '.E' ? 'epic' : 'milestone';
  return { prefix: prefix.toUpperCase(), kind, iid };
}
