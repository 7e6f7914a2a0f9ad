import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Until the page has got what it asked for and nothing on it moves: a colour fading in is none that anybody has to read. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('.ant-spin-spinning') === null);
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
};

/** What breaks WCAG 2.2 AA on the page once it is settled, but for parts looked at elsewhere: the rule, and the first places. */
export const violations = async (page: Page, exclude: string[] = []): Promise<string[]> => {
  await settled(page);
  await page.evaluate(axe.source);
  return page.evaluate(
    async ([tags, parts]) => {
      const { axe: checker } = window as unknown as { axe: typeof axe };
      const found = await checker.run({ exclude: parts }, { runOnly: { type: 'tag', values: tags } });
      return found.violations.map(({ id, nodes }) => {
        const places = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160));
        return `${id}: ${places.join(' | ')}`;
      });
    },
    [RULES, exclude] as const,
  );
};
