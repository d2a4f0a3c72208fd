import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from './context.ts';
import { buildServer } from './server.ts';
import { chromiumPath, launchChromium } from './testing/browser.ts';
import { doubles } from './testing/doubles.ts';
import { APPENDIX_ID, DECIDED } from './testing/fictional.ts';
import { MEETING } from './testing/fictional-sources.ts';

const executable = chromiumPath();
const missing = executable === null;
if (missing && process.env.CI !== 'true')
  console.warn('Skipped: the pages in a browser, as there is no Chromium on this machine.');

describe.skipIf(missing && process.env.CI !== 'true')('the pages in Chromium', () => {
  let app: App;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    if (executable === null) throw new Error('CI needs Chromium: apt-get install chromium.');
    app = await buildServer(doubles());
    address = await app.listen({ host: '127.0.0.1', port: 0 });
    browser = await launchChromium(executable);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  /** A page of that width, and everything that the browser complained about while it was shown. */
  async function open(width: number, { script = true } = {}): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: script });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('requestfailed', (request) =>
      complaints.push(`${request.url()}: ${request.failure()?.errorText}`),
    );
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    });
    return { page, complaints };
  }

  it('searches, opens an item and goes on to its meeting, without JavaScript', async () => {
    const { page, complaints } = await open(1280, { script: false });
    await page.goto(address);
    await page.getByLabel('Søg i dagsordener, referater og bilag').fill('færger');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/?q=f%C3%A6rger');
    expect(await page.locator('.hit mark').first().textContent()).toBe('færger');
    await page.locator('.hit h2 a').first().click();
    expect(await page.locator('.decision .badge').first().textContent()).toBe('Tiltrådt med bemærkning');
    const decision = await page.locator('.decision').boundingBox();
    expect(decision && decision.y + decision.height).toBeLessThan(800);
    await page
      .getByRole('navigation', { name: 'Sti' })
      .getByRole('link', { name: /KKR Nordjylland/ })
      .click();
    expect(await page.locator('h1').textContent()).toBe('KKR Nordjylland, 12. marts 2031');
    expect(complaints).toEqual([]);
  });

  it('is used with the keyboard alone: the first stop skips to the contents', async () => {
    const { page } = await open(1280);
    await page.goto(`${address}/moede/${MEETING}`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Gå til indholdet');
    const box = await page.locator('.skip').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
  });

  it.each([
    '/',
    '/?q=f%C3%A6rger&body=nordjylland',
    `/punkt/${DECIDED.id}`,
    '/moeder',
    `/moede/${MEETING}`,
    '/sag/SAG-2031-00042',
    `/bilag/${APPENDIX_ID}`,
    '/dokument/dok-aaaaaaaaaaaa?vis=rettelser',
    '/status',
    '/mangler',
  ])('%s fits on a screen of 320 px and gives no cause for complaint', async (path) => {
    const { page, complaints } = await open(320);
    await page.goto(address + path);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
  });

  it.each([`/punkt/${DECIDED.id}`, `/moede/${MEETING}`, '/?q=f%C3%A6rger', '/'])(
    'what is tapped is large enough for a finger: %s',
    async (path) => {
      const { page } = await open(360);
      await page.goto(address + path);
      expect(await page.evaluate(SMALL_TARGETS)).toEqual([]);
    },
  );

  it.each(['light', 'dark'] as const)('text stands out from its ground (%s)', async (colorScheme) => {
    const { page } = await open(1280);
    await page.emulateMedia({ colorScheme });
    for (const path of [
      '/',
      '/?q=x&year=2031',
      `/punkt/${DECIDED.id}`,
      '/dokument/dok-aaaaaaaaaaaa?vis=rettelser',
    ]) {
      await page.goto(address + path);
      expect(await page.evaluate(FAINT_TEXT), path).toEqual([]);
    }
  });
});

/** Runs in the page: what can be tapped and measures less than the 24 px of WCAG 2.2 (2.5.8, AA) both ways, or as a block. */
const SMALL_TARGETS = `[...document.querySelectorAll('a, button, summary')].flatMap((element) => {
  if (!element.checkVisibility() || element.className === 'skip') return [];
  const { width, height } = element.getBoundingClientRect();
  const block = getComputedStyle(element).display !== 'inline';
  const small = block ? Math.min(width, height) < 24 : Math.max(width, height) < 24;
  return small ? [element.textContent + ' ' + width + ' x ' + height] : [];
})`;

/** Runs in the page: texts whose contrast with their ground is below the 4.5 of WCAG 2.2 (1.4.3, AA). */
const FAINT_TEXT = `(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (color) => {
    const [r, g, b] = color.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255, 255];
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (text === '' || !element.checkVisibility()) continue;
    const [one, other] = [luminance(rgba(getComputedStyle(element).color)), luminance(ground(element))];
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast < 4.5) faint.push(contrast.toFixed(2) + ' ' + text.slice(0, 40));
  }
  return faint;
})()`;
