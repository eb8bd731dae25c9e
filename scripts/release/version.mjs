// @ts-check

/**
 * Compares two versions of the form 1.2.3: negative if the first is older.
 * @param {string} a
 * @param {string} b
 */
export function compareVersions(a, b) {
  const [left, right] = [partsOf(a), partsOf(b)];
  const differing = left.findIndex((part, index) => part !== right[index]);
  return differing < 0 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}

/**
 * Whether both marketplaces accept the version: three plain numbers, without a suffix.
 * @param {string} version
 */
export function isVersion(version) {
  return /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/.test(version);
}

/**
 * Whether a version is a pre-release: marketplaces know no suffixes, so those have an odd minor version.
 * @param {string} version
 */
export function isPreRelease(version) {
  return (partsOf(version)[1] ?? 0) % 2 === 1;
}

/** @param {string} version */
function partsOf(version) {
  return version.split('.').map(Number);
}
