import * as z from 'zod';

/** A list without the entries that do not fit; none if it is absent or not a list. */
export function listOrNone<T extends z.ZodType>(entry: T) {
  return z
    .array(z.unknown())
    .nullish()
    .catch(undefined)
    .transform((entries) =>
      (entries ?? []).flatMap((each): z.output<T>[] => {
        const result = entry.safeParse(each);
        return result.success ? [result.data] : [];
      }),
    );
}
