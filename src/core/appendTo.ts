/** Adds a value to the list that a map has for a key, in place: a copy each time would take the square of their number. */
export function appendTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
