import type { Impact, Metric, Priority } from '../../../core/goal/goal';
import type { Connection, ImpactPart } from '../../connection/connection';
import { impactOfFields, type FieldValue } from '../../mapping/impactFields';
import { metricFields, metricsOfFields } from '../../mapping/metricFields';
import { priorityOf } from '../../mapping/meanings';
import type { TrackerField } from '../../port/tracker';
import type { AzureField, WorkItem } from './azureSchemas';
import { htmlText } from './htmlText';

const priorityField = 'Microsoft.VSTS.Common.Priority';
/** What every process has, unless the connection says otherwise. */
const usual: readonly (AzureField & { readonly part: ImpactPart })[] = [
  { name: 'Business Value', referenceName: 'Microsoft.VSTS.Common.BusinessValue', part: 'score' },
  { name: 'Severity', referenceName: 'Microsoft.VSTS.Common.Severity', part: 'severity' },
];
const types: ReadonlyMap<string, TrackerField['type']> = new Map([
  ['integer', 'number'],
  ['double', 'number'],
  ['string', 'text'],
  ['plainText', 'text'],
  ['html', 'text'],
]);
/** Fields of the tracker itself, which hold neither impact nor priority. */
const inner = /^(System\.|WEF_|Microsoft\.VSTS\.(TCM|Build|CodeReview|Feedback)\.)/;

/** Which fields hold impact and priority. A connection may name them as people do, or as the API does. */
export class AzureFields {
  private readonly map: Readonly<Record<string, ImpactPart>>;
  /** By the API's name. */
  private readonly wanted: ReadonlyMap<string, AzureField>;
  private readonly priority: string;

  /** `known` may be empty: the API's own names are understood without it. */
  constructor(
    private readonly connection: Pick<Connection, 'impact' | 'priority' | 'currency' | 'metrics'>,
    known: readonly AzureField[],
  ) {
    const find = (name: string): AzureField =>
      known.find((field) => isNamed(field, name)) ??
      usual.find((field) => isNamed(field, name)) ?? { name, referenceName: name };
    const own = Object.entries(connection.impact ?? {}).map(([name, part]) => ({ ...find(name), part }));
    const others = usual.filter(
      ({ part, referenceName }) => !own.some((field) => field.part === part || isNamed(field, referenceName)),
    );
    const all = [...own, ...others];
    this.map = Object.fromEntries(all.map(({ name, part }) => [name, part]));
    const ofMetrics = metricFields(connection).map(find);
    this.wanted = new Map([...all, ...ofMetrics].map((field) => [field.referenceName.toLowerCase(), field]));
    this.priority = (
      connection.priority ? find(connection.priority).referenceName : priorityField
    ).toLowerCase();
  }

  impactOf(item: WorkItem): Impact | undefined {
    return impactOfFields(this.valuesIn(item), { impact: this.map, currency: this.connection.currency });
  }

  metricsOf(item: WorkItem): Metric[] {
    return metricsOfFields(this.valuesIn(item), this.connection);
  }

  private valuesIn({ fields }: WorkItem): FieldValue[] {
    return Object.entries(fields).flatMap(([referenceName, value]) => {
      const field = this.wanted.get(referenceName.toLowerCase());
      if (!field) return [];
      return { name: field.name, value: typeof value === 'string' ? htmlText(value) : value };
    });
  }

  /** 1 (most urgent) to 4, or the words of another field. */
  priorityOf({ fields }: WorkItem): Priority | undefined {
    const value = Object.entries(fields).find(([name]) => name.toLowerCase() === this.priority)?.[1];
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    const number = Number(value);
    return priorityOf(String(value), Number.isInteger(number) ? { index: number - 1, of: 4 } : undefined);
  }
}

/** The fields that could hold impact, under the names that people know. */
export function usableFields(fields: readonly AzureField[]): TrackerField[] {
  return fields.flatMap(({ name, referenceName, type, isPicklist }) => {
    const usable = isPicklist === true ? 'list' : types.get(type ?? '');
    return usable && !inner.test(referenceName) ? [{ name, type: usable }] : [];
  });
}

function isNamed({ name, referenceName }: AzureField, wanted: string): boolean {
  const lower = wanted.toLowerCase();
  return referenceName.toLowerCase() === lower || name.toLowerCase() === lower;
}
