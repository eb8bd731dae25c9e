import assert from 'node:assert/strict';
import type { Tracker } from '../../../../../src/trackers/port/tracker';
import { connect } from '../../support/connect';
import { TrackerServer, type CannedAnswer, type ReceivedRequest } from '../../support/trackerServer';
import { loadContract, type CloudContract } from './cloudContract';
import { cloudInfo, cloudMyself, cloudPriorities } from './cloudFixtures';
import { cloudFields } from './fieldFixtures';

/** Where issues are searched. */
export const searchPath = '/rest/api/3/search/jql';

/** When the stand-in answers, by its own clock. */
export const answeredAt = '2026-11-22T12:00:00.000Z';

/** What a test wants to be answered at a path; undefined for the usual answer. */
export type Answers = (request: ReceivedRequest) => CannedAnswer | undefined;

/** Answers at one path; the others get the usual answers. */
export const at =
  (path: string, json: unknown): Answers =>
  ({ url }) =>
    url.pathname === path ? { json } : undefined;

const usual: Readonly<Record<string, unknown>> = {
  '/rest/api/2/serverInfo': cloudInfo,
  '/rest/api/3/myself': cloudMyself,
  '/rest/api/3/field': cloudFields,
  '/rest/api/3/priority/search': cloudPriorities,
  [searchPath]: { issues: [], isLast: true },
};

/** A Jira Cloud whose answers, and the requests to it, are checked by the vendor's schemas. */
class CloudStandIn {
  /** Requests and answers that are not as the vendor describes them. */
  readonly breaches: string[] = [];
  private readonly server: TrackerServer;

  private constructor(
    private readonly contract: CloudContract | undefined,
    private readonly answers: Answers,
  ) {
    this.server = new TrackerServer((request) => this.answer(request));
  }

  /** `contract: false` is for answers that break it on purpose. */
  static async start(answers: Answers = () => undefined, { contract = true } = {}): Promise<CloudStandIn> {
    const standIn = new CloudStandIn(contract ? await loadContract() : undefined, answers);
    await standIn.server.start();
    return standIn;
  }

  get url(): string {
    return this.server.url;
  }

  get requests(): readonly ReceivedRequest[] {
    return this.server.requests;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  /** The bodies of the requests to a path. */
  bodies(path: string): readonly Record<string, unknown>[] {
    return this.requests
      .filter(({ url }) => url.pathname === path)
      .map(({ body }) => body as Record<string, unknown>);
  }

  private answer(request: ReceivedRequest): CannedAnswer {
    const path = request.url.pathname;
    const own = this.answers(request);
    const answer = own ?? (path in usual ? { json: usual[path] } : { status: 404, json: {} });
    const isOk = (answer.status ?? 200) === 200 && answer.text === undefined;
    this.check(() => this.contract?.checkRequest(request));
    if (isOk) this.check(() => this.contract?.checkAnswer(path, answer.json));
    return { ...answer, headers: { Date: new Date(answeredAt).toUTCString(), ...answer.headers } };
  }

  private check(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.breaches.push(String(error));
    }
  }
}

/** Connects the tests of a suite to stand-ins, each of which must have seen no breach when its test ends. */
export function useCloud() {
  let cloud: CloudStandIn;
  before('reads the vendor’s schemas', async function () {
    // Fifteen hundred files.
    this.timeout(60_000);
    await loadContract();
  });
  afterEach(async () => {
    await cloud.stop();
    assert.deepEqual(cloud.breaches, []);
  });
  const start = async (answers?: Answers, entry: object = {}, options = {}): Promise<Tracker> => {
    cloud = await CloudStandIn.start(answers, options);
    const whole = { kind: 'jira', url: cloud.url, user: 'ada@example.com', follow: ['SHOP'], ...entry };
    return (await connect(whole)).tracker;
  };
  return { start, cloud: () => cloud };
}
