/** The folders that a file lies in, by its path with slashes: the innermost first, as `a/b` and `a` of `a/b/c.txt`. */
export function* foldersOf(file: string): Generator<string> {
  for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) yield file.slice(0, end);
}
