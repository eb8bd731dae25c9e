import type { TrackerState } from '../tracker/trackerState';
import { CountingPlaces } from './countingPlaces';
import type { NumberIndex } from './numberIndex';
import type { NumberSpace } from './numberSpace';
import { homeSpaces, isAzure, isServed, type RepositoryHome } from './repositoryHome';

/** Where the numbers written in one repository are counted. */
export class RepositorySpaces {
  private readonly ofSign = new Map<NumberSpace['sign'], CountingPlaces>();
  private azures: CountingPlaces | undefined;
  private areAzuresElsewhere: boolean | undefined;

  constructor(
    private readonly catalog: {
      readonly trackers: readonly TrackerState[];
      readonly numbers: Pick<NumberIndex, 'spaces'>;
    },
    private readonly home: RepositoryHome,
  ) {}

  /** Where a bare number with this sign is counted. */
  of(sign: NumberSpace['sign']): CountingPlaces {
    let spaces = this.ofSign.get(sign);
    if (!spaces) {
      const { trackers, numbers } = this.catalog;
      // The folder's own file decides if the repository does not.
      const said = trackers.find(
        ({ folder }) => folder !== undefined && folder === this.home.folder,
      )?.numbers;
      const home = said === undefined ? this.home : { numbers: said, ...this.home };
      spaces = new CountingPlaces(homeSpaces(sign, home, numbers.spaces, trackers));
      this.ofSign.set(sign, spaces);
    }
    return spaces;
  }

  /** Where `AB#142` is counted: in the repository's own organization, else in every connected one. */
  get azure(): CountingPlaces {
    return (this.azures ??= new CountingPlaces(this.azureSpaces()));
  }

  /** Whether Azure's are the only numbered items known, while the code is hosted elsewhere. */
  get isAzuresElsewhere(): boolean {
    return (this.areAzuresElsewhere ??= this.findIfAzuresElsewhere());
  }

  private findIfAzuresElsewhere(): boolean {
    const { azure, home, catalog } = this;
    const isOnly = azure.list.length > 0 && azure.isOne && this.of('#').list.length === 0;
    return isOnly && !isServed(home.remotes, catalog.trackers);
  }

  private azureSpaces(): readonly NumberSpace[] {
    const near = this.of('#').list.filter(({ tracker }) => isAzure(tracker));
    if (near.length > 0) return near;
    return this.catalog.numbers.spaces.filter(({ sign, tracker }) => sign === '#' && isAzure(tracker));
  }
}
