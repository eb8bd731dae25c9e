import assert from 'node:assert/strict';
import { AzureFields } from '../../../../src/trackers/kinds/azureDevOps/azureFields';
import { workItemSchema as azureItem } from '../../../../src/trackers/kinds/azureDevOps/azureSchemas';
import { workItemGoal } from '../../../../src/trackers/kinds/gitlab/gitlabGoal';
import { GitlabKeys } from '../../../../src/trackers/kinds/gitlab/gitlabKeys';
import { workItemSchema } from '../../../../src/trackers/kinds/gitlab/gitlabSchemas';
import { planFields } from '../../../../src/trackers/kinds/jira/jiraFields';
import { metricsOfFields } from '../../../../src/trackers/mapping/metricFields';
import { connection } from '../support/connect';

const metrics = {
  'Carts lost': { baseline: 'Lost before', current: 'Lost Today', target: 'Lost at most', unit: '%' },
  'Orders saved': { current: 'Saved' },
};
const setting = connection({ kind: 'gitlab', url: 'https://t.example', metrics });

describe('The metrics of a goal', () => {
  it('are read from the fields that the connection names, in any case, as far as they are numbers', () => {
    const fields = [
      { name: 'lost before', value: '7.4' },
      { name: 'lost today', value: 4.9 },
      { name: 'Lost at most', value: 'few' },
    ];
    assert.deepEqual(metricsOfFields(fields, { metrics }), [
      { name: 'Carts lost', unit: '%', baseline: 7.4, current: 4.9 },
    ]);
    assert.deepEqual(metricsOfFields(fields, {}), []);
  });

  it('are what a key result of GitLab counts, once something is counted', () => {
    const read = (progress: object, type = 'Key Result') =>
      workItemGoal(
        workItemSchema.parse({
          id: '1',
          iid: '1',
          namespace: { fullPath: 'acme/shop' },
          title: 'Carts lost',
          workItemType: { name: type },
          widgets: [progress],
        }),
        { connection: setting, keys: new GitlabKeys(setting), hasMilestones: false },
      )?.metrics;
    const counted = { startValue: 74, currentValue: 49, endValue: 20, progress: 46 };
    assert.deepEqual(read(counted), [{ name: 'Carts lost', baseline: 74, current: 49, target: 20 }]);
    assert.deepEqual(read({ startValue: 0, currentValue: 0, endValue: 100 }), []);
    assert.deepEqual(read(counted, 'Issue'), []);
  });

  it('are found in Azure DevOps by the name that people know or the API’s own', () => {
    const known = [{ name: 'Lost today', referenceName: 'Custom.LostToday' }];
    const fields = new AzureFields(
      { metrics: { Lost: { current: 'lost today', target: 'Custom.LostAtMost' } } },
      known,
    );
    const item = azureItem.parse({
      id: 1,
      fields: { 'System.Title': 'x', 'Custom.LostToday': 4.9, 'Custom.LostAtMost': 2 },
    });
    assert.deepEqual(fields.metricsOf(item), [{ name: 'Lost', current: 4.9, target: 2 }]);
  });

  it('are asked of Jira, and a field that it does not have is named', () => {
    const fields = [{ id: 'customfield_1', name: 'Saved' }];
    const plan = planFields(fields, { metrics });
    assert.ok(plan.ids.includes('customfield_1'));
    assert.deepEqual(plan.unknown, ['Lost before', 'Lost Today', 'Lost at most']);
  });
});
