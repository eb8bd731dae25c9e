import * as z from 'zod';
import { cleanLine, cleanText } from './cleanText';

// Error texts begin with a verb: the reader puts the field's path before them.

/** The message for a value that is not text; YAML reads an unquoted 142 or true as something else. */
export const notText = ({ input }: { readonly input?: unknown }) =>
  typeof input === 'number' || typeof input === 'boolean'
    ? `must be text: put it in quotes, "${String(input)}"`
    : 'must be text';

/** A field of 1 to `max` characters, on one or more lines. */
export const text = (max: number) =>
  z
    .string({ error: notText })
    .overwrite(cleanText)
    .min(1, { error: 'must not be empty' })
    .max(max, { error: `must have at most ${max.toLocaleString('en')} characters` });

/** A field of 1 to `max` characters on one line. */
export const line = (max: number) => text(max).overwrite(cleanLine);

/** A field that is a list of at most `max` entries. */
export const list = <T extends z.ZodType>(of: T, max: number, example: string) =>
  z
    .array(of, { error: `must be a list, like ${example}` })
    .max(max, { error: `must have at most ${max} entries` });

/** A field that is a map; keys beside those of the shape are ignored. */
export const map = <T extends z.ZodRawShape>(shape: T) =>
  z.object(shape, { error: `must be a map with ${Object.keys(shape).join(', ')}` });

/** A field that is one of several words, in any case. */
export const word = <T extends z.ZodType>(
  choice: T,
  fold: (word: string) => unknown = (word) => word.toLowerCase(),
) => z.preprocess((value) => (typeof value === 'string' ? fold(value.trim()) : value), choice);
