import type { Page } from 'playwright-core';

// What a checker of accessibility finds, as far as it can be asked of the page itself. Each answers with what is wrong: nothing, on a good page.

const NAMED =
  'button|checkbox|combobox|complementary|dialog|link|listbox|menu|menuitem|menuitemcheckbox|navigation|option|radio|searchbox|textbox';

/** Controls and landmarks without a name, as a screen reader would come to them. */
export async function namelessControls(page: Page): Promise<readonly string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  const nameless = new RegExp(`^- (${NAMED})(?! ")( \\[|:|$)`);
  return tree.split('\n').filter((line) => nameless.test(line.trim()));
}

/** Ids that stand twice, and attributes that name an id that does not stand at all. */
export function strayReferences(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `twice: ${id}`);
    // aria-controls may name what is not open yet.
    const strays = ['aria-labelledby', 'aria-describedby', 'aria-activedescendant', 'for'].flatMap((attribute) =>
      [...document.querySelectorAll(`[${attribute}]`)]
        .map((element) => element.getAttribute(attribute) ?? '')
        .filter((id) => document.getElementById(id) === null)
        .map((id) => `${attribute}: ${id}`),
    );
    return [...twice, ...strays];
  });
}

/** Texts with less contrast to what is behind them than WCAG's AA asks for. */
export function faintTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    type Color = readonly [red: number, green: number, blue: number, alpha: number];
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const read = (css: string): Color => {
      if (canvas === null) return [0, 0, 0, 0];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const over = ([r, g, b, a]: Color, [red, green, blue]: Color): Color => [
      r * a + red * (1 - a),
      g * a + green * (1 - a),
      b * a + blue * (1 - a),
      1,
    ];
    const behind = (element: Element | null): Color => {
      if (element === null) return read('Canvas');
      const own = read(getComputedStyle(element).backgroundColor);
      return own[3] === 1 ? own : over(own, behind(element.parentElement));
    };
    const light = (value: number): number => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const luminance = ([r, g, b]: Color): number => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
    const contrast = (element: Element): number => {
      const back = behind(element);
      const pair = [luminance(over(read(getComputedStyle(element).color), back)), luminance(back)].sort((one, other) => other - one);
      return ((pair[0] ?? 0) + 0.05) / ((pair[1] ?? 0) + 0.05);
    };
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('[aria-hidden=true], :disabled, .sr') === null;
    const texts = [...document.querySelectorAll('body *')].filter(
      (element) =>
        isSeen(element) && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ''),
    );
    return texts
      .filter((element) => {
        const { fontSize, fontWeight } = getComputedStyle(element);
        const isLarge = Number.parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24);
        return contrast(element) < (isLarge ? 3 : 4.5);
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${contrast(element).toFixed(2)}`);
  });
}

/** What is wider than the window, or can be scrolled sideways without being meant to. */
export function widthOverflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const mayScroll = 'pre, .code-block, .payload-body';
    return [...document.querySelectorAll('*')]
      .filter((element) => element.closest(mayScroll) === null && element.closest('.sr') === null)
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth;
        return scrolls || (right > width + 1 && left < width) || (element === document.documentElement && element.scrollWidth > width);
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
  });
}
