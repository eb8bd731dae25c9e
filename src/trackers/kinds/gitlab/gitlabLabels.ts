import type { FieldValue } from '../../mapping/impactFields';

/** A label in two parts: `customer::acme`, or on plans without scoped labels `customer: acme` and `customer/acme`. */
interface ScopedLabel {
  readonly scope: string;
  readonly value: string;
}

/** Labels as fields: one for each scope, with all its values. */
export function labelFields(labels: readonly string[]): FieldValue[] {
  const values = new Map<string, string[]>();
  for (const label of labels) {
    const read = readLabel(label);
    if (!read) continue;
    const ofScope = values.get(read.scope) ?? [];
    ofScope.push(read.value);
    values.set(read.scope, ofScope);
  }
  return [...values].map(([name, all]) => ({ name, value: all.length === 1 ? numberIn(all[0]) : all }));
}

/** The last `::` divides a scoped label. https://docs.gitlab.com/user/project/labels/#scoped-labels */
function readLabel(label: string): ScopedLabel | undefined {
  const at = label.lastIndexOf('::');
  const [scope = '', value = ''] =
    at >= 0 ? [label.slice(0, at), label.slice(at + 2)] : label.split(/[:/]/, 2);
  const read = { scope: scope.trim(), value: value.trim() };
  return read.scope !== '' && read.value !== '' ? read : undefined;
}

function numberIn(text: string | undefined): unknown {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : text === undefined ? [] : [text];
}
