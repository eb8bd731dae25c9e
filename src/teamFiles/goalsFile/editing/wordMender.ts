import { isKey } from '../../../core/references/goalKeys';
import { Guesses } from '../../record/guesses';
import type { GoalsSchema } from './goalsSchema';
import { yamlPlace, type YamlPlace } from './yamlPlace';

/** A word that a problem is about, and where it ends; line and column count from 0. */
export interface WrongWord {
  readonly word: string;
  readonly line: number;
  readonly column: number;
}

/** What can be done about a wrong word. */
export interface WordMending {
  /** The word that was probably meant. */
  readonly meant?: string;
  /** The key of the goal that could be added. */
  readonly missing?: string;
}

/** What words are mended with. */
export interface MendingSources {
  /** The keys of all goals. */
  readonly keys: readonly string[];
  readonly schema: GoalsSchema;
  /** The lines of a goals file; undefined in a path map. */
  readonly lines: readonly string[] | undefined;
}

/** Fields that hold the keys of other goals. */
const relations = ['parent', 'parents', 'covers', 'blockedBy', 'blocks'];

/** Mends wrong words of one text: its lines are split once, and all guesses share a budget. */
export class WordMender {
  constructor(
    private readonly from: MendingSources,
    private readonly guesses = new Guesses(),
  ) {}

  /** What can be done about a word: nothing if it is not of one line, or right after all. */
  mend({ word, line, column }: WrongWord): WordMending {
    const { keys, lines } = this.from;
    const place = lines && yamlPlace(lines, line, column);
    const isOfKey = place
      ? place.kind === 'value' && relations.includes(place.path.at(-1) ?? '')
      : isKey(word);
    const candidates = isOfKey ? keys : this.wordsAt(place);
    if (word === '' || /[\r\n]/.test(word) || candidates.includes(word)) return {};
    const meant = this.guesses.closest(word, candidates);
    return {
      ...(meant !== undefined && { meant }),
      ...(isOfKey && isKey(word) && { missing: word }),
    };
  }

  private wordsAt(place: YamlPlace | undefined): readonly string[] {
    const { schema } = this.from;
    if (place?.kind === 'name') return schema.names(place.path).map(({ name }) => name);
    return place && schema.isClosed(place.path) ? schema.values(place.path) : [];
  }
}
