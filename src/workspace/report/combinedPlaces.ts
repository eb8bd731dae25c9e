import { GoalCatalog } from '../../core/catalog/goalCatalog';
import { rulesIn } from '../../core/links/referenceRules';
import type { ReportPlace } from './reportRequest';

/** The places of one report; in each, the goals of all of them count. */
export function combinedPlaces(places: readonly ReportPlace[]): ReportPlace[] {
  const trackers = new Map(places.flatMap(({ catalog }) => catalog.trackers.map((each) => [each.id, each])));
  const catalog = places.length === 1 ? places[0]?.catalog : new GoalCatalog([...trackers.values()]);
  if (!catalog || places.length === 1) return [...places];
  return places.map((place) => {
    const references = catalog.in(place.references.home);
    return { ...place, catalog, references, rules: rulesIn(references, place.rules) };
  });
}
