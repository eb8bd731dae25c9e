import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Off unless asked for, as axe still tries it out: a visible label is part of the name, so that it can be spoken. */
const tried = 'label-content-name-mismatch';

/** The accessibility rules that a page breaks, and where: within the elements of these selectors, but for some rules. */
export async function axeViolations(
  page: Pick<Page | Frame, 'evaluate'>,
  within: readonly string[] = ['html'],
  except: readonly string[] = [],
): Promise<string[]> {
  const rules: Record<string, { enabled: boolean }> = { [tried]: { enabled: true } };
  for (const rule of except) rules[rule] = { enabled: false };
  await page.evaluate(axe.source);
  return page.evaluate(
    async ([selectors, options]) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
        { include: selectors.map((each) => [each]) },
        { ...options, iframes: false },
      );
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
      );
    },
    [within, { rules }] as const,
  );
}
