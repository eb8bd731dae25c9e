/** Whether a file is a path, or in the folder of that path; both relative to the root, with forward slashes. */
export function isBelow(path: string): (file: string) => boolean {
  return (file) => file === path || file.startsWith(`${path}/`);
}
