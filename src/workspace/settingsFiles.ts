import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { readBounded } from '../files/readBounded';
import { regularText } from '../files/regularText';

/** The VS Code settings that are read outside of the editor. */
export interface WorkspaceSettings {
  /** The entries of `goalLens.trackers`, as written: the folder's own, then the person's. */
  readonly trackers: readonly unknown[];
  /** `goalLens.commit.trailer`, as written. */
  readonly trailer: unknown;
  /** Tokens of trailers that name items, besides the usual ones: `goalLens.commit.referenceTrailers`. */
  readonly referenceTrailers: readonly string[];
  /** `goalLens.impact.revenue`, as the person wrote it: a folder has no say in it. */
  readonly revenue: unknown;
}

const maxBytes = 1024 * 1024;

/** Where a folder keeps its own settings. */
export const ownSettingsPath = '.vscode/settings.json';

/** The values in the text of a settings file; none if it is damaged. */
export type SettingValues = Readonly<Record<string, unknown>>;

/**
 * Reads a person's settings, as VS Code keeps them, behind those of a folder. A file that is missing or damaged says
 * nothing.
 *
 * @param userFolders where editors keep a person's settings; the first that has a value counts
 */
export async function readSettings(
  userFolders: readonly string[],
  own: SettingValues,
): Promise<WorkspaceSettings> {
  const users = await Promise.all(
    userFolders.map(async (each) =>
      settingsIn((await regularText(join(each, 'settings.json'), maxBytes)) ?? ''),
    ),
  );
  const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
  return {
    trackers: [own, ...users].flatMap((values) => listOf(values['goalLens.trackers'])),
    trailer: [own, ...users].map((values) => values['goalLens.commit.trailer']).find(Boolean),
    referenceTrailers: listOf(
      [own, ...users].map((values) => values['goalLens.commit.referenceTrailers']).find(Boolean),
    ).filter((each): each is string => typeof each === 'string'),
    revenue: users.map((values) => values['goalLens.impact.revenue']).find(Boolean),
  };
}

/** Reads the settings that a folder brings along. */
export async function ownSettings(folder: string): Promise<SettingValues> {
  const read = await readBounded(join(folder, ownSettingsPath), folder, maxBytes).catch(() => undefined);
  return settingsIn(read?.kind === 'read' ? read.bytes.toString('utf8') : '');
}

/** The values in a settings file. */
export function settingsIn(text: string): SettingValues {
  let value: unknown;
  try {
    value = parse(text.slice(0, maxBytes), [], { allowTrailingComma: true, allowEmptyContent: true });
  } catch (error) {
    // Nested more deeply than the parser's stack reaches: as damaged as a file can be.
    if (!(error instanceof RangeError)) throw error;
  }
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
