import type { TrackerState } from '../tracker/trackerState';
import type { NumberHolder, NumberIndex, NumberSpace } from './numberIndex';
import { homeSpaces, isAzure, isOnePlace, isServed, type RepositoryHome } from './repositoryHome';

/** Where the numbers written in one repository are counted. */
export class RepositorySpaces {
  private readonly ofSign = new Map<NumberSpace['sign'], readonly NumberSpace[]>();

  constructor(
    private readonly catalog: {
      readonly trackers: readonly TrackerState[];
      readonly numbers: Pick<NumberIndex, 'spaces'>;
    },
    private readonly home: RepositoryHome,
  ) {}

  /** Where a bare number with this sign is counted. */
  of(sign: NumberSpace['sign']): readonly NumberSpace[] {
    let spaces = this.ofSign.get(sign);
    if (!spaces) {
      const { trackers, numbers } = this.catalog;
      // The folder's own file decides if the repository does not.
      const said = trackers.find(
        ({ folder }) => folder !== undefined && folder === this.home.folder,
      )?.numbers;
      const home = said === undefined ? this.home : { numbers: said, ...this.home };
      spaces = homeSpaces(sign, home, numbers.spaces, trackers);
      this.ofSign.set(sign, spaces);
    }
    return spaces;
  }

  /** Where `AB#142` is counted: in the repository's own organization, else in every connected one. */
  get azure(): readonly NumberSpace[] {
    const near = this.of('#').filter(({ tracker }) => isAzure(tracker));
    if (near.length > 0) return near;
    return this.catalog.numbers.spaces.filter(({ sign, tracker }) => sign === '#' && isAzure(tracker));
  }

  /** Whether Azure's are the only numbered items known, while the code is hosted elsewhere. */
  get isAzuresElsewhere(): boolean {
    const { azure, home, catalog } = this;
    const isOnly = azure.length > 0 && isOnePlace(azure) && this.of('#').length === 0;
    return isOnly && !isServed(home.remotes, catalog.trackers);
  }
}

/** Whether a goal's number is counted in one of these places. */
export function isCountedIn(holder: NumberHolder, spaces: readonly NumberSpace[]): boolean {
  return spaces.some(
    ({ tracker, place, host }) =>
      holder.tracker === tracker && holder.place === place && holder.host === host,
  );
}
