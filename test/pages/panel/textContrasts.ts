/** A text on the page and its contrast with what is behind it. */
export interface TextContrast {
  readonly text: string;
  readonly color: string;
  readonly contrast: number;
}

/** Measures every text that is seen on the page, as WCAG does; runs in the page, so it must stand alone. */
export function textContrasts(): TextContrast[] {
  type Color = [red: number, green: number, blue: number, alpha: number];

  const parse = (color: string): Color => {
    const numbers = (color.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const scale = color.startsWith('color(') ? 1 : 255;
    const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
    return [red / scale, green / scale, blue / scale, alpha];
  };
  const over = (top: Color, ground: Color): Color => {
    const mix = (index: 0 | 1 | 2): number => top[index] * top[3] + ground[index] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const linear = (value: number): number =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const luminance = ([red, green, blue]: Color): number =>
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const groundOf = (element: Element): Color => {
    const layers: Color[] = [];
    let current: Element | null = element;
    while (current !== null) {
      layers.push(parse(getComputedStyle(current).backgroundColor));
      const root: Node = current.getRootNode();
      current =
        current.assignedSlot ?? current.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    }
    return layers.reverse().reduce((ground, layer) => over(layer, ground), [1, 1, 1, 1]);
  };

  const found: TextContrast[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.nodeValue?.trim() ?? '';
    if (element === null || text === '' || element.closest('.hiddenText, script, [aria-hidden=true] > svg'))
      continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const ground = groundOf(element);
    const color = getComputedStyle(element).color;
    const [light, dark] = [luminance(over(parse(color), ground)), luminance(ground)].sort((a, b) => b - a);
    found.push({ text, color, contrast: ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05) });
  }
  return found;
}
