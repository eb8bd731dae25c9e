import type { Level, Priority, Rank, Status, StatusCategory } from '../../core/goal/goal';
import type { Connection } from '../connection/connection';

/** A priority's position in its tracker's own list: 0 is the most urgent of `of`. */
export interface PriorityPlace {
  readonly index: number;
  readonly of: number;
}

// English, and the words for it in German, Spanish and French.
const rankWords: readonly (readonly [RegExp, Rank])[] = [
  [/^(p-?[01]|urgent|immediate|highest|very high|critical|blocker|showstopper|1 ?[-–] ?critical)$/i, 1],
  [
    /^(dringend|sofort|kritisch|höchste|sehr hoch|urgente|inmediat[ao]|cr[ií]tic[ao]|muy alt[ao]|critique|immédiate?|très (?:haute|élevée))$/i,
    1,
  ],
  [/^(p-?2|high|major|2 ?[-–] ?high|hoch|hohe|alt[ao]|haute?|élevée?)$/i, 2],
  [/^(p-?3|medium|normale?|moderate|3 ?[-–] ?medium|mittel|medi[ao]|moyen(?:ne)?)$/i, 3],
  [/^(p-?[4-9]|low|lower|lowest|minor|trivial|4 ?[-–] ?low|niedrig|gering|baj[ao]|basse?|faible)$/i, 4],
  [/^(none|no priority|not set|undecided|unprioritized)$/i, 0],
];

/**
 * A priority from the tracker's own word for it or, if the word is unusual, from its position in the tracker's list.
 */
export function priorityOf(label: string, place?: PriorityPlace): Priority {
  const text = label.trim();
  // `1 - urgent`, `2: Hoch`, `P1: outage`: the word counts; if it is unusual, the number.
  const [, letter, number, word] = /^(p-?)?([0-9])\s*[-–:.)]\s*(\S.*)$/i.exec(text) ?? [];
  const code = letter === undefined ? undefined : `p${number ?? ''}`;
  const byWord = [text, word, code].flatMap(
    (each) => rankWords.find(([words]) => each !== undefined && words.test(each))?.[1] ?? [],
  )[0];
  // A bare number says nothing if the tracker has its own order.
  const byNumber = /^[1-4]$/.test(number ?? text) ? (Number(number ?? text) as Rank) : 0;
  return { rank: byWord ?? (place ? rankAt(place) : byNumber), label: text };
}

/** Spreads a list of any length over the ranks 1 to 4. */
function rankAt({ index, of }: PriorityPlace): Rank {
  if (of <= 0 || index < 0 || index >= of) return 0;
  return (1 + Math.floor((index * 4) / Math.max(of, 4))) as Rank;
}

const levelWords: readonly (readonly [RegExp, Level])[] = [
  [/\b(objective|goal|okr|theme|mission)s?\b/i, 'objective'],
  [/\b(initiative|key result|outcome|program|portfolio epic|legend)s?\b/i, 'initiative'],
  [/\b(epic|feature|capability|milestone|project)s?\b/i, 'epic'],
];

/** The level that the connection itself gives to a type of item, if any. */
export function ownLevelOf(type: string, { levels }: Pick<Connection, 'levels'>): Level | undefined {
  return Object.entries(levels ?? {}).find(([name]) => name.toLowerCase() === type.toLowerCase())?.[1];
}

/** The level of a type of item: from the connection, else from the tracker's own order, else from its name. */
export function levelOf(type: string, connection: Pick<Connection, 'levels'>, fallback?: Level): Level {
  return (
    ownLevelOf(type, connection) ?? levelWords.find(([words]) => words.test(type))?.[1] ?? fallback ?? 'item'
  );
}

const statusWords: readonly (readonly [RegExp, StatusCategory])[] = [
  [/won['’]?t|cancel|reject|abandon|drop|duplicate|invalid|obsolete|not planned|removed/i, 'dropped'],
  // Redmine's own words in German, Spanish and French.
  [/abgewiesen|abgelehnt|verworfen|rechazad|rejet|descartad|abandonn/i, 'dropped'],
  [/gel[öo]st|erledigt|geschlossen|fertig|resuelt|cerrad|resolu|r[ée]solu|ferm[ée]|termin/i, 'done'],
  [
    /in (bearbeitung|arbeit|umsetzung)|feedback|r[üu]ckmeldung|comentario|commentaire|en curso|en proceso|en cours/i,
    'active',
  ],
  [/\b(on hold|blocked|waiting|paused|impeded)\b/i, 'blocked'],
  [/\b(done|closed|complete[d]?|resolved|released|shipped|delivered|fixed)\b/i, 'done'],
  [/\b(progress|active|doing|started|review|development|testing|feedback|committed)\b/i, 'active'],
  [/\b(proposed|idea|triage|discovery|draft)\b/i, 'proposed'],
  [/\b(planned|to do|todo|new|open|backlog|ready|selected|approved)\b/i, 'planned'],
];

/**
 * A status with its meaning: from the connection, else from the tracker's own category, else from its name, else from
 * `fallback`, so that no name is lost only because it is in another language.
 */
export function statusOf(
  name: string,
  category: StatusCategory | undefined,
  { statuses }: Pick<Connection, 'statuses'>,
  fallback?: StatusCategory,
): Status | undefined {
  const own = Object.entries(statuses ?? {}).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
  const meaning = own ?? category ?? statusWords.find(([words]) => words.test(name))?.[1] ?? fallback;
  return meaning && name.trim() !== '' ? { name, category: meaning } : undefined;
}
