import { plainLine } from '../../core/plainText';

const maxTitle = 120;

/**
 * The title that a branch's name suggests: `feature/SHOP-142-retry-payments` is "Retry payments"; empty if it has no
 * words.
 */
export function titleOfBranch(branch: string, key: string | undefined): string {
  const name = key === undefined ? branch : (afterKey(branch, key) ?? branch);
  return sentence((name.split('/').at(-1) ?? '').replace(/[-_.]+/g, ' '));
}

/** The title that a commit's subject suggests: `fix(cart): SHOP-7 keep the cart` is "Keep the cart". */
export function titleOfSubject(subject: string, key: string): string {
  const at = subject.toUpperCase().indexOf(key);
  const rest = at === -1 ? subject : `${subject.slice(0, at)} ${subject.slice(at + key.length)}`;
  return sentence(
    rest
      .replace(/^\s*[a-z]+(?:\([^)]*\))?!?:/i, ' ')
      .replace(/\(#\d+\)\s*$/, ' ')
      .replace(/\(\s*\)|\[\s*\]/g, ' ')
      .replace(/^[\s:–—·|-]+/, ''),
  );
}

function afterKey(branch: string, key: string): string | undefined {
  const at = branch.toUpperCase().indexOf(key);
  return at === -1 ? undefined : branch.slice(at + key.length);
}

function sentence(text: string): string {
  const words = plainLine(text).replace(/\s+/g, ' ').trim().slice(0, maxTitle).trimEnd();
  const [first = '', ...rest] = words;
  return /\p{L}/u.test(words) ? first.toUpperCase() + rest.join('') : '';
}
