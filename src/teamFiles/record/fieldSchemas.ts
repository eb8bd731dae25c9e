import * as l10n from '@vscode/l10n';
import { counted } from '../../core/counted';
import * as z from 'zod';
import { plainLine, plainText } from '../../core/plainText';

// Error texts begin with a verb: the reader puts the field's path before them.

/** The message for a value that is not text; YAML reads an unquoted 142 or true as something else. */
export const notText = ({ input }: { readonly input?: unknown }) =>
  typeof input === 'number' || typeof input === 'boolean'
    ? l10n.t('must be text: put it in quotes, "{0}"', String(input))
    : l10n.t('must be text');

/** A field of 1 to `max` characters, on one or more lines. */
export const text = (max: number) =>
  z
    .string({ error: notText })
    .overwrite(plainText)
    .min(1, { error: () => l10n.t('must not be empty') })
    .max(max, { error: () => l10n.t('must have at most {0} characters', max.toLocaleString('en')) });

/** A field of 1 to `max` characters on one line. */
export const line = (max: number) => text(max).overwrite(plainLine);

/** A field that is a list of at most `max` entries. */
export const list = <T extends z.ZodType>(of: T, max: number, example: string) =>
  z.array(of, { error: () => l10n.t('must be a list, like {0}', example) }).max(max, {
    error: () =>
      counted(max, {
        one: l10n.t('must have at most {0} entry', max),
        other: l10n.t('must have at most {0} entries', max),
      }),
  });

/** A field that is a map; keys outside the shape are ignored. */
export const map = <T extends z.ZodRawShape>(shape: T) =>
  z.object(shape, { error: () => l10n.t('must be a map with {0}', Object.keys(shape).join(', ')) });

/** A field that is one of several words, ignoring case. */
export const word = <T extends z.ZodType>(
  choice: T,
  fold: (word: string) => unknown = (word) => word.toLowerCase(),
) => z.preprocess((value) => (typeof value === 'string' ? fold(value.trim()) : value), choice);
