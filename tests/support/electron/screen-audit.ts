import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@scripts/project-root';
import type { Page } from 'playwright-core';
import type { Workstation } from './workstation';

type AxeResult = {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: string[]; readonly failureSummary: string }[];
  }[];
};

const axe = readFileSync(path.join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');
const sizes = [
  [1280, 800],
  [1920, 1080],
] as const;

/** In the dark only what depends on colours can differ: the elements are the same. */
const rulesFor = { light: '{}', dark: "{ runOnly: ['color-contrast', 'link-in-text-block'] }" };

/** What moves has come to rest, and the next frame shows it. */
const settled = `Promise.all(
  document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
    .map((one) => one.finished.catch(() => undefined)),
).then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))`;

/**
 * Looks at what the real program shows, in light and dark: axe with contrast, and, where
 * PARLANCE_PICTURES names a folder, a picture of each look in the smallest and the largest size.
 */
export class ScreenAudit {
  readonly #desk: Workstation;
  readonly #language: string;
  readonly #folder = process.env['PARLANCE_PICTURES'];
  /** `screen theme: rule: element: why`, one each. */
  readonly violations: string[] = [];

  constructor(desk: Workstation, language: string) {
    this.#desk = desk;
    this.#language = language;
    if (this.#folder !== undefined) mkdirSync(this.#folder, { recursive: true });
  }

  async look(name: string, page: Page = this.#desk.page): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
      if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
      const { violations } = await page.evaluate<AxeResult>(`axe.run(${rulesFor[colorScheme]})`);
      for (const { id, nodes } of violations) {
        for (const { target, failureSummary } of nodes.slice(0, 3)) {
          const why = failureSummary.split('\n').slice(1, 2).join(' ').trim();
          this.violations.push(`${name} ${colorScheme}: ${id}: ${target.join(' ')}: ${why}`);
        }
      }
      await this.#takePictures(`${name}-${this.#language}-${colorScheme}`, page);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  }

  async #takePictures(name: string, page: Page): Promise<void> {
    if (this.#folder === undefined) return;
    const isApp = page === this.#desk.page;
    for (const [width, height] of sizes) {
      if (isApp) {
        await page.setViewportSize({ width, height });
        await page.evaluate(settled);
      }
      const file = path.join(this.#folder, `${name}-${width}.png`);
      await page.screenshot({ path: file });
      if (!isApp) return;
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  }
}
