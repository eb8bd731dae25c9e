import { factsOf, type Fact } from '../core/report/facts';
import { repositoryIdentity } from '../git/remotes/repositoryIdentity';
import type { ReadReport } from '../workspace/report/readReport';
import type { ReportPlace } from '../workspace/report/reportRequest';

/** The facts of a report that was read, each repository under its globally unique name. @throws {GitError} */
export async function repositoryFacts(
  { report, catalog, repositories }: ReadReport,
  places: readonly ReportPlace[],
): Promise<Fact[]> {
  const identities = await Promise.all(
    places.map(({ git, root }, at) => repositoryIdentity(git, root, repositories[at]?.tip ?? 'HEAD')),
  );
  return factsOf(report, catalog, identities);
}
