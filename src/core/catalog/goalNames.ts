import type { Goal } from '../goal/goal';
import { normalizeKey } from '../goal/goalKey';
import { readMention } from '../references/mention';
import type { TrackerState } from '../tracker/trackerState';

/**
 * The names of goals besides their keys. An item that a goal covers counts as the goal itself where no tracker that is
 * read could have the item, so that a goals file alone links the commits that name it.
 */
export class GoalNames {
  private held: ReadonlySet<string> | undefined;
  private isNumbering: boolean | undefined;

  constructor(private readonly trackers: readonly TrackerState[]) {}

  /** Keys, numbers with their place, and addresses, as their source spells them. */
  of({ aliases = [], references = [], covers = [] }: Goal): readonly string[] {
    return [...aliases, ...references, ...covers.flatMap((item) => this.ofUnread(item))];
  }

  /** The names of a covered item; none if a tracker may have it, or may be asked for it. */
  private ofUnread(item: string): string[] {
    const mention = readMention(item);
    const key =
      mention.kind === 'key' ? mention.key : mention.kind === 'address' ? mention.address.key : undefined;
    if (key !== undefined) return this.isHeld(key) ? [] : [...new Set([item, key])];
    return this.numbersItems() ? [] : [item];
  }

  /** Whether a goal has this key or another one of its project, or had it before it moved. */
  isHeld(key: string): boolean {
    this.held ??= projectsOf(this.trackers);
    return this.held.has(projectOrKey(key));
  }

  private numbersItems(): boolean {
    return (this.isNumbering ??= this.trackers.some(({ references }) => references !== undefined));
  }
}

/** The item that a goal covers and that `text` names, as the goal's source spells it. */
export function coveredItem({ covers = [] }: Goal, text: string): string | undefined {
  const name = nameOf(text);
  return covers.find((item) => nameOf(item) === name);
}

function nameOf(text: string): string {
  const mention = readMention(text);
  return normalizeKey((mention.kind === 'address' ? mention.address.key : undefined) ?? text);
}

function projectsOf(trackers: readonly TrackerState[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { goals } of trackers) {
    for (const { key, aliases = [] } of goals)
      for (const each of [key, ...aliases]) found.add(projectOrKey(each));
  }
  return found;
}

/** `SHOP` of `SHOP-142`; a key without a number whole. */
function projectOrKey(key: string): string {
  const normal = normalizeKey(key);
  return /^(.+)-\d+$/.exec(normal)?.[1] ?? normal;
}
