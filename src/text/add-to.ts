/** Adds a value to the list that a key has. A list that is copied for each value takes time that grows with the square of its length. */
export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
