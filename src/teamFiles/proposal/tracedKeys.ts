import { findKeys } from '../../core/references/goalKeys';

/** `UTF-8`, `CVE-2024-1`: look like keys, but belong to no tracker. */
const standards = new Set(
  (
    'AES ALPHA ANSI ARM BASE BCP BETA BIG BIP CIS CP COVID CVE CWE DIN ECMA EIP EN ES EUC GB GHSA GMT GPT HTTP HTTPS ' +
    'IEC IEEE IPV ISO JDK JEP JSR KB KOI LATIN MD MIT MP PEP PKCS PR PY RC RFC RSA RUSTSEC SHA SSE SSL TC TLS UCS UTC UTF WIN X'
  ).split(' '),
);
const keyLike = /(?<![\p{L}\p{N}_-])([A-Z][A-Z\d]{1,9})-[1-9]\d{0,6}(?![\p{L}\p{N}_])/gu;

/**
 * The keys that texts of a repository name, each once and in order. As the projects are not known, anything that looks
 * like a key counts in a branch's name, and in commits if two of them name its project.
 */
export function tracedKeys(
  branches: readonly string[],
  subjects: readonly string[],
): { readonly keys: readonly string[]; readonly keysIn: (text: string) => readonly string[] } {
  const counts = new Map<string, number>();
  const count = (text: string, weight: number): void => {
    for (const project of new Set(projectsIn(text))) counts.set(project, (counts.get(project) ?? 0) + weight);
  };
  for (const branch of branches) count(branch, 2);
  for (const subject of subjects) count(subject, 1);
  const projects = new Set([...counts].filter(([, weight]) => weight >= 2).map(([project]) => project));
  const keysIn = (text: string): string[] => findKeys(text, projects).map(({ key }) => key);
  return { keys: [...new Set([...branches, ...subjects].flatMap(keysIn))], keysIn };
}

function projectsIn(text: string): string[] {
  return [...text.matchAll(keyLike)]
    .map(([, project = '']) => project)
    .filter((project) => !standards.has(project));
}
