import type { Goal } from './goal';

/** Who a person is outside the trackers: as git signs their commits. Kept in memory only. */
export interface Identity {
  /** `user.email`, if set. */
  readonly email?: string;
  /** `user.name`, if set. */
  readonly name?: string;
}

/**
 * Whether a goal is a person's own. A tracker says so for the signed-in account; goals files and REST services know no
 * accounts, so there the owner is compared with git's user, by e-mail address or, if only names are given, by name.
 * With `team`, goals assigned to one of the person's teams count too.
 */
export function isMine(
  { mine, owner }: Pick<Goal, 'mine' | 'owner'>,
  identity: Identity,
  scope: 'me' | 'team' = 'me',
): boolean {
  if (mine === 'me' || (mine === 'team' && scope === 'team')) return true;
  if (!owner) return false;
  if (owner.email !== undefined) return isSame(owner.email, identity.email);
  return isSame(owner.name, identity.name);
}

function isSame(text: string, other: string | undefined): boolean {
  return other !== undefined && fold(text) !== '' && fold(text) === fold(other);
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
